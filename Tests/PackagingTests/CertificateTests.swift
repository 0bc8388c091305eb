import Casework
import Packaging
import TestTools
import Testing

@Suite("Certificate", .enabled(if: OpenSSL.isHere, "openssl is not here"))
struct CertificateTests {
  private let openssl: OpenSSL

  init() throws { openssl = try OpenSSL() }

  /// Returns the values that `openssl x509` prints, without their names.
  private func said(_ option: [String]) throws -> [String] {
    let arguments = ["x509", "-in", "authority.pem", "-noout"] + option
    let text = try Tool.run("openssl", arguments, in: openssl.folder).output
    return text.split(separator: "\n").compactMap { $0.split(separator: "=").last.map(String.init) }
  }

  // A certificate writes dates after 2049 in another form, so 20,000 days are tested too.
  @Test(
    "The fingerprint and the dates agree with openssl", arguments: [OpenSSL.Kind.rsa2048, .p256],
    [30, 20_000])
  func facts(kind: OpenSSL.Kind, days: Int) throws {
    let certificate = try openssl.make(kind, days: days)
    let digits = certificate.sha256.map { ($0 < 16 ? "0" : "") + String($0, radix: 16, uppercase: true) }
    #expect(try said(["-fingerprint", "-sha256"]) == [digits.joined(separator: ":")])
    let dates = try said(["-startdate", "-enddate", "-dateopt", "iso_8601"])
    #expect(dates.map { Instant($0.replacing(" ", with: "T")) } == [certificate.notBefore, certificate.notAfter])
    #expect(certificate.notAfter.seconds - certificate.notBefore.seconds == Int64(days) * 86_400)
    #expect(certificate.pem == (try openssl.folder.read("authority.pem")))
  }

  @Test("The strength of a key is read", arguments: zip([OpenSSL.Kind.rsa2048, .rsa4096, .p256], [112, 152, 128]))
  func strength(kind: OpenSSL.Kind, bits: Int) throws {
    #expect(try openssl.make(kind).securityBits == bits)
  }

  @Test("Files that are not certificates are refused")
  func refused() throws {
    let pem = try openssl.make(.p256).pem
    let text = String(decoding: pem, as: UTF8.self)
    let der = try Tool.run("openssl", ["x509", "-in", "authority.pem", "-outform", "DER"], in: openssl.folder).bytes
    let bad: [[UInt8]] = [
      [], [0], Array("garbage\n".utf8), try openssl.folder.read("authority.key"), der, Array(pem.prefix(pem.count / 2)),
      Array(text.replacing("BEGIN CERTIFICATE", with: "BEGIN PUBLIC KEY").utf8),
      // OpenSSL would ask the terminal for a passphrase.
      Array(
        text.replacing(
          "BEGIN CERTIFICATE-----\n",
          with:
            "BEGIN CERTIFICATE-----\nProc-Type: 4,ENCRYPTED\nDEK-Info: AES-256-CBC,00112233445566778899AABBCCDDEEFF\n\n"
        ).utf8),
      Array("-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n".utf8),
    ]
    for (number, bytes) in bad.enumerated() {
      #expect(throws: PackagingFault.notACertificate, "form \(number)") { try Certificate(pem: bytes) }
    }
  }
}
