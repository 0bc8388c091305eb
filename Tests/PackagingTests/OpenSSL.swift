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
    case p256 = "ec"

    var testDescription: String { self == .p256 ? "EC P-256" : rawValue }

    fileprivate var options: [String] { self == .p256 ? ["-pkeyopt", "ec_paramgen_curve:P-256"] : [] }
  }

  let folder: Folder

  init() throws { folder = try Folder() }

  /// Makes a self-signed certificate in `name.pem`, and its key in `name.key`.
  @discardableResult
  func make(_ kind: Kind, _ name: String = "authority", days: Int = 30) throws -> Certificate {
    try make(kind.rawValue, kind.options, name, days)
  }

  /// Makes a certificate for a key that can only sign.
  func makeSigner(_ name: String = "signer") throws -> Certificate { try make("ed25519", [], name, 30) }

  private func make(_ key: String, _ options: [String], _ name: String, _ days: Int) throws -> Certificate {
    let files = ["-keyout", "\(name).key", "-out", "\(name).pem", "-days", "\(days)", "-subj", "/CN=\(name)"]
    let arguments = ["req", "-x509", "-nodes", "-newkey", key] + options + files
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
}
