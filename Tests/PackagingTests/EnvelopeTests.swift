import Foundation
import Packaging
import TestTools
import Testing

@Suite("Envelope", .enabled(if: OpenSSL.isHere, "openssl is not here"))
struct EnvelopeTests {
  private let openssl: OpenSSL
  private let message = Array("بسته\r\n".utf8) + (0..<4000).map { UInt8(truncatingIfNeeded: $0 &* 31) }

  init() throws { openssl = try OpenSSL() }

  @Test(
    "openssl decrypts the exact bytes, and a second encryption gives other bytes",
    arguments: OpenSSL.Kind.allCases)
  func opened(kind: OpenSSL.Kind) throws {
    let certificate = try openssl.make(kind)
    for bytes in [message, [], [0], Array("line\n".utf8), [0x0D], [UInt8](repeating: 0, count: 512)] {
      #expect(try openssl.open(try certificate.seal(bytes)) == bytes)
      #expect(try openssl.open(try certificate.seal(bytes), certificate: "authority") == bytes)
    }
    #expect(try certificate.seal(message) != certificate.seal(message))
  }

  @Test("openssl reports AES-256-GCM, and for RSA keys OAEP with SHA-256", arguments: [OpenSSL.Kind.rsa2048, .rsa4096])
  func namedForRSA(kind: OpenSSL.Kind) throws {
    let text = try openssl.describe(try openssl.make(kind).seal(message))
    #expect(text.contains("authEnvelopedData") && text.contains("algorithm: aes-256-gcm"))
    #expect(text.contains("algorithm: rsaesOaep"))
    let parameters = try #require(text.firstRange(of: "rsaesOaep")).upperBound
    #expect(text[parameters...].contains(":sha256") && !text.contains(":sha1") && !text.contains("rsaEncryption"))
  }

  @Test("openssl reports AES-256-GCM, and for EC keys key agreement with SHA-256")
  func namedForEC() throws {
    let text = try openssl.describe(try openssl.make(.p256).seal(message))
    #expect(text.contains("authEnvelopedData") && text.contains("algorithm: aes-256-gcm"))
    #expect(text.contains("id-aes256-wrap"))
    #expect(text.contains("dhSinglePass-stdDH-sha256kdf-scheme"))
  }

  @Test("An envelope with one byte changed does not open", arguments: [OpenSSL.Kind.rsa2048, .p256])
  func changed(kind: OpenSSL.Kind) throws {
    let envelope = try openssl.make(kind).seal(message)
    // The DER ends with the ciphertext, two bytes of header and the 16 bytes of the authentication tag.
    let tag = envelope.count - 16
    let ciphertext = tag - 2 - message.count
    for place in [envelope.count - 1, tag, tag - 3, ciphertext + message.count / 2, ciphertext] {
      var changed = envelope
      changed[place] ^= 1
      #expect(try openssl.open(changed) == nil, "byte \(place) of \(envelope.count)")
    }
    #expect(try openssl.open(Array(envelope.dropLast())) == nil)
    #expect(try openssl.open([]) == nil)
    #expect(try openssl.open(envelope) == message)
  }

  @Test("The key of another recipient does not open an envelope", arguments: [OpenSSL.Kind.rsa2048, .p256])
  func otherKey(kind: OpenSSL.Kind) throws {
    let envelope = try openssl.make(kind).seal(message)
    try openssl.make(kind, "other")
    #expect(try openssl.open(envelope, key: "other") == nil)
    #expect(try openssl.open(envelope, key: "other", certificate: "other") == nil)
    #expect(try openssl.open(envelope, key: "other", certificate: "authority") == nil)
    #expect(try openssl.open(envelope) == message)
  }

  @Test("Twenty megabytes are encrypted and decrypted", arguments: [OpenSSL.Kind.rsa2048, .p256])
  func large(kind: OpenSSL.Kind) throws {
    let bytes = [UInt8](repeating: 0xA5, count: 20_000_000) + [1, 2, 3]
    let envelope = try openssl.make(kind).seal(bytes)
    #expect(envelope.count > bytes.count)
    let opened = try openssl.open(envelope)
    #expect((opened == bytes) as Bool)
  }

  @Test("A key that can only sign or is too weak is refused", arguments: unfitKeys.keys.sorted())
  func unfit(key: String) throws {
    let certificate = try openssl.make(options: try #require(Self.unfitKeys[key]))
    #expect(throws: PackagingFault.envelope(.recipient)) { try certificate.seal(message) }
  }

  @Test("An RSA key whose public exponent is even is refused")
  func unsoundExponent() throws {
    try openssl.make(.rsa2048)
    let der = try Tool.run("openssl", ["x509", "-in", "authority.pem", "-outform", "DER"], in: openssl.folder).bytes
    let exponent: [UInt8] = [0x02, 0x03, 0x01, 0x00, 0x01]
    let place = try #require(der.indices.first { der[$0...].starts(with: exponent) })
    var changed = der
    changed[place + 4] = 0
    let base64 = Data(changed).base64EncodedString(options: [.lineLength64Characters, .endLineWithLineFeed])
    let pem = "-----BEGIN CERTIFICATE-----\n\(base64)\n-----END CERTIFICATE-----\n"
    let certificate = try Certificate(pem: Array(pem.utf8))
    #expect(!certificate.canReceive)
    #expect(throws: PackagingFault.envelope(.recipient)) { try certificate.seal(message) }
  }

  private static let p256 = ["-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256"]
  private static let unfitKeys = [
    "Ed25519": ["-newkey", "ed25519"],
    "RSA-PSS": ["-newkey", "rsa-pss", "-pkeyopt", "rsa_keygen_bits:2048"],
    "RSA with 1024 bits": ["-newkey", "rsa:1024"],
    "EC with 192 bits": ["-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:secp192k1"],
    "RSA for signatures": ["-newkey", "rsa:2048", "-addext", "keyUsage=digitalSignature"],
    "EC for key encipherment": p256 + ["-addext", "keyUsage=digitalSignature,keyEncipherment"],
  ]

  @Test(
    "A key that its certificate allows to encrypt is accepted",
    arguments: [
      ["-newkey", "rsa:2048", "-addext", "keyUsage=digitalSignature,keyEncipherment"],
      p256 + ["-addext", "keyUsage=keyAgreement"],
    ])
  func fit(options: [String]) throws {
    #expect(try openssl.open(try openssl.make(options: options).seal(message)) == message)
  }
}
