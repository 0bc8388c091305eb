import Crypto
import TamperLog
import Testing

/// Tests signatures that ssh-keygen would not make. Some are also given to ssh-keygen, if it is installed.
@Suite("Signatures made by hand")
struct HandmadeSignatureTests {
  private let message = Array("an entry".utf8)

  private func holds(_ made: HandmadeSignature) -> Bool {
    SSHSignature(armored: made.armored)?.signs(message, namespace: made.namespace) ?? false
  }

  private func ed25519(_ change: (inout HandmadeSignature) -> Void = { _ in }) throws -> HandmadeSignature {
    let key = Curve25519.Signing.PrivateKey()
    let blob = HandmadeSignature.string("ssh-ed25519") + HandmadeSignature.string(key.publicKey.rawRepresentation)
    var made = HandmadeSignature(publicKey: blob)
    change(&made)
    let value = try key.signature(for: made.signed(message))
    made.signature = HandmadeSignature.string("ssh-ed25519") + HandmadeSignature.string(value)
    return made
  }

  @Test("A signature that follows the specification verifies")
  func specification() throws {
    #expect(holds(try ed25519()))
    #expect(holds(try ed25519 { $0.hashAlgorithm = "sha256" }))
    #expect(holds(try ed25519 { $0.namespace = "amanat-disclosure" }))
  }

  @Test(
    "A signature with another version, magic or hash, no namespace or reserved bytes is refused")
  func otherForms() throws {
    let changes: [(inout HandmadeSignature) -> Void] = [
      { $0.version = 0 }, { $0.version = 2 }, { $0.magic = "SSHSIH" }, { $0.namespace = "" }, { $0.reserved = [0] },
      { $0.hashAlgorithm = "sha1" }, { $0.hashAlgorithm = "SHA512" }, { $0.hashAlgorithm = "" },
      { $0.trailing = [0] }, { $0.trailing = Array(repeating: 0x41, count: 64) },
    ]
    for (number, change) in changes.enumerated() {
      #expect(SSHSignature(armored: try ed25519(change).armored) == nil, "change \(number)")
    }
  }

  @Test("A signature whose algorithm is not its key's, or that has bytes left over, is refused")
  func inside() throws {
    let good = try ed25519()
    let value = Array(good.signature.suffix(64))
    func with(_ signature: [UInt8]) -> HandmadeSignature {
      var made = good
      made.signature = signature
      return made
    }
    let named = HandmadeSignature.string("ssh-ed25519")
    #expect(holds(with(named + HandmadeSignature.string(value))))
    #expect(!holds(with(HandmadeSignature.string("ssh-rsa") + HandmadeSignature.string(value))))
    #expect(!holds(with(HandmadeSignature.string("ecdsa-sha2-nistp256") + HandmadeSignature.string(value))))
    #expect(!holds(with(named + HandmadeSignature.string(value) + [0])))
    #expect(!holds(with(named + HandmadeSignature.string(value + [0]))))
    #expect(!holds(with(named + HandmadeSignature.string(value.dropLast()))))
    #expect(!holds(with(named + HandmadeSignature.string([]))))
    #expect(!holds(with(named)))
    #expect(!holds(with([])))
  }

  @Test(
    "An ECDSA signature has two positive numbers no wider than the curve, as ssh-keygen requires",
    .enabled(if: SSHKeygen.isHere, "ssh-keygen is not here"))
  func numbers() throws {
    let keygen = try SSHKeygen()
    let key = P256.Signing.PrivateKey()
    let kind = HandmadeSignature.string("ecdsa-sha2-nistp256")
    let blob = kind + HandmadeSignature.string("nistp256") + HandmadeSignature.string(key.publicKey.x963Representation)
    var made = HandmadeSignature(publicKey: blob)
    var (r, s): ([UInt8], [UInt8]) = ([], [])
    // r must begin with a set bit, so that it is negative without a leading zero byte.
    repeat {
      let raw = Array(try key.signature(for: made.signed(message)).rawRepresentation)
      (r, s) = (Array(raw[..<32]), Array(raw[32...]))
    } while r[0] & 0x80 == 0
    let (mr, ms) = (HandmadeSignature.mpint(r), HandmadeSignature.mpint(s))
    func judge(_ value: [UInt8]) throws -> (ours: Bool, theirs: Bool) {
      made.signature = kind + HandmadeSignature.string(value)
      let line = HandmadeSignature.line(blob, kind: "ecdsa-sha2-nistp256")
      return (holds(made), try keygen.verifies(made.armored, over: message, key: line))
    }
    #expect(try judge(mr + ms) == (true, true))
    let bad = [
      HandmadeSignature.string(r) + ms, mr, mr + ms + [0], ms + mr, mr + mr, HandmadeSignature.string([1] + r) + ms,
      HandmadeSignature.string([]) + ms, HandmadeSignature.string([]) + HandmadeSignature.string([]), r + s, [],
    ]
    for (number, value) in bad.enumerated() { #expect(try judge(value) == (false, false), "form \(number)") }
  }
}
