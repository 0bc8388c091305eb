import Casework
import Foundation
import Ledger
import LedgerSQLite
import TestSupport
import TestTools
import Testing

@testable import Service

/// Tests an attacker who can write the office's folder and has no key: rows that are there for one read and not for
/// another (I1).
@Suite("One snapshot")
struct SnapshotTests {
  /// An office whose first reads show other rows than its later ones. `history`, `cases` and `head` are read from one
  /// folder, `rows` from another.
  private struct FlickeringOffice: OfficeStore {
    var shown: any OfficeStore
    var audited: any OfficeStore
    var live: any OfficeStore

    var folder: OfficeFolder { live.folder }
    func head() throws(StoreFault) -> Head { try live.head() }
    func history(of number: CaseNumber?) throws(StoreFault) -> VerifiedHistory { try shown.history(of: number) }
    func summaries(openOnly: Bool) throws(StoreFault) -> [CaseSummary] { try shown.summaries(openOnly: openOnly) }
    func cases(holding fingerprint: Fingerprint, besides number: CaseNumber) throws(StoreFault) -> [CaseNumber] {
      try shown.cases(holding: fingerprint, besides: number)
    }
    func nextNumber(year: Int) throws(StoreFault) -> CaseNumber { try shown.nextNumber(year: year) }
    func sealed(_ commitment: Commitment) throws(StoreFault) -> SealedValue { try live.sealed(commitment) }
    func append(
      _ verified: VerifiedEntry, sealed: [SealedPlacement], summary: CaseSummary?
    ) throws(StoreFault) -> Head {
      try live.append(verified, sealed: sealed, summary: summary)
    }
    func rows() throws(StoreFault) -> OfficeRows { try audited.rows() }
  }

  /// Returns an office with an approved case whose authority was suspended, and a copy without the suspension's row.
  private func offices(_ also: String = "") throws -> (whole: TestOffice, cut: TestOffice, number: CaseNumber) {
    let office = try TestOffice()
    let number = try office.receive("proper")
    try office.advance(number, through: .approved)
    try office.desk().suspend(try #require(AuthorityID("tehran-2-3")), keys: office.custodians)
    let cut = try office.copied()
    let last = try office.desk().office.head().size - 1
    let drop = "DROP TRIGGER entries_last; DROP TRIGGER head_grows; DELETE FROM entries WHERE sequence = \(last);"
    _ = try Tool.sqlite(cut.office.database, drop + also)
    return (office, cut, number)
  }

  private func fault(_ office: TestOffice, _ store: FlickeringOffice, _ number: CaseNumber) throws -> ServiceFault {
    let desk = try Desk.open(store, keyFile: office.office.defaultKey, world: office.world)
    let fault = try #require(throws: ServiceFault.self) {
      try desk.export(number, to: office.out, key: office.props.key("sara"))
    }
    #expect(try FileManager.default.contentsOfDirectory(atPath: office.out.path).isEmpty)
    #expect(try FileManager.default.contentsOfDirectory(atPath: office.office.outbox.path).isEmpty)
    return fault
  }

  @Test("a suspension that is hidden from the gate, and back for the audit, still refuses the export")
  func hiddenFromTheGate() throws {
    let (office, cut, number) = try offices()
    defer { for office in [office, cut] { office.remove() } }
    let (live, shown) = (try SQLiteOffice.open(office.office), try SQLiteOffice.open(cut.office))
    #expect(try shown.history(of: number).head == live.head())
    let fault = try fault(office, FlickeringOffice(shown: shown, audited: live, live: live), number)
    guard case .refused(let refusal, _) = fault else {
      Issue.record("ended otherwise: \(fault)")
      return
    }
    #expect(refusal.reasons.contains(.finding(.authority, .fail, [.suspendedAuthority])))
  }

  @Test("a suspension that is hidden from the audit too is missed by the tree's head")
  func hiddenFromBoth() throws {
    let (office, cut, number) = try offices()
    defer { for office in [office, cut] { office.remove() } }
    let (live, shown) = (try SQLiteOffice.open(office.office), try SQLiteOffice.open(cut.office))
    let fault = try fault(office, FlickeringOffice(shown: shown, audited: shown, live: live), number)
    guard case .unsound(let report) = fault else {
      Issue.record("ended otherwise: \(fault)")
      return
    }
    #expect(report.findings.map(\.problem).contains { if case .entryGone = $0 { true } else { false } })
  }

  @Test("a suspension that is hidden with the tree's head, and back when the entry is appended, disclose nothing")
  func hiddenUntilAppending() throws {
    let whole = try TestOffice()
    let number = try whole.receive("proper")
    try whole.advance(number, through: .approved)
    let before = try whole.copied()
    defer { for office in [whole, before] { office.remove() } }
    try whole.desk().suspend(try #require(AuthorityID("tehran-2-3")), keys: whole.custodians)
    let (live, shown) = (try SQLiteOffice.open(whole.office), try SQLiteOffice.open(before.office))
    let desk = try Desk.open(
      FlickeringOffice(shown: shown, audited: shown, live: live), keyFile: whole.office.defaultKey, world: whole.world)
    #expect(throws: ServiceFault.self) { try desk.export(number, to: whole.out, key: whole.props.key("sara")) }
    #expect(try FileManager.default.contentsOfDirectory(atPath: whole.out.path).isEmpty)
    #expect(try whole.desk().audit().isSound)
  }
}
