import Foundation
import TamperLog
import TestTools
import Testing

/// Runs the program `ssh-keygen` in its own folder: makes keys, signs and verifies.
struct SSHKeygen {
  static var isHere: Bool { Tool.isHere("ssh-keygen") }

  /// The kinds of keys that officers may have, with the arguments for `ssh-keygen -t … -b …`.
  enum Kind: String, CaseIterable, CustomTestStringConvertible {
    case ed25519
    case p256 = "256"
    case p384 = "384"
    case p521 = "521"

    var testDescription: String { self == .ed25519 ? rawValue : "ecdsa \(rawValue)" }

    fileprivate var arguments: [String] { self == .ed25519 ? ["-t", "ed25519"] : ["-t", "ecdsa", "-b", rawValue] }
  }

  let folder: Folder

  init() throws { folder = try Folder() }

  /// Makes a key pair, and returns the line of the public key.
  @discardableResult
  func make(_ kind: Kind, _ name: String = "key") throws -> String { try make(kind.arguments, name) }

  /// Makes a key pair of any kind, and returns the line of the public key.
  @discardableResult
  func make(_ arguments: [String], _ name: String) throws -> String {
    let comment = ["-q", "-N", "", "-C", "\(name) of a test", "-f", name]
    try #require(try Tool.run("ssh-keygen", arguments + comment, in: folder).status == 0)
    return String(decoding: try folder.read(name + ".pub"), as: UTF8.self)
  }

  /// Signs a message, and returns the armoured signature.
  func sign(
    _ message: [UInt8], namespace: String = "amanat-entry", key: String = "key", hash: String? = nil
  ) throws -> String {
    let option = hash.map { ["-O", "hashalg=\($0)"] } ?? []
    let arguments = ["-Y", "sign", "-q", "-n", namespace, "-f", key] + option
    let finished = try Tool.run("ssh-keygen", arguments, in: folder, input: message)
    try #require(finished.status == 0)
    return finished.output
  }

  /// Says whether `ssh-keygen -Y verify` accepts the signature of this key over the message.
  func verifies(
    _ armored: String, over message: [UInt8], namespace: String = "amanat-entry", key line: String
  ) throws -> Bool {
    try folder.write("officer \(line)\n".utf8, as: "allowed")
    try folder.write(armored.utf8, as: "signature")
    let arguments = ["-Y", "verify", "-f", "allowed", "-I", "officer", "-n", namespace, "-s", "signature"]
    return try Tool.run("ssh-keygen", arguments, in: folder, input: message).status == 0
  }
}
