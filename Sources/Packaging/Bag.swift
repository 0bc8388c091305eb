import Crypto

/// A BagIt 1.0 bag (RFC 8493) in a tar archive, under the one folder `disclosure/`:
///
///     disclosure/bagit.txt                     the version
///     disclosure/bag-info.txt                  who sent it, when, how much
///     disclosure/data/…                        the payload
///     disclosure/manifest-sha256.txt           SHA-256 of every payload file: `sha256sum -c` reads it
///     disclosure/tagmanifest-sha256.txt        SHA-256 of the three tag files above
///     disclosure/tagmanifest-sha256.txt.sig    an SSH signature over the tag manifest, so over all of it
///
/// The signature is added when somebody approves; the rest is fixed when it is collected, byte for byte.
public struct Bag: Sendable, Hashable {
  /// The namespace of the signature over the tag manifest.
  public static let namespace = "amanat-disclosure"
  private static let folder = "disclosure/"
  private static let tagManifest = "tagmanifest-sha256.txt"

  private var archive: Tar

  /// Packs payload files.
  ///
  /// - Parameters:
  ///   - payload: files by their path under `data/`.
  ///   - organization: who sends it, on one line.
  ///   - date: the day of packing, `YYYY-MM-DD`.
  ///   - time: the modification time of every file, in seconds since 1970.
  public init(payload: [Tar.File], organization: String, date: String, time: Int64) {
    let data = payload.map { Tar.File(path: "data/" + $0.path, bytes: $0.bytes) }.sorted { $0.path < $1.path }
    let octets = data.reduce(0) { $0 + $1.bytes.count }
    let line = organization.split(whereSeparator: \.isNewline).joined(separator: " ")
    let tags = [
      Tar.File(path: "bagit.txt", bytes: Array("BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n".utf8)),
      Tar.File(
        path: "bag-info.txt",
        bytes: Array(
          "Source-Organization: \(line)\nBagging-Date: \(date)\nPayload-Oxum: \(octets).\(data.count)\n".utf8)),
      Tar.File(path: "manifest-sha256.txt", bytes: Self.manifest(data)),
    ]
    let files = tags + data + [Tar.File(path: Self.tagManifest, bytes: Self.manifest(tags))]
    archive = Tar(files: files.map { Tar.File(path: Self.folder + $0.path, bytes: $0.bytes) }, time: time)
  }

  /// Reads a bag that was packed before.
  public init(reading bytes: [UInt8]) throws(PackagingFault) {
    archive = try Tar(reading: bytes)
    guard archive.files.contains(where: { $0.path == Self.folder + Self.tagManifest }) else { throw .notABag }
  }

  private static func manifest(_ files: [Tar.File]) -> [UInt8] {
    let digits = Array("0123456789abcdef")
    return Array(
      files.map { file in
        let hex = String(SHA256.hash(data: file.bytes).flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] })
        return "\(hex)  \(file.path)\n"
      }.joined().utf8)
  }

  /// The bytes of the archive.
  public func bytes() throws(PackagingFault) -> [UInt8] { try archive.bytes() }

  /// What an approver signs: the tag manifest, and with it every byte of the bag.
  public var signedBytes: [UInt8] {
    archive.files.first { $0.path == Self.folder + Self.tagManifest }?.bytes ?? []
  }

  /// Returns the bag with the signature beside the tag manifest.
  public func signed(_ signature: String) -> Bag {
    var result = self
    result.archive.files.append(
      Tar.File(path: Self.folder + Self.tagManifest + ".sig", bytes: Array(signature.utf8)))
    return result
  }
}
