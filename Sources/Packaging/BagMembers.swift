import Casework

/// The members of a sealed bag by their path, before any of them is believed.
struct BagMembers {
  /// The folder of the payload.
  static let data = "disclosure/data/"
  static let statement = "disclosure.json"
  static let certificate = "certificate.txt"
  private static let version = "disclosure/bagit.txt"
  private static let info = "disclosure/bag-info.txt"
  private static let manifest = "disclosure/manifest-sha256.txt"
  private static let tagManifest = "disclosure/tagmanifest-sha256.txt"
  private static let tags = [version, info, manifest, tagManifest]

  private let archive: Tar

  /// Reads an archive. No two members may have equal paths.
  init(reading bytes: [UInt8]) throws(PackageProblem) {
    do throws(PackagingFault) { archive = try Tar(reading: bytes) } catch { throw .archive }
    var seen: Set<String> = []
    for file in archive.files where !seen.insert(file.path).inserted { throw .memberTwice(file.path) }
  }

  private static func bytes(of path: String, in archive: Tar) -> [UInt8]? {
    archive.files.first { $0.path.utf8.elementsEqual(path.utf8) }?.bytes
  }

  private subscript(path: String) -> [UInt8]? { Self.bytes(of: path, in: archive) }

  /// Returns the bytes of a file of the payload, by its path under `data/`.
  func payload(_ name: String) -> [UInt8]? { self[Self.data + name] }

  /// The files of the payload, by their path under `data/`.
  var payloadFiles: [Tar.File] {
    archive.files.filter { $0.path.hasPrefix(Self.data) }.map {
      Tar.File(path: String($0.path.dropFirst(Self.data.count)), bytes: $0.bytes)
    }
  }

  /// Checks that the archive has the members of a bag with these tables, and no other member.
  func checkFiles(_ tables: [String]) throws(PackageProblem) {
    let wanted = Self.tags + ([Self.statement, Self.certificate] + tables).map { Self.data + $0 }
    for path in wanted where self[path] == nil { throw .memberMissing(path) }
    for member in archive.files where !wanted.contains(where: { $0.utf8.elementsEqual(member.path.utf8) }) {
      throw .memberUnexpected(member.path)
    }
  }

  /// Compares the archive with that of the same payload, packed again. Both archives are in the one form that `Tar`
  /// writes. So they are equal byte for byte if their files, the order of the files and the time are equal.
  func check(against packed: Bag) throws(PackageProblem) {
    func isEqual(_ path: String) -> Bool { self[path] == Self.bytes(of: path, in: packed.archive) }
    guard isEqual(Self.version) else { throw .version }
    if !isEqual(Self.info) {
      let expected = Self.bytes(of: Self.info, in: packed.archive)
      throw Self.oxum(self[Self.info]) == Self.oxum(expected) ? .bagInfo : .payloadOxum
    }
    guard isEqual(Self.manifest) else { throw .manifest }
    guard isEqual(Self.tagManifest) else { throw .tagManifest }
    guard archive == packed.archive else { throw .arrangement }
  }

  /// The line of the size of the payload.
  private static func oxum(_ info: [UInt8]?) -> Substring? {
    String(decoding: info ?? [], as: UTF8.self).split(separator: "\n").last { $0.hasPrefix("Payload-Oxum: ") }
  }
}
