import Casework
import Foundation
import TestTools
import Testing

@testable import Intake

/// The registers of an office on 1 Azar 1405: branch 3 is active, branch 7 is suspended, and both have a certificate.
struct TestRegisters {
  var registers = Registers()
  let bases: LegalBases
  static let today = "2026-11-22"

  init() throws {
    bases = try LegalBases(
      reading: Checkout.bytes("Workflows/iran/legal-bases.xml"), digest: digest("b"),
      manifest: ShippedPack.manifest("iran"))
    let office = try #require(OfficeID("00112233445566aa"))
    registers.evolve(
      .officeFounded(
        OfficeProfile(
          id: office, name: "Sample shop", addressedAs: [PersianText.normalized("فروشگاه اینترنتی نمونه")],
          zone: "Asia/Tehran", pack: "iran", packFiles: [:], logKey: try digest("c"))), at: 0)
    for branch in [3, 7] { registers.evolve(.authorityRegistered(try Self.court(branch)), at: branch) }
    registers.evolve(.authoritySuspended(try #require(AuthorityID("tehran-branch-7"))), at: 8)
  }

  static func court(_ branch: Int) throws -> Authority {
    Authority(
      id: try #require(AuthorityID("tehran-branch-\(branch)")), title: "Branch \(branch)",
      seat: AuthoritySeat(rank: "criminal-court-branch", branch: branch, seat: PersianText.normalized("تهران")),
      callBack: "+98 21 0000",
      certificate: DeliveryCertificate(
        sha256: try digest("d"), notBefore: try #require(Instant("2026-01-01T00:00:00Z")),
        notAfter: try #require(Instant("2028-01-01T00:00:00Z")), pem: Commitment(try digest("e"))))
  }

  func receipt(of order: Order) throws -> OrderReceipt {
    // The real fingerprint is keyed. A constant is enough here, because these tests do not compare fingerprints.
    let fingerprint = try order.identity.map { _ in Fingerprint(try digest("f")) }
    return order.receipt(
      document: Commitment(try digest("a")), fingerprint: fingerprint, registers: registers, bases: bases)
  }

  func findings(on receipt: OrderReceipt, after earlier: [CaseNumber] = []) throws -> [Rule: Finding] {
    let facts = Facts(
      now: try #require(Instant("\(Self.today)T09:00:00Z")), today: try #require(Day(Self.today)),
      registers: registers, bases: bases, sameOrder: earlier)
    return Dictionary(
      uniqueKeysWithValues: Rule.allCases.map {
        ($0, Examination.examine($0, of: receipt, granted: nil, facts: facts))
      })
  }

  /// Returns the shortcomings by rule. Authenticity is left out, because it has no evidence yet.
  func shortcomings(of order: Order, after earlier: [CaseNumber] = []) throws -> [Rule: [Shortcoming]] {
    var findings = try findings(on: try receipt(of: order), after: earlier)
    #expect(findings.removeValue(forKey: .authenticity)?.outcome == .notChecked)
    return findings.filter { $0.value.outcome != .pass }.mapValues(\.shortcomings)
  }
}
