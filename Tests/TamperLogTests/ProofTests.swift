import TamperLog
import TestTools
import Testing

@Suite("Proofs")
struct ProofTests {
  private static let leaves = (0..<200).map { Hash.leaf(Array("entry \($0)".utf8)) }

  private static func flipped(_ hash: Hash, _ random: inout SplitMix) -> Hash {
    var bytes = hash.bytes
    bytes[Int.random(in: 0..<32, using: &random)] ^= 1 << UInt8.random(in: 0..<8, using: &random)
    return Hash(bytes) ?? hash
  }

  /// Returns variants of a proof with one mistake each: an added, changed, removed or swapped hash.
  private static func spoilt(_ proof: [Hash], _ random: inout SplitMix) -> [[Hash]] {
    var result = [proof + [Hash.emptyRoot], [Hash.emptyRoot] + proof]
    for place in proof.indices {
      var changed = proof
      changed[place] = flipped(proof[place], &random)
      result.append(changed)
      var shorter = proof
      shorter.remove(at: place)
      result.append(shorter)
      guard place > 0 else { continue }
      var swapped = proof
      swapped.swapAt(place, place - 1)
      result.append(swapped)
    }
    return result
  }

  private static func includes(_ leaf: Hash, _ index: Int, _ size: Int, _ root: Hash, _ proof: [Hash]) -> Bool {
    (try? Tree.checkInclusion(of: leaf, at: index, size: size, root: root, proof: proof)) != nil
  }

  private static func continues(
    _ old: (size: Int, root: Hash), _ new: (size: Int, root: Hash), _ proof: [Hash]
  ) -> Bool {
    (try? Tree.checkConsistency(
      oldSize: old.size, oldRoot: old.root, newSize: new.size, newRoot: new.root, proof: proof)) != nil
  }

  private static func tree(_ size: Int) -> (size: Int, root: Hash) { (size, Tree.root(leaves[..<size])) }

  @Test("In every small tree every leaf has an inclusion proof and every older tree a consistency proof")
  func exhaustive() {
    for size in 1...33 {
      let (leaves, new) = (Self.leaves[..<size], Self.tree(size))
      for index in 0..<size {
        let proof = Tree.proveInclusion(of: index, in: leaves)
        #expect(Self.includes(leaves[index], index, size, new.root, proof), "leaf \(index) of \(size)")
        let path = Tree.proveConsistency(from: index + 1, in: leaves)
        #expect(Self.continues(Self.tree(index + 1), new, path), "\(index + 1) to \(size)")
      }
    }
  }

