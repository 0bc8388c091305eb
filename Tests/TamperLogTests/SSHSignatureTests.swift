import Foundation
import TamperLog
import TestTools
import Testing

/// Tests signatures that OpenSSH made, unchanged and with changes.
@Suite("SSH signatures", .enabled(if: SSHKeygen.isHere, "ssh-keygen is not here"))
struct SSHSignatureTests {
  private let keygen: SSHKeygen
  private let message = Array("{\"event\":\"received\",\"متن\":\"حکم\"}\n".utf8)

  init() throws { keygen = try SSHKeygen() }

  private func holds(_ armored: String, _ message: [UInt8]? = nil, namespace: String = "amanat-entry") -> Bool {
    SSHSignature(armored: armored)?.signs(message ?? self.message, namespace: namespace) ?? false
  }

  @Test(
    "A signature of ssh-keygen verifies, with its key and its namespace", arguments: SSHKeygen.Kind.allCases)
  func signed(kind: SSHKeygen.Kind) throws {
    let key = try #require(SSHPublicKey(line: try keygen.make(kind)))
    for hash in [nil, "sha256", "sha512"] {
      let armored = try keygen.sign(message, hash: hash)
      let signature = try #require(SSHSignature(armored: armored))
      #expect(signature.signs(message, namespace: "amanat-entry"))
      #expect(signature.key == key && signature.namespace == "amanat-entry" && signature.armored == armored)
    }
    #expect(holds(try keygen.sign([]), []))
  }

  @Test("Many signatures of one key verify, with numbers of every width", arguments: SSHKeygen.Kind.allCases)
  func many(kind: SSHKeygen.Kind) throws {
    try keygen.make(kind)
    for number in 0..<12 {
      let message = Array("entry \(number)".utf8)
      #expect(holds(try keygen.sign(message), message), "entry \(number)")
    }
  }

  @Test("Another message, another namespace and another person's key are refused", arguments: SSHKeygen.Kind.allCases)
  func refused(kind: SSHKeygen.Kind) throws {
    let line = try keygen.make(kind)
    let other = try keygen.make(kind, "other")
    let armored = try keygen.sign(message)
    #expect(holds(armored))
    #expect(!holds(armored, message + [0x0A]))
    #expect(!holds(armored, Array(message.dropLast())))
    #expect(!holds(armored, []))
    for namespace in ["amanat-disclosure", "amanat-entry ", "Amanat-entry", ""] {
      #expect(!holds(armored, namespace: namespace), "\(namespace)")
    }
    // Replaces the signer's key in the signature by the other key.
    let (mine, theirs) = (try #require(SSHPublicKey(line: line)), try #require(SSHPublicKey(line: other)))
    let bytes = HandmadeSignature.bytes(armored)
    let place = try #require(bytes.firstRange(of: mine.blob))
    let forged = HandmadeSignature.armor(bytes.replacingSubrange(place, with: theirs.blob))
    #expect(SSHSignature(armored: forged)?.key == theirs)
    #expect(!holds(forged))
    #expect(try !keygen.verifies(forged, over: message, key: other))
  }

  @Test("A signature with any one bit changed in any byte is refused", arguments: SSHKeygen.Kind.allCases)
  func everyByte(kind: SSHKeygen.Kind) throws {
    try keygen.make(kind)
    let bytes = HandmadeSignature.bytes(try keygen.sign(message))
    #expect(holds(HandmadeSignature.armor(bytes)))
    var random = SplitMix.printed(for: "changed signatures, \(kind.testDescription)")
    for place in bytes.indices {
      var changed = bytes
      changed[place] ^= 1 << UInt8.random(in: 0..<8, using: &random)
      #expect(!holds(HandmadeSignature.armor(changed)), "byte \(place) of \(bytes.count)")
    }
    for count in 0..<bytes.count {
      #expect(SSHSignature(armored: HandmadeSignature.armor(Array(bytes.prefix(count)))) == nil, "\(count) bytes")
    }
    #expect(SSHSignature(armored: HandmadeSignature.armor(bytes + [0])) == nil)
  }

  @Test("An armour that differs from ssh-keygen's format is refused")
  func armour() throws {
    try keygen.make(.ed25519)
    let armored = try keygen.sign(message)
    let lines = armored.split(separator: "\n")
    let bad = [
      "", "\n", String(armored.dropLast()), armored + "\n", armored + " ", " " + armored, "\n" + armored,
      armored + armored, armored + "garbage\n", "garbage\n" + armored, armored.replacing("\n", with: "\r\n"),
      armored.replacing("\n", with: "\r"), armored.replacing("SSH SIGNATURE", with: "PGP SIGNATURE"),
      armored.replacing("\n-----END", with: " \n-----END"), armored.replacing("\n-----END", with: "\n*\n-----END"),
      lines.dropFirst().joined(separator: "\n") + "\n", lines.dropLast().joined(separator: "\n") + "\n",
      "\(lines[0])\n\(lines[lines.count - 1])\n",
    ]
    for text in bad { #expect(SSHSignature(armored: text) == nil, "\(text.debugDescription)") }
  }

  @Test("Consecutive signatures are read in their order, and nothing else may be between them")
  func several() throws {
    try keygen.make(.ed25519, "first")
    try keygen.make(.p256, "second")
    let (one, two) = (try keygen.sign(message, key: "first"), try keygen.sign(message, key: "second"))
    let both = try #require(SSHSignature.all(in: one + two))
    #expect(both.map(\.armored) == [one, two])
    #expect(both.map(\.key.kind) == [.ed25519, .p256])
    #expect(both.allSatisfy { $0.signs(message, namespace: "amanat-entry") })
    #expect(SSHSignature.all(in: one)?.count == 1)
    #expect(SSHSignature.all(in: "") == [])
    let bad = [
      one + "\n" + two, one + "x" + two, one + two + "\n", "\n" + one + two, one + two.dropLast(),
      one + two + "garbage",
      one.replacing("\n", with: "\r\n") + two, String(one.dropLast()) + two, one + two.dropFirst(),
    ]
    for text in bad { #expect(SSHSignature.all(in: text) == nil, "\(text.debugDescription)") }
  }

  @Test("An RSA key is refused, and so is a signature by it")
  func rsa() throws {
    #expect(SSHPublicKey(line: try keygen.make(["-t", "rsa", "-b", "2048"], "key")) == nil)
    #expect(SSHSignature(armored: try keygen.sign(message)) == nil)
  }
}

extension Array {
  fileprivate func replacingSubrange(_ range: Range<Int>, with other: [Element]) -> [Element] {
    Array(self[..<range.lowerBound]) + other + Array(self[range.upperBound...])
  }
}
