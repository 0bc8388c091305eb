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
  /// An office in which each kind of read may show another folder's rows.
  private struct FlickeringOffice: OfficeStore {
    /// What passes over the log see.
    var passed: any OfficeStore
    /// What reads of single entries see.
    var shown: any OfficeStore
    /// What a snapshot sees.
    var audited: any OfficeStore
    var live: any OfficeStore

    var folder: OfficeFolder { live.folder }
    var format: LogFormat { live.format }
    func index(watching sizes: Set<Int>, upTo limit: Int?) throws(StoreFault) -> LogIndex {
      try passed.index(watching: sizes, upTo: limit)
    }
    func entries(at places: [Int]) throws(StoreFault) -> [OfficeRows.EntryRow] { try shown.entries(at: places) }
    func summaries(openOnly: Bool) throws(StoreFault) -> [CaseSummary] { try shown.summaries(openOnly: openOnly) }
    func sealed(_ commitment: Commitment) throws(StoreFault) -> SealedValue { try live.sealed(commitment) }
    func append(
      _ verified: VerifiedEntry, after head: Head, sealed: [SealedPlacement], summary: CaseSummary?
    ) throws(StoreFault) -> Head {
      try live.append(verified, after: head, sealed: sealed, summary: summary)
    }
    func rows() throws(StoreFault) -> OfficeRows { try audited.rows() }
    func remove(from place: Int, replacing lines: [CaseSummary]) throws(StoreFault) -> [OfficeRows.EntryRow] {
      try live.remove(from: place, replacing: lines)
    }
  }

  /// The reads from which the suspension is hidden.
  struct Hiding: Sendable, CustomTestStringConvertible {
    var passes = false
    var entries = false
    var snapshots = false
    var testDescription: String {
      [(passes, "passes"), (entries, "entries"), (snapshots, "snapshots")].filter(\.0).map(\.1).joined(separator: ", ")
    }

    static let all = (1..<8).map { Hiding(passes: $0 & 1 > 0, entries: $0 & 2 > 0, snapshots: $0 & 4 > 0) }
  }

  /// Returns an office with an approved case whose authority was suspended.
  private func suspended() throws -> (TestOffice, CaseNumber) {
    let office = try TestOffice()
    let number = try office.receive("proper")
    try office.advance(number, through: .approved)
    try office.desk().suspend(try #require(AuthorityID("tehran-2-3")), keys: office.custodians)
    return (office, number)
  }

  private func export(_ number: CaseNumber, _ office: TestOffice, from store: FlickeringOffice) throws -> ServiceFault {
    let fault = try #require(throws: ServiceFault.self) {
      try Desk.open(store, keyFile: office.office.defaultKey, world: office.world)
        .export(number, to: office.out, key: office.props.key("sara"))
    }
    #expect(try FileManager.default.contentsOfDirectory(atPath: office.out.path).isEmpty)
    #expect(try FileManager.default.contentsOfDirectory(atPath: office.office.outbox.path).isEmpty)
    return fault
  }

  @Test("a suspension that is hidden from some reads, and there for others, refuses the export", arguments: Hiding.all)
  func hidden(hiding: Hiding) throws {
    let (office, number) = try suspended()
    let cut = try office.copied()
    defer { for office in [office, cut] { office.remove() } }
    let last = try office.desk().office.head().size - 1
    try cut.edit("DELETE FROM entries WHERE sequence = \(last); DELETE FROM leaves WHERE sequence = \(last)")
    let (live, shown) = (try SQLiteOffice.open(office.office), try SQLiteOffice.open(cut.office))
    let store = FlickeringOffice(
      passed: hiding.passes ? shown : live, shown: hiding.entries ? shown : live,
      audited: hiding.snapshots ? shown : live, live: live)
    let fault = try export(number, office, from: store)
    #expect(fault.kind == .broken || fault.kind == .refused || fault.ofStore == .headMoved, "\(fault)")
    #expect(try office.audit().isSound)
  }

  @Test("a suspension that is hidden until the entry is appended discloses nothing, even with the mark put back")
  func hiddenUntilAppending() throws {
    let whole = try TestOffice()
    let number = try whole.receive("proper")
    try whole.advance(number, through: .approved)
    let before = try whole.copied()
    defer { for office in [whole, before] { office.remove() } }
    try whole.desk().suspend(try #require(AuthorityID("tehran-2-3")), keys: whole.custodians)
    let (live, shown) = (try SQLiteOffice.open(whole.office), try SQLiteOffice.open(before.office))
    let store = FlickeringOffice(passed: shown, shown: shown, audited: shown, live: live)
    let desk = try Desk.open(store, keyFile: before.office.defaultKey, world: whole.world)
    #expect(throws: ServiceFault.self) { try desk.export(number, to: whole.out, key: whole.props.key("sara")) }
    #expect(try FileManager.default.contentsOfDirectory(atPath: whole.out.path).isEmpty)
    #expect(try whole.audit().isSound)
  }
}