  @Test("An inclusion proof with any hash, the index or the tree changed is refused")
  func inclusion() {
    var random = SplitMix.printed(for: "inclusion proofs")
    for _ in 0..<60 {
      let size = Int.random(in: 1...Self.leaves.count, using: &random)
      let index = Int.random(in: 0..<size, using: &random)
      let leaf = Self.leaves[index]
      let root = Tree.root(Self.leaves[..<size])
      let proof = Tree.proveInclusion(of: index, in: Self.leaves[..<size])
      let what = "leaf \(index) of \(size)"
      #expect(Self.includes(leaf, index, size, root, proof), "\(what)")
      #expect(!Self.includes(Self.flipped(leaf, &random), index, size, root, proof), "\(what): leaf")
      #expect(!Self.includes(leaf, index, size, Self.flipped(root, &random), proof), "\(what): root")
      for bad in Self.spoilt(proof, &random) { #expect(!Self.includes(leaf, index, size, root, bad), "\(what): proof") }
      for other in -1...size where other != index {
        #expect(!Self.includes(leaf, other, size, root, proof), "\(what): index \(other)")
      }
      for other in [size - 1, size + 1, size * 2, 1] where other != size && (1...Self.leaves.count).contains(other) {
        let tree = Self.tree(other)
        #expect(!Self.includes(leaf, index, other, tree.root, proof), "\(what): tree of \(other)")
      }
    }
  }

  @Test("A consistency proof with any hash or either tree changed is refused")
  func consistency() {
    var random = SplitMix.printed(for: "consistency proofs")
    for _ in 0..<60 {
      let new = Self.tree(Int.random(in: 2...Self.leaves.count, using: &random))
      let old = Self.tree(Int.random(in: 1..<new.size, using: &random))
      let proof = Tree.proveConsistency(from: old.size, in: Self.leaves[..<new.size])
      let what = "\(old.size) to \(new.size)"
      #expect(Self.continues(old, new, proof), "\(what)")
      #expect(!Self.continues((old.size, Self.flipped(old.root, &random)), new, proof), "\(what): old root")
      #expect(!Self.continues(old, (new.size, Self.flipped(new.root, &random)), proof), "\(what): new root")
      #expect(!Self.continues(new, old, proof), "\(what): turned round")
      for bad in Self.spoilt(proof, &random) { #expect(!Self.continues(old, new, bad), "\(what): proof") }
      for size in [old.size - 1, old.size + 1, new.size] where size > 0 && size <= new.size && size != old.size {
        #expect(!Self.continues(Self.tree(size), new, proof), "\(what): from \(size)")
        #expect(!Self.continues((size, old.root), new, proof), "\(what): from \(size) with the old root")
      }
      for size in [new.size - 1, new.size + 1] where size > old.size && size <= Self.leaves.count {
        #expect(!Self.continues(old, Self.tree(size), proof), "\(what): to \(size)")
      }
    }
  }

  @Test("A history with a rewritten entry is not consistent with an older tree")
  func rewritten() {
    let old = Self.tree(11)
    for place in 0..<11 {
      var forged = Array(Self.leaves[..<23])
      forged[place] = Hash.leaf(Array("another entry".utf8))
      let proof = Tree.proveConsistency(from: 11, in: forged[...])
      #expect(!Self.continues(old, (23, Tree.root(forged)), proof), "entry \(place)")
    }
  }

  @Test("An inclusion proof alone does not prove the size of the tree")
  func sizeIsNotBound() {
    let proof = Tree.proveInclusion(of: 0, in: Self.leaves[..<3])
    let root = Tree.root(Self.leaves[..<3])
    #expect(Self.includes(Self.leaves[0], 0, 3, root, proof))
    #expect(Self.includes(Self.leaves[0], 0, 4, root, proof))
    #expect(!Self.includes(Self.leaves[0], 0, 5, root, proof))
  }

  @Test("A failed proof gives the reason")
  func reasons() {
    let (leaf, root) = (Self.leaves[0], Tree.root(Self.leaves[..<2]))
    func inclusion(_ index: Int, _ size: Int, _ proof: [Hash]) throws {
      try Tree.checkInclusion(of: leaf, at: index, size: size, root: root, proof: proof)
    }
    #expect(throws: ProofFault.outOfRange) { try inclusion(2, 2, []) }
    #expect(throws: ProofFault.outOfRange) { try inclusion(-1, 2, []) }
    #expect(throws: ProofFault.outOfRange) { try inclusion(0, 0, []) }
    #expect(throws: ProofFault.wrongLength) { try inclusion(0, 2, []) }
    #expect(throws: ProofFault.wrongLength) { try inclusion(0, 2, [leaf, leaf]) }
    #expect(throws: ProofFault.rootMismatch) { try inclusion(0, 2, [leaf]) }
    func consistency(_ old: Int, _ new: Int, _ proof: [Hash]) throws {
      try Tree.checkConsistency(oldSize: old, oldRoot: leaf, newSize: new, newRoot: root, proof: proof)
    }
    #expect(throws: ProofFault.outOfRange) { try consistency(3, 2, []) }
    #expect(throws: ProofFault.outOfRange) { try consistency(-1, 2, []) }
    #expect(throws: ProofFault.wrongLength) { try consistency(1, 2, []) }
    #expect(throws: ProofFault.wrongLength) { try consistency(2, 2, [leaf]) }
    #expect(throws: ProofFault.rootMismatch) { try consistency(2, 2, []) }
    #expect(throws: ProofFault.rootMismatch) { try consistency(1, 2, [leaf]) }
  }

  @Test("An empty tree is consistent only with itself")
  func empty() {
    let nothing = (size: 0, root: Hash.emptyRoot)
    #expect(Self.continues(nothing, nothing, []))
    #expect(!Self.continues(nothing, Self.tree(5), []))
    #expect(!Self.continues(nothing, Self.tree(5), [Self.leaves[0]]))
    #expect(!Self.continues((0, Self.leaves[0]), Self.tree(5), []))
    #expect(!Self.continues(nothing, (0, Self.leaves[0]), []))
  }
}
