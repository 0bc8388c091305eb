import Crypto
import Foundation
import TamperLog
import TestTools
import Testing

@Suite("Checkpoint")
struct CheckpointTests {
  private let key = Curve25519.Signing.PrivateKey()
  private let checkpoint = Checkpoint(
    origin: "amanat.invalid/6f0d3a1c2b4e5f60", size: 12, root: Hash.of(Array("root".utf8)))

  private var publicKey: [UInt8] { Array(key.publicKey.rawRepresentation) }

  /// Returns a signature line of C2SP signed-note, made without the tested code.
  private func line(_ text: String, name: String, by signer: Curve25519.Signing.PrivateKey) throws -> String {
    let named = Array(name.utf8) + [0x0A, 0x01] + Array(signer.publicKey.rawRepresentation)
    let signature = try signer.signature(for: Data(text.utf8))
    return "— \(name) " + Data(SHA256.hash(data: named).prefix(4) + Array(signature)).base64EncodedString() + "\n"
  }

  private func note(_ text: String) throws -> String {
    text + "\n" + (try line(text, name: checkpoint.origin, by: key))
  }

  private func text(_ origin: String, _ size: String, _ root: String) -> String { "\(origin)\n\(size)\n\(root)\n" }

  private var root: String { Data(checkpoint.root.bytes).base64EncodedString() }

  @Test("A sealed checkpoint has the specified layout, and opens to the same checkpoint")
  func roundTrip() throws {
    let sealed = try checkpoint.seal(with: key)
    #expect(Checkpoint.open(sealed, key: publicKey) == checkpoint)
    #expect(sealed.hasPrefix("amanat.invalid/6f0d3a1c2b4e5f60\n12\n\(root)\n\n— amanat.invalid/6f0d3a1c2b4e5f60 "))
    #expect(Checkpoint.open(try note(text(checkpoint.origin, "12", root)), key: publicKey) == checkpoint)
    let empty = Checkpoint(origin: "amanat.invalid/0", size: 0, root: .emptyRoot)
    #expect(Checkpoint.open(try empty.seal(with: key), key: publicKey) == empty)
  }

  @Test("A checkpoint does not open with another key or without a key")
  func otherKey() throws {
    let sealed = try checkpoint.seal(with: key)
    #expect(Checkpoint.open(sealed, key: Array(Curve25519.Signing.PrivateKey().publicKey.rawRepresentation)) == nil)
    #expect(Checkpoint.open(sealed, key: []) == nil)
    #expect(Checkpoint.open(sealed, key: Array(publicKey.dropLast())) == nil)
  }

  @Test("A checkpoint whose origin, size or root was changed does not open")
  func changed() throws {
    let sealed = try checkpoint.seal(with: key)
    let other = Data(Hash.of([1]).bytes).base64EncodedString()
    for (old, new) in [("\n12\n", "\n13\n"), (root, other), ("amanat.invalid", "amanat.example")] {
      #expect(sealed.contains(old))
      #expect(Checkpoint.open(sealed.replacing(old, with: new), key: publicKey) == nil, "\(new)")
    }
  }

  @Test("A note with other lines, or without its last newline, does not open")
  func otherLines() throws {
    let sealed = try checkpoint.seal(with: key)
    for note in [sealed + "\n", sealed + "more\n", String(sealed.dropLast()), sealed + sealed, "\n" + sealed] {
      #expect(Checkpoint.open(note, key: publicKey) == nil, "\(note)")
    }
    let other = Curve25519.Signing.PrivateKey()
    let cosigned = sealed + (try line(text(checkpoint.origin, "12", root), name: "witness.example", by: other))
    #expect(Checkpoint.open(cosigned, key: publicKey) == checkpoint)
  }

  @Test("A changed character of the signature line does not open")
  func changedSignature() throws {
    let sealed = Array(try checkpoint.seal(with: key).utf8)
    let start = try #require(sealed.lastIndex(of: UInt8(ascii: " "))) + 1
    // The last characters are skipped, because they may have bits that base64 does not use.
    for place in start..<(sealed.count - 4) {
      var bytes = sealed
      bytes[place] = bytes[place] == UInt8(ascii: "A") ? UInt8(ascii: "B") : UInt8(ascii: "A")
      #expect(Checkpoint.open(String(decoding: bytes, as: UTF8.self), key: publicKey) == nil, "byte \(place)")
    }
  }

