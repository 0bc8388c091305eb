import Crypto
import Foundation
import TamperLog
import Testing

/// Tests that base64 and the numbers in signatures have only one accepted form. A lenient reader accepts several forms.
@Suite("One spelling")
struct SpellingTests {
  private let key = P256.Signing.PrivateKey()

  private var blob: [UInt8] {
    HandmadeSignature.string("ecdsa-sha2-nistp256") + HandmadeSignature.string("nistp256")
      + HandmadeSignature.string(key.publicKey.x963Representation)
  }

  /// Returns another base64 text of the same bytes, with an unused bit set, or nil if there are no unused bits.
  private func other(_ base64: String) -> String? {
    let digits = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/")
    let padding = base64.suffix(while: { $0 == "=" })
    guard !padding.isEmpty, let last = base64.dropLast(padding.count).last, let place = digits.firstIndex(of: last)
    else { return nil }
    return base64.dropLast(padding.count + 1) + String(digits[place + 1]) + padding
  }

  @Test("The line of a key with unused bits set, or with only padding, is refused")
  func keyLine() throws {
    let base64 = Data(blob).base64EncodedString()
    let changed = try #require(other(base64))
    #expect(Data(base64Encoded: changed) == Data(blob), "Foundation reads both")
    #expect(SSHPublicKey(line: "ecdsa-sha2-nistp256 \(base64)") != nil)
    #expect(SSHPublicKey(line: "ecdsa-sha2-nistp256 \(changed)") == nil)
    for word in ["====", "=", "QQ=="] { #expect(SSHPublicKey(line: "ecdsa-sha2-nistp256 \(word)") == nil) }
  }

  @Test("An armour with unused bits set is refused")
  func armour() throws {
    var made = HandmadeSignature(publicKey: blob)
    var changed: String?
    // One of three lengths leaves no unused bits, so the namespace is made longer until there are some.
    repeat {
      made.namespace += "x"
      let lines = made.armored.split(separator: "\n")
      changed = other(String(lines[lines.count - 2])).map { last in
        (lines.dropLast(2) + [last[...], lines[lines.count - 1]]).joined(separator: "\n") + "\n"
      }
    } while changed == nil
    #expect(SSHSignature(armored: made.armored) != nil)
    #expect(SSHSignature(armored: try #require(changed)) == nil)
  }

  @Test("A checkpoint whose root has unused bits set does not open, even if its signature is valid")
  func checkpoint() throws {
    let key = Curve25519.Signing.PrivateKey()
    let publicKey = Array(key.publicKey.rawRepresentation)
    let checkpoint = Checkpoint(origin: "log.example", size: 1, root: Hash.of([1]))
    let sealed = try checkpoint.seal(with: key)
    let root = Data(checkpoint.root.bytes).base64EncodedString()
    let body = "log.example\n1\n\(try #require(other(root)))\n"
    let word = try #require(sealed.split(whereSeparator: \.isWhitespace).last)
    let id = try #require(Data(base64Encoded: String(word))).prefix(4)
    let line = "— log.example \((id + (try key.signature(for: Array(body.utf8)))).base64EncodedString())\n"
    #expect(Checkpoint.open(sealed, key: publicKey) == checkpoint)
    #expect(Checkpoint.open(body + "\n" + line, key: publicKey) == nil)
  }

  @Test("A number of an ECDSA signature with an unnecessary leading zero is refused")
  func numbers() throws {
    let message = Array("an entry".utf8)
    var made = HandmadeSignature(publicKey: blob)
    let raw = Array(try key.signature(for: made.signed(message)).rawRepresentation)
    let (r, s) = (HandmadeSignature.mpint(raw[..<32]), HandmadeSignature.mpint(raw[32...]))
    func holds(_ numbers: [UInt8]) -> Bool {
      made.signature = HandmadeSignature.string("ecdsa-sha2-nistp256") + HandmadeSignature.string(numbers)
      return SSHSignature(armored: made.armored)?.signs(message, namespace: made.namespace) == true
    }
    #expect(holds(r + s))
    #expect(!holds(HandmadeSignature.string([0] + r.dropFirst(4)) + s))
    #expect(!holds(r + HandmadeSignature.string([0, 0] + s.dropFirst(4))))
  }
}

extension String {
  /// Returns the longest suffix whose characters all satisfy a condition.
  fileprivate func suffix(while holds: (Character) -> Bool) -> Substring {
    self[(lastIndex { !holds($0) }.map { index(after: $0) } ?? startIndex)...]
  }
}
