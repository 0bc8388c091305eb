import Crypto
import TamperLog
import TestTools
import Testing

/// The definition of the tree, transcribed from RFC 6962 section 2.1. It uses only a hash function.
enum Definition {
  static func mth(_ leaves: ArraySlice<[UInt8]>) -> [UInt8] {
    guard let first = leaves.first else { return Array(SHA256.hash(data: [])) }
    if leaves.count == 1 { return Array(SHA256.hash(data: [0x00] + first)) }
    var k = 1
    while k * 2 < leaves.count { k *= 2 }
    let middle = leaves.startIndex + k
    return Array(SHA256.hash(data: [0x01] + mth(leaves[..<middle]) + mth(leaves[middle...])))
  }
}

@Suite("Tree")
struct TreeTests {
  /// The test leaves of the reference implementations of Certificate Transparency.
  private static let reference: [[UInt8]] = [
    [], [0x00], [0x10], [0x20, 0x21], [0x30, 0x31], Array(0x40...0x43), Array(0x50...0x57), Array(0x60...0x6F),
  ]

  @Test("The roots of the reference leaves are the published ones")
  func published() {
    #expect(Tree.root([]).hex == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855")
    let leaves = Self.reference.map(Hash.leaf)
    #expect(Tree.root([leaves[0]]).hex == "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d")
    #expect(Tree.root(leaves).hex == "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328")
  }

  @Test("A frontier that grows leaf by leaf has the defined root at every size")
  func frontier() throws {
    var frontier = Frontier()
    var data: [[UInt8]] = []
    for number in 0...130 {
      #expect(frontier.root.bytes == Definition.mth(data[...]), "size \(number)")
      #expect(frontier.size == number && frontier.peaks.count == number.nonzeroBitCount)
      #expect(Tree.root(data.map(Hash.leaf)) == frontier.root)
      #expect(Frontier(size: frontier.size, peaks: frontier.peaks) == frontier)
      let leaf = Array("entry \(number)".utf8)
      data.append(leaf)
      frontier.append(.leaf(leaf))
    }
  }

  @Test("A stored frontier whose peaks do not fit its size is refused")
  func storedFrontier() {
    let peak = Hash.leaf([1])
    #expect(Frontier(size: 0, peaks: [peak]) == nil)
    #expect(Frontier(size: 3, peaks: [peak]) == nil)
    #expect(Frontier(size: 4, peaks: [peak, peak]) == nil)
    #expect(Frontier(size: -1, peaks: []) == nil)
    #expect(Frontier(size: -1, peaks: Array(repeating: peak, count: 64)) == nil)
  }

  @Test("A hash has exactly 32 bytes")
  func width() {
    for count in [0, 1, 31, 33, 64] { #expect(Hash([UInt8](repeating: 7, count: count)) == nil) }
    #expect(Hash([UInt8](repeating: 0xA5, count: 32))?.hex == String(repeating: "a5", count: 32))
  }

  @Test(
    "sha256sum gives the same hashes of leaves, nodes and the empty tree",
    .enabled(if: Tool.isHere("sha256sum"), "sha256sum is not here"))
  func sha256sum() throws {
    let folder = try Folder()
    let (left, right) = (Hash.leaf(Array("left".utf8)), Hash.leaf([]))
    let pairs: [(Hash, [UInt8])] = [
      (.emptyRoot, []),
      (.of([1, 2, 3]), [1, 2, 3]),
      (left, [0x00] + Array("left".utf8)),
      (right, [0x00]),
      (.node(left, right), [0x01] + left.bytes + right.bytes),
    ]
    for (hash, bytes) in pairs {
      #expect(try Tool.run("sha256sum", [], in: folder, input: bytes).output == "\(hash.hex)  -\n")
    }
  }
}