  @Test("Signatures of other signers before and after ours are ignored")
  func cosigned() throws {
    let body = text(checkpoint.origin, "12", root)
    let ours = try line(body, name: checkpoint.origin, by: key)
    let witness = try line(body, name: "witness.example", by: Curve25519.Signing.PrivateKey())
    let rotated = try line(body, name: checkpoint.origin, by: Curve25519.Signing.PrivateKey())
    #expect(Checkpoint.open(body + "\n" + witness + rotated + ours, key: publicKey) == checkpoint)
    #expect(Checkpoint.open(body + "\n" + ours + witness, key: publicKey) == checkpoint)
    #expect(Checkpoint.open(body + "\n" + witness + rotated, key: publicKey) == nil)
  }

  @Test("A signed note that is not a checkpoint does not open")
  func malformed() throws {
    let origin = checkpoint.origin
    let bad = [
      text(origin, "+12", root), text(origin, "012", root), text(origin, "-1", root), text(origin, "", root),
      text(origin, " 12", root), text(origin, "12 ", root), text(origin, "twelve", root), text(origin, "۱۲", root),
      text(origin, "99999999999999999999", root), text(origin, "-0", root), text(origin, "0x0C", root),
      text(origin, "12", ""), text(origin, "12", "not base64"),
      text(origin, "12", Data(checkpoint.root.bytes.dropLast()).base64EncodedString()),
      text(origin, "12", Data(checkpoint.root.bytes + [0]).base64EncodedString()),
      text(origin, "12", checkpoint.root.hex), text(origin, "12", root) + "one line more\n",
      "\(origin)\n12\n", "\(origin)\n", text("another.example", "12", root), "",
    ]
    for body in bad { #expect(Checkpoint.open(try note(body), key: publicKey) == nil, "\(body.debugDescription)") }
  }

  @Test("A note that is cut off, unsigned or written with other line ends does not open")
  func cut() throws {
    let sealed = try checkpoint.seal(with: key)
    let body = text(checkpoint.origin, "12", root)
    let bad = [
      "", "\n", "\n\n", body, body + "\n", String(sealed.dropFirst()), String(sealed.dropLast(6)),
      sealed.replacing("\n", with: "\r\n"), sealed.replacing("—", with: "-"), sealed.replacing("\n\n", with: "\n"),
      sealed.replacing("— ", with: ""), sealed.replacing("— \(checkpoint.origin) ", with: "— "),
    ]
    for note in bad { #expect(Checkpoint.open(note, key: publicKey) == nil, "\(note.debugDescription)") }
  }

  @Test(
    "openssl verifies the signature over the note's text",
    .enabled(if: Tool.isHere("openssl"), "openssl is not here"))
  func openssl() throws {
    let folder = try Folder()
    let sealed = try checkpoint.seal(with: key)
    let body = text(checkpoint.origin, "12", root)
    let word = try #require(sealed.split(whereSeparator: \.isWhitespace).last)
    let signature = try #require(Data(base64Encoded: String(word))).dropFirst(4)
    // The SubjectPublicKeyInfo of an Ed25519 key (RFC 8410): a fixed head and the 32 bytes of the key.
    let head: [UInt8] = [0x30, 0x2A, 0x30, 0x05, 0x06, 0x03, 0x2B, 0x65, 0x70, 0x03, 0x21, 0x00]
    try folder.write(head + publicKey, as: "key.der")
    try folder.write(signature, as: "signature")
    try folder.write(body.utf8, as: "text")
    try folder.write(body.replacing("12", with: "13").utf8, as: "other")
    func verify(_ file: String) throws -> Int32 {
      let key = ["-pubin", "-inkey", "key.der", "-keyform", "DER"]
      let arguments = ["pkeyutl", "-verify", "-rawin"] + key + ["-sigfile", "signature", "-in", file]
      return try Tool.run("openssl", arguments, in: folder).status
    }
    #expect(try verify("text") == 0)
    #expect(try verify("other") != 0)
  }
}
