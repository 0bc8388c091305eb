import CMSOracle
import COpenSSL
import Foundation
import Packaging
import TestTools
import Testing

/// Tests that equal inputs give equal envelopes, which OpenSSL's own functions would make from the same secrets.
@Suite("Rebuilding an envelope", .enabled(if: OpenSSL.isHere, "openssl is not here"))
struct RebuildingTests {
  private let openssl: OpenSSL
  private let message = Array("بسته\r\n".utf8) + (0..<4000).map { UInt8(truncatingIfNeeded: $0 &* 31) }
  private let seed = (0..<48).map { UInt8($0) }
  private let key = (0..<32).map { UInt8(0x80 + $0) }

  init() throws { openssl = try OpenSSL() }

  private func seal(
    _ content: [UInt8], _ certificate: Certificate, _ seed: [UInt8]? = nil, _ key: [UInt8]? = nil, _ volume: UInt32 = 1
  ) throws -> [UInt8] {
    try Envelope.seal(
      content, to: certificate, seed: try #require(Envelope.Seed(seed ?? self.seed)),
      caseKey: try #require(Envelope.CaseKey(key ?? self.key)), volume: volume)
  }

  private func gives(
    _ envelope: [UInt8], _ content: [UInt8], _ certificate: Certificate, _ seed: [UInt8]? = nil,
    _ key: [UInt8]? = nil, _ volume: UInt32 = 1
  ) throws -> Bool {
    try seal(content, certificate, seed, key, volume) == envelope
  }

  /// Makes an envelope with OpenSSL's own functions for CMS.
  private func oracle(
    _ content: [UInt8], _ certificate: Certificate, _ seed: [UInt8]? = nil, _ key: [UInt8]? = nil, _ volume: UInt32 = 1
  ) throws -> [UInt8] {
    var length = 0
    let made = cms_oracle_seal(
      certificate.pem, certificate.pem.count, content, content.count, seed ?? self.seed, key ?? self.key, volume,
      &length)
    let bytes = try #require(made)
    defer { cms_oracle_release(bytes) }
    return Array(UnsafeBufferPointer(start: bytes, count: length))
  }

  private func flipped(_ bytes: [UInt8], _ bit: Int) -> [UInt8] {
    var bytes = bytes
    bytes[bit / 8] ^= 1 << (bit % 8)
    return bytes
  }

  @Test("Equal inputs give equal bytes, which openssl opens", arguments: OpenSSL.Kind.allCases)
  func opened(kind: OpenSSL.Kind) throws {
    let certificate = try openssl.make(kind)
    for content in [[], [0x0A], message] {
      let envelope = try seal(content, certificate)
      #expect(try envelope == seal(content, certificate))
      #expect(try gives(envelope, content, certificate))
      #expect(try openssl.open(envelope) == content)
      #expect(try openssl.open(envelope, certificate: "authority") == content)
    }
  }

  @Test("Twenty megabytes are sealed, rebuilt and opened", arguments: OpenSSL.Kind.allCases)
  func large(kind: OpenSSL.Kind) throws {
    let certificate = try openssl.make(kind)
    let content = [UInt8](repeating: 0xA5, count: 20_000_000) + [1, 2, 3]
    let envelope = try seal(content, certificate)
    #expect(try gives(envelope, content, certificate))
    #expect(try (oracle(content, certificate) == envelope) as Bool)
    #expect(try (openssl.open(envelope) == content) as Bool)
  }

  // The lengths are those at which a DER length gets another octet, in the content and in the values around it.
  @Test("OpenSSL's CMS_encrypt with the same secrets gives the same bytes", arguments: OpenSSL.Kind.allCases)
  func agreesWithOpenSSL(kind: OpenSSL.Kind) throws {
    let certificate = try openssl.make(kind)
    for length in [0, 1, 15, 16, 17, 63, 64, 127, 128, 255, 256, 4096, 64_900, 65_535, 65_536, 1 << 20, 1 << 24] {
      let content = [UInt8](repeating: 0x5A, count: length)
      #expect(try (seal(content, certificate) == oracle(content, certificate)) as Bool, "\(length) bytes")
    }
  }

  @Test("Random inputs give the bytes of CMS_encrypt", .seeded, arguments: OpenSSL.Kind.allCases)
  func agreesOnRandomInputs(kind: OpenSSL.Kind) throws {
    let certificate = try openssl.make(kind)
    var random = Seed.generator()
    func bytes(_ count: Int) -> [UInt8] { (0..<count).map { _ in UInt8.random(in: 0...255, using: &random) } }
    for _ in 0..<25 {
      let (seed, key, content) = (bytes(48), bytes(32), bytes(Int.random(in: 0...600, using: &random)))
      let volume = UInt32.random(in: 0...UInt32.max, using: &random)
      let envelope = try seal(content, certificate, seed, key, volume)
      #expect(try envelope == oracle(content, certificate, seed, key, volume))
      #expect(try openssl.open(envelope) == content)
    }
  }

  @Test(
    "Unusual certificates give the bytes of CMS_encrypt",
    arguments: [
      ["-newkey", "rsa:2049"], ["-newkey", "rsa:2048", "-set_serial", "0"],
      ["-newkey", "rsa:2048", "-set_serial", "0xFFFFFFFFFFFFFFFFFFFF"],
      ["-newkey", "rsa:3072", "-utf8", "-subj", "/C=IR/O=\(String(repeating: "x", count: 60))/CN=دادگاه"],
      ["-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-set_serial", "-5"],
      ["-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-pkeyopt", "ec_param_enc:explicit"],
      ["-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:brainpoolP256r1"],
    ])
  func agreesOnUnusualCertificates(options: [String]) throws {
    let certificate = try openssl.make(options: options)
    let envelope = try seal(message, certificate)
    #expect(try envelope == oracle(message, certificate))
    #expect(try openssl.open(envelope) == message)
  }

  @Test("A compressed public key gives the bytes of CMS_encrypt")
  func compressed() throws {
    try openssl.make(.p256)
    let compress = ["ec", "-in", "authority.key", "-conv_form", "compressed", "-out", "short.key"]
    try #require(try Tool.run("openssl", compress, in: openssl.folder).status == 0)
    let request = ["req", "-x509", "-key", "short.key", "-out", "short.pem", "-subj", "/CN=short"]
    try #require(try Tool.run("openssl", request, in: openssl.folder).status == 0)
    let certificate = try Certificate(pem: try openssl.folder.read("short.pem"))
    let envelope = try seal(message, certificate)
    #expect(try envelope == oracle(message, certificate))
    #expect(try openssl.open(envelope, key: "short") == message)
  }

  @Test("A change of any input gives another envelope", arguments: [OpenSSL.Kind.rsa2048, .p256, .p384, .p521])
  func changed(kind: OpenSSL.Kind) throws {
    let certificate = try openssl.make(kind)
    let other = try openssl.make(kind, "other")
    let envelope = try seal(message, certificate)
    #expect(try gives(envelope, message, certificate))
    #expect(try !gives(envelope, message, other))
    #expect(try !gives(envelope, message, certificate, nil, nil, 2))
    #expect(try !gives(envelope, message, certificate, nil, nil, 1 << 24))
    for bit in 0..<8 * seed.count { #expect(try !gives(envelope, message, certificate, flipped(seed, bit))) }
    for bit in 0..<8 * key.count { #expect(try !gives(envelope, message, certificate, nil, flipped(key, bit))) }
    for bit in stride(from: 0, to: 8 * message.count, by: 997) {
      #expect(try !gives(envelope, flipped(message, bit), certificate), "bit \(bit) of the content")
    }
    for length in [0, message.count - 1] {
      #expect(try !gives(envelope, Array(message.prefix(length)), certificate))
    }
    #expect(try !gives(envelope, message + [0], certificate))
  }

  @Test("Two seeds, keys or volumes give envelopes that differ everywhere", arguments: [OpenSSL.Kind.rsa2048, .p256])
  func distinct(kind: OpenSSL.Kind) throws {
    let certificate = try openssl.make(kind)
    let first = try seal(message, certificate)
    let others = [
      try seal(message, certificate, flipped(seed, 0)), try seal(message, certificate, nil, flipped(key, 0)),
      try seal(message, certificate, nil, nil, 2),
    ]
    #expect(Set(others + [first]).count == 4)
    for other in others {
      // The last 60 bytes have the tag and the end of the ciphertext: about one in 256 is equal by chance.
      #expect(zip(first.suffix(60), other.suffix(60)).filter { $0 == $1 }.count < 10)
    }
    #expect(try certificate.seal(message) != certificate.seal(message))
  }

  @Test("openssl reads the envelope as DER of definite length", arguments: OpenSSL.Kind.allCases)
  func read(kind: OpenSSL.Kind) throws {
    let envelope = try seal(message, openssl.make(kind))
    let values = try #require(try openssl.parse(envelope))
    #expect(values.contains(":id-smime-ct-authEnvelopedData") && values.contains(":aes-256-gcm"))
    #expect(!values.contains("l=inf"))
    let text = try openssl.describe(envelope)
    #expect(text.contains("d.authEnvelopedData:") && text.contains("d.issuerAndSerialNumber:"))
    #expect(text.contains("issuer: CN=authority"))
  }

  @Test("Seeds and keys have exact lengths")
  func lengths() {
    for count in [0, 31, 32, 33, 47, 48, 49, 96] {
      let bytes = [UInt8](repeating: 9, count: count)
      #expect((Envelope.Seed(bytes) != nil) == (count == 48))
      #expect((Envelope.CaseKey(bytes) != nil) == (count == 32))
    }
  }

  @Test("Content without the length and SHA-256 that were given at the beginning is refused")
  func otherContent() throws {
    let certificate = try openssl.make(.p256)
    // SHA-256 of nothing.
    let digest: [UInt8] = [
      0xE3, 0xB0, 0xC4, 0x42, 0x98, 0xFC, 0x1C, 0x14, 0x9A, 0xFB, 0xF4, 0xC8, 0x99, 0x6F, 0xB9, 0x24, 0x27, 0xAE, 0x41,
      0xE4, 0x64, 0x9B, 0x93, 0x4C, 0xA4, 0x95, 0x99, 0x1B, 0x78, 0x52, 0xB8, 0x55,
    ]
    func steps(_ length: Int, _ pieces: [[UInt8]]) throws -> [amanat_cms_step] {
      var begun: OpaquePointer?
      var steps = [
        amanat_envelope_begin(certificate.pem, certificate.pem.count, seed, key, digest, length, 1, &begun)
      ]
      let envelope = try #require(begun)
      defer { amanat_envelope_free(envelope) }
      var out = [UInt8](repeating: 0, count: 64)
      for piece in pieces { steps.append(amanat_envelope_feed(envelope, piece, piece.count, &out)) }
      return steps + [amanat_envelope_finish(envelope, &out)]
    }
    let (done, content) = (AMANAT_CMS_DONE, AMANAT_CMS_CONTENT)
    #expect(try steps(0, []) == [done, done])
    #expect(try steps(0, [[]]) == [done, done, done])
    #expect(try steps(2, [[1], [2]]) == [done, done, done, content])
    #expect(try steps(2, [[1]]) == [done, done, content])
    #expect(try steps(2, [[1, 2, 3]]) == [done, content, content])
    #expect(try steps(2, [[1], [2, 3]]) == [done, done, content, content])
  }

  @Test("The example of the derivation is what openssl derives")
  func example() throws {
    let file = Checkout.root.appending(path: "Sources/COpenSSL/derivation.c")
    let text = try String(contentsOf: file, encoding: .utf8)
    func hex(_ bytes: some Sequence<UInt8>) -> String {
      bytes.map { ($0 < 16 ? "0" : "") + String($0, radix: 16, uppercase: true) }.joined()
    }
    let nothing = "E3B0C44298FC1C149AFBF4C8996FB92427AE41E4649B934CA495991B7852B855"
    for (label, length) in [("content key", 32), ("nonce", 12), ("oaep seed", 32), ("ephemeral scalar", 48)] {
      let info =
        hex("amanat-envelope-1 \(label)".utf8) + "00" + String(repeating: "AA", count: 32) + nothing + "00000001"
      let derived = try openssl.hkdf(salt: hex(seed), key: hex(key), info: info, length: length)
      #expect(derived.count == 2 * length)
      // The file has the octets of the scalar on two lines.
      let line = min(derived.count, length == 48 ? 48 : 64)
      for part in [derived.prefix(line), derived.suffix(line)] { #expect(text.contains(part), "\(label): \(derived)") }
    }
  }
}
