import Crypto

/// A package: a BagIt 1.0 bag (RFC 8493) in a tar archive (`Tar`). Equal input gives equal bytes.
///
/// The archive's files, in this order, all under one folder:
///
///     disclosure/bagit.txt                     the version
///     disclosure/bag-info.txt                  the sender, the day, the size of the payload
///     disclosure/manifest-sha256.txt           SHA-256 of every payload file: `sha256sum -c` reads it
///     disclosure/data/…                        the payload, sorted by path
///     disclosure/tagmanifest-sha256.txt        SHA-256 of the three tag files above
///     disclosure/tagmanifest-sha256.txt.sig    an SSH signature over the tag manifest
///
/// Every tag file is UTF-8 with LF at the end of every line. `bagit.txt` has two lines and `bag-info.txt` has three:
///
///     BagIt-Version: 1.0
///     Tag-File-Character-Encoding: UTF-8
///
///     Source-Organization: Example Shop, Example City
///     Bagging-Date: 2026-11-22
///     Payload-Oxum: 4711.3
///
/// Line breaks in the organisation's name are replaced by spaces. `Payload-Oxum` is the number of octets of the
/// payload, a dot, and the number of its files. A manifest has one line for each file, in the order of the archive: 64
/// lower-case hexadecimal digits, two spaces, the path below `disclosure/`.
///
/// The payload is one CSV file for each table (`CSV`, `Payload`), and `disclosure.json` and `certificate.txt`
/// (`Statement`).
///
/// The signature is an armoured SSHSIG in the namespace `amanat-disclosure`. It is added at the approval. All other
/// files are fixed when the data are collected. The signature covers all of them: the tag manifest has the digest of
/// the manifest, and the manifest has the digests of the payload.
public struct Bag: Sendable, Hashable {
  /// The namespace of the signature over the tag manifest.
  public static let namespace = "amanat-disclosure"
  private static let folder = "disclosure/"
  private static let tagManifest = "tagmanifest-sha256.txt"

  /// The archive with all files of the bag.
  private(set) var archive: Tar

  /// Packs payload files.
  ///
  /// - Parameters:
  ///   - payload: files by their path under `data/`.
  ///   - organization: the name of the sender.
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

  /// Reads the bytes of a bag that was packed before.
  ///
  /// - Throws: `PackagingFault.notABag` if the bytes are not an archive in the form that `Tar` writes, or if the
  ///   archive has no tag manifest.
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

  /// Returns the bytes of the archive.
  ///
  /// - Throws: `PackagingFault.archive` if a path is too long or a file is too large for its tar header.
  public func bytes() throws(PackagingFault) -> [UInt8] { try archive.bytes() }

  /// The bytes that an approver signs: the tag manifest. Through the manifests it covers every other file of the bag.
  public var signedBytes: [UInt8] {
    archive.files.first { $0.path == Self.folder + Self.tagManifest }?.bytes ?? []
  }

  /// Returns the bag with a signature, in a file beside the tag manifest.
  public func signed(_ signature: String) -> Bag {
    var result = self
    result.archive.files.append(
      Tar.File(path: Self.folder + Self.tagManifest + ".sig", bytes: Array(signature.utf8)))
    return result
  }
}
