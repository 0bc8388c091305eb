import Foundation
import TamperLog
import Testing

/// The folder of the corpus, beside the checkout.
private let corpus = URL(filePath: #filePath).resolvingSymlinksInPath().deletingLastPathComponent()
  .appending(path: "../../../shared/corpora/merkle").standardizedFileURL

private let isHere = FileManager.default.fileExists(atPath: corpus.path)

/// Runs the test cases of another implementation of the tree, valid and invalid ones.
@Suite("Merkle probes", .enabled(if: isHere, "the corpus merkle is not here"))
struct MerkleProbeTests {
  private struct Inclusion: Decodable {
    var leafIdx: UInt64
    var treeSize: UInt64
    var root: Data
    var leafHash: Data
    var proof: [Data]?
    var wantErr: Bool
  }

  private struct Consistency: Decodable {
    var size1: UInt64
    var size2: UInt64
    var root1: Data
    var root2: Data
    var proof: [Data]?
    var wantErr: Bool
  }

  private static func probes<Probe: Decodable>(_ kind: String, _: Probe.Type) throws -> [(name: String, probe: Probe)] {
    let folder = corpus.appending(path: kind)
    let names = try FileManager.default.subpathsOfDirectory(atPath: folder.path).filter { $0.hasSuffix(".json") }
    return try names.sorted().map { name in
      (name, try JSONDecoder().decode(Probe.self, from: Data(contentsOf: folder.appending(path: name))))
    }
  }

  /// Returns the hash in a probe. Some probes have words such as `don't care 1` in place of a hash. The hash of the
  /// words replaces them, so that equal words give equal hashes. Empty data give nil.
  private static func hash(_ data: Data) -> Hash? {
    data.isEmpty ? nil : Hash(data) ?? Hash.of(data)
  }

  private static func hashes(_ list: [Data]?) -> [Hash]? {
    let read = (list ?? []).compactMap(hash)
    return read.count == (list ?? []).count ? read : nil
  }

  private static func accepts(_ probe: Inclusion) -> Bool {
    guard let index = Int(exactly: probe.leafIdx), let size = Int(exactly: probe.treeSize),
      let leaf = hash(probe.leafHash),
      let root = hash(probe.root), let proof = hashes(probe.proof)
    else { return false }
    return (try? Tree.checkInclusion(of: leaf, at: index, size: size, root: root, proof: proof)) != nil
  }

  private static func accepts(_ probe: Consistency) -> Bool {
    guard let old = Int(exactly: probe.size1), let new = Int(exactly: probe.size2), let oldRoot = hash(probe.root1),
      let newRoot = hash(probe.root2), let proof = hashes(probe.proof)
    else { return false }
    return
      (try? Tree.checkConsistency(oldSize: old, oldRoot: oldRoot, newSize: new, newRoot: newRoot, proof: proof)) != nil
  }

  @Test("Every inclusion probe is accepted or refused as its author expects")
  func inclusion() throws {
    let probes = try Self.probes("inclusion", Inclusion.self)
    #expect(probes.count > 90 && probes.contains { !$0.probe.wantErr })
    for (name, probe) in probes { #expect(Self.accepts(probe) != probe.wantErr, "inclusion/\(name)") }
  }

  @Test("Every consistency probe is accepted or refused as its author expects")
  func consistency() throws {
    let probes = try Self.probes("consistency", Consistency.self)
    #expect(probes.count > 90 && probes.contains { !$0.probe.wantErr })
    for (name, probe) in probes { #expect(Self.accepts(probe) != probe.wantErr, "consistency/\(name)") }
  }
}
