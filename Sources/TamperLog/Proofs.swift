/// The reason why a proof was not accepted.
public enum ProofFault: Error, Sendable, Equatable {
  /// The leaf's index is not below the tree's size, or the older tree is larger than the newer, or a size is negative.
  case outOfRange
  /// The proof has more or fewer hashes than the sizes need.
  case wrongLength
  /// The hashes do not give the claimed root.
  case rootMismatch
}

extension Tree {
  /// Checks an inclusion proof (RFC 9162 section 2.1.3.2, for the tree of RFC 6962).
  public static func checkInclusion(
    of leaf: Hash, at index: Int, size: Int, root: Hash, proof: [Hash]
  ) throws(ProofFault) {
    guard index >= 0, size > index else { throw .outOfRange }
    var position = index
    var last = size - 1
    var hash = leaf
    for sibling in proof {
      guard last > 0 else { throw .wrongLength }
      if position & 1 == 1 || position == last {
        hash = .node(sibling, hash)
        while position & 1 == 0, position != 0 {
          position >>= 1
          last >>= 1
        }
      } else {
        hash = .node(hash, sibling)
      }
      position >>= 1
      last >>= 1
    }
    guard last == 0 else { throw .wrongLength }
    guard hash == root else { throw .rootMismatch }
  }

  /// Checks that a tree continues an older one (RFC 9162 section 2.1.4.2).
  ///
  /// A proof from an empty tree to a larger one is refused as out of range, because every tree continues the empty
  /// tree.
  public static func checkConsistency(
    oldSize: Int, oldRoot: Hash, newSize: Int, newRoot: Hash, proof: [Hash]
  ) throws(ProofFault) {
    guard oldSize >= 0, newSize >= oldSize, oldSize > 0 || newSize == 0 else { throw .outOfRange }
    if oldSize == newSize {
      guard proof.isEmpty else { throw .wrongLength }
      guard oldRoot == newRoot, newSize > 0 || newRoot == .emptyRoot else { throw .rootMismatch }
      return
    }
    var path = proof[...]
    var position = oldSize - 1
    var last = newSize - 1
    while position & 1 == 1 {
      position >>= 1
      last >>= 1
    }
    var old: Hash
    if position == 0 {
      // The size of the older tree is a power of two, so its root is the first node of the path.
      old = oldRoot
    } else {
      guard let first = path.popFirst() else { throw .wrongLength }
      old = first
    }
    var new = old
    for sibling in path {
      guard last > 0 else { throw .wrongLength }
      if position & 1 == 1 || position == last {
        old = .node(sibling, old)
        new = .node(sibling, new)
        while position & 1 == 0, position != 0 {
          position >>= 1
          last >>= 1
        }
      } else {
        new = .node(new, sibling)
      }
      position >>= 1
      last >>= 1
    }
    guard last == 0 else { throw .wrongLength }
    guard old == oldRoot, new == newRoot else { throw .rootMismatch }
  }
}
