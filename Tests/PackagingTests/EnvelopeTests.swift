import Packaging
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
    for bytes in [message, [0], Array("line\n".utf8), [0x0D], [UInt8](repeating: 0, count: 512)] {
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
  }

  @Test("Twenty megabytes are encrypted and decrypted", arguments: [OpenSSL.Kind.rsa2048, .p256])
  func large(kind: OpenSSL.Kind) throws {
    let bytes = [UInt8](repeating: 0xA5, count: 20_000_000) + [1, 2, 3]
    let envelope = try openssl.make(kind).seal(bytes)
    #expect(envelope.count > bytes.count)
    let opened = try openssl.open(envelope)
    #expect((opened == bytes) as Bool)
  }

  @Test("A key that can only sign is refused")
  func signer() throws {
    let certificate = try openssl.makeSigner()
    #expect(throws: PackagingFault.envelope(.recipient)) { try certificate.seal(message) }
  }
}
