import Foundation
import Packaging
import TestTools
import Testing

/// Runs the program `openssl` in its own folder: makes certificates, opens envelopes and describes them.
struct OpenSSL {
  static var isHere: Bool { Tool.isHere("openssl") }

  /// The kinds of keys of an authority.
  enum Kind: String, CaseIterable, CustomTestStringConvertible {
    case rsa2048 = "rsa:2048"
    case rsa4096 = "rsa:4096"
    case p256 = "P-256"
    case p384 = "P-384"
    case p521 = "P-521"

    var testDescription: String { rawValue }

    /// The options of `openssl req` that make such a key.
    fileprivate var options: [String] {
      rawValue.hasPrefix("rsa")
        ? ["-newkey", rawValue] : ["-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:\(rawValue)"]
    }
  }

  let folder: Folder

  init() throws { folder = try Folder() }

  /// Makes a self-signed certificate in `name.pem`, and its key in `name.key`.
  @discardableResult
  func make(_ kind: Kind, _ name: String = "authority", days: Int = 30) throws -> Certificate {
    try make(options: kind.options, name, days: days)
  }

  /// Makes a certificate with options of `openssl req`, which name the kind of the key.
  @discardableResult
  func make(options: [String], _ name: String = "authority", days: Int = 30) throws -> Certificate {
    let files = ["-keyout", "\(name).key", "-out", "\(name).pem", "-days", "\(days)"]
    let subject = options.contains("-subj") ? [] : ["-subj", "/CN=\(name)"]
    let arguments = ["req", "-x509", "-nodes"] + options + files + subject
    try #require(try Tool.run("openssl", arguments, in: folder).status == 0)
    return try Certificate(pem: try folder.read("\(name).pem"))
  }

  /// Decrypts an envelope, or returns nil if openssl refuses. The output of a refused decryption is ignored.
  func open(_ envelope: [UInt8], key: String = "authority", certificate: String? = nil) throws -> [UInt8]? {
    try folder.write(envelope, as: "envelope.cms")
    let recipient = certificate.map { ["-recip", "\($0).pem"] } ?? []
    let arguments = ["cms", "-decrypt", "-binary", "-inform", "DER", "-in", "envelope.cms", "-inkey", "\(key).key"]
    let finished = try Tool.run("openssl", arguments + recipient, in: folder)
    return finished.status == 0 ? finished.bytes : nil
  }

  /// Describes an envelope.
  func describe(_ envelope: [UInt8]) throws -> String {
    try folder.write(envelope, as: "envelope.cms")
    let arguments = ["cms", "-cmsout", "-print", "-noout", "-inform", "DER", "-in", "envelope.cms"]
    return try Tool.run("openssl", arguments, in: folder).output
  }

  /// Lists the ASN.1 values of an envelope, or returns nil if openssl refuses.
  func parse(_ envelope: [UInt8]) throws -> String? {
    try folder.write(envelope, as: "envelope.cms")
    let arguments = ["asn1parse", "-inform", "DER", "-in", "envelope.cms"]
    let finished = try Tool.run("openssl", arguments, in: folder)
    return finished.status == 0 ? finished.output : nil
  }

  /// Derives octets with HKDF-SHA-256. The texts are hexadecimal.
  func hkdf(salt: String, key: String, info: String, length: Int) throws -> String {
    let options = ["digest:SHA2-256", "hexsalt:\(salt)", "hexkey:\(key)", "hexinfo:\(info)"]
    let arguments = ["kdf", "-keylen", "\(length)"] + options.flatMap { ["-kdfopt", $0] } + ["HKDF"]
    return try Tool.run("openssl", arguments, in: folder).output.filter(\.isHexDigit)
  }
}

extension Certificate {
  /// Makes an envelope with a seed and a case key of its own.
  func seal(_ content: [UInt8]) throws -> [UInt8] {
    func random(_ count: Int) -> [UInt8] { (0..<count).map { _ in .random(in: 0...255) } }
    return try Envelope.seal(
      content, to: self, seed: try #require(Envelope.Seed(random(Envelope.Seed.length))),
      caseKey: try #require(Envelope.CaseKey(random(Envelope.CaseKey.length))), volume: 1)
  }
}
