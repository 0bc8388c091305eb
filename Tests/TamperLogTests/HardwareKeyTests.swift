import Crypto
import TamperLog
import Testing

/// Tests signatures of hardware keys with a token in software, written from OpenSSH's PROTOCOL.u2f.
@Suite("Hardware keys")
struct HardwareKeyTests {
  private static let kind = "sk-ssh-ed25519@openssh.com"
  private let message = Array("an entry".utf8)
  private let token = Curve25519.Signing.PrivateKey()

  private func blob(application: String = "ssh:") -> [UInt8] {
    HandmadeSignature.string(Self.kind) + HandmadeSignature.string(token.publicKey.rawRepresentation)
      + HandmadeSignature.string(application)
  }

  /// Signs as a token does. Flag 1 says that a person touched the token, flag 4 that the token verified the person.
  private func sign(
    flags: UInt8 = 1, counter: UInt32 = 7, application: String = "ssh:", bound: String = "ssh:"
  ) throws -> HandmadeSignature {
    var made = HandmadeSignature(publicKey: blob(application: bound))
    let signed =
      Array(SHA256.hash(data: Array(application.utf8))) + [flags] + HandmadeSignature.number(counter)
      + Array(SHA256.hash(data: made.signed(message)))
    made.signature =
      HandmadeSignature.string(Self.kind) + HandmadeSignature.string(try token.signature(for: signed)) + [flags]
      + HandmadeSignature.number(counter)
    return made
  }

  private func holds(_ made: HandmadeSignature) -> Bool {
    SSHSignature(armored: made.armored)?.signs(message, namespace: "amanat-entry") ?? false
  }

  @Test("A touched token's signature verifies here")
  func touched() throws {
    #expect(holds(try sign()))
    #expect(holds(try sign(flags: 5, counter: .max)))
    #expect(SSHPublicKey(blob: blob())?.kind == .hardwareEd25519)
  }

  @Test(
    "ssh-keygen verifies a touched token's signature too",
    .enabled(if: SSHKeygen.isHere, "ssh-keygen is not here"))
  func secondOpinion() throws {
    let keygen = try SSHKeygen()
    let line = HandmadeSignature.line(blob(), kind: Self.kind)
    let made = try sign()
    #expect(try keygen.verifies(made.armored, over: message, key: line))
    #expect(try !keygen.verifies(made.armored, over: message + [0], key: line))
    #expect(SSHPublicKey(line: line)?.description == line)
  }

  @Test("A signature of a token that was not touched is refused")
  func untouched() throws {
    for flags: UInt8 in [0, 4, 0x80] { #expect(!holds(try sign(flags: flags)), "flags \(flags)") }
  }

  @Test("Flags, counter and application are covered by the signature")
  func bound() throws {
    var lied = try sign(flags: 0)
    lied.signature[lied.signature.count - 5] = 1
    #expect(!holds(lied))
    for place in 1...4 {
      var moved = try sign()
      moved.signature[moved.signature.count - place] ^= 1
      #expect(!holds(moved), "counter byte \(place)")
    }
    #expect(!holds(try sign(application: "https://example.com")))
    #expect(!holds(try sign(bound: "ssh:other")))
    var longer = try sign()
    longer.signature.append(0)
    #expect(!holds(longer))
    var shorter = try sign()
    shorter.signature.removeLast()
    #expect(!holds(shorter))
  }

  @Test("A token's key without its application is refused")
  func withoutApplication() {
    let short = HandmadeSignature.string(Self.kind) + HandmadeSignature.string(token.publicKey.rawRepresentation)
    #expect(SSHPublicKey(blob: short) == nil)
    #expect(SSHPublicKey(blob: blob() + [0]) == nil)
  }
}
