import Crypto
import Foundation
import TamperLog
import TestTools
import Testing

@Suite("SSH public keys")
struct SSHPublicKeyTests {
  @Test(
    "A line of ssh-keygen is read without its comment, with the fingerprint that ssh-keygen prints",
    .enabled(if: SSHKeygen.isHere, "ssh-keygen is not here"), arguments: SSHKeygen.Kind.allCases)
  func line(kind: SSHKeygen.Kind) throws {
    let keygen = try SSHKeygen()
    let line = try keygen.make(kind)
    let key = try #require(SSHPublicKey(line: line))
    #expect(line == "\(key) key of a test\n")
    #expect(SSHPublicKey(line: key.description) == key && SSHPublicKey(blob: key.blob) == key)
    let listed = try Tool.run("ssh-keygen", ["-l", "-f", "key.pub"], in: keygen.folder).output
    #expect(listed.split(separator: " ")[1] == key.fingerprint[...])
  }

  private static let point = Curve25519.Signing.PrivateKey().publicKey.rawRepresentation

  private static func blob(_ parts: [UInt8]...) -> [UInt8] { parts.flatMap { HandmadeSignature.string($0) } }

  private static let good = blob(Array("ssh-ed25519".utf8), Array(point))

  @Test("A line with options, another kind than in its blob, or no blob is refused")
  func badLines() {
    let base64 = Data(Self.good).base64EncodedString()
    #expect(SSHPublicKey(line: "ssh-ed25519 \(base64)") != nil)
    let bad = [
      "", "ssh-ed25519", base64, "ssh-rsa \(base64)", "ecdsa-sha2-nistp256 \(base64)", "ssh-ed25519 \(base64)A",
      "no-pty ssh-ed25519 \(base64)", "ssh-ed25519 ****", "# ssh-ed25519 \(base64)", "SSH-ED25519 \(base64)",
    ]
    for line in bad { #expect(SSHPublicKey(line: line) == nil, "\(line)") }
  }

  @Test("A blob that is cut off, too long or of an unsupported kind is refused")
  func badBlobs() {
    for count in 0..<Self.good.count { #expect(SSHPublicKey(blob: Array(Self.good.prefix(count))) == nil, "\(count)") }
    #expect(SSHPublicKey(blob: Self.good + [0]) == nil)
    for kind in [
      "ssh-rsa", "ssh-dss", "ssh-ed448", "sk-ecdsa-sha2-nistp256@openssh.com", "ssh-ed25519-cert-v01@openssh.com",
    ] {
      #expect(SSHPublicKey(blob: Self.blob(Array(kind.utf8), Array(Self.point))) == nil, "\(kind)")
    }
  }

  @Test("A blob with two different curves or an invalid point is refused")
  func badPoints() {
    let p256 = Array("ecdsa-sha2-nistp256".utf8)
    let point = P256.Signing.PrivateKey().publicKey.x963Representation
    #expect(SSHPublicKey(blob: Self.blob(p256, Array("nistp256".utf8), Array(point))) != nil)
    #expect(SSHPublicKey(blob: Self.blob(p256, Array("nistp384".utf8), Array(point))) == nil)
    #expect(SSHPublicKey(blob: Self.blob(p256, Array("nistp256".utf8), Array(point.dropLast()))) == nil)
    #expect(SSHPublicKey(blob: Self.blob(p256, Array("nistp256".utf8), [])) == nil)
    var off = Array(point)
    off[64] ^= 1
    #expect(SSHPublicKey(blob: Self.blob(p256, Array("nistp256".utf8), off)) == nil)
    let ed25519 = Array("ssh-ed25519".utf8)
    #expect(SSHPublicKey(blob: Self.blob(ed25519, Array(Self.point.dropLast()))) == nil)
    #expect(SSHPublicKey(blob: Self.blob(ed25519, Array(Self.point) + [0])) == nil)
  }
}
