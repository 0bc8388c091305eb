import Casework
import Foundation
import Ledger
import Service
import TamperLog
import TestSupport
import TestTools

/// The promises of a store, as checks that any store must pass. A check returns what is wrong.
struct StoreContract {
  /// One act of a real office: its verified entry, what it seals, and the case's line after it.
  struct Act {
    var verified: VerifiedEntry
    var sealed: [SealedPlacement]
    var summary: CaseSummary?
  }

  let acts: [Act]
  /// The rows of the office from which the acts come.
  let rows: OfficeRows

  /// Takes the acts of an office with several cases.
  init() throws {
    let office = try TestOffice()
    defer { office.remove() }
    try office.advance(office.receive("proper"), through: .reviewed)
    for name in ["no-article", "truncated", "over-broad"] { try office.log(name) }
    if let number = CaseNumber("1405-0002") {
      _ = try office.desk().close(number, as: .withdrawn, because: "a reason", key: office.props.key("sara"))
    }
    let store = try office.desk().office
    rows = try store.rows()
    var ends = ChainEnds(format: .two)
    var cases: [Subject: ChainEnds.End] = [:]
    var registers = Registers()
    var acts: [Act] = []
    for (place, row) in rows.entries.enumerated() {
      let read = try ReadEntry(reading: SignedEntry(bytes: row.bytes, signatures: row.signatures))
      let subject = read.entry.subject
      let verified = try VerifiedEntry(
        checking: read, at: place, after: ends.of(cases[subject]), registers: registers)
      ends.take(verified)
      if subject != .registers { cases[subject] = ends.subject }
      for event in read.entry.registers ?? [] { registers.evolve(event, at: place) }
      let sealed = try rows.sealed.filter { $0.sequence == place }.compactMap { Commitment($0.commitment) }
        .map { SealedPlacement.table(try store.sealed($0)) }
      acts.append(
        Act(verified: verified, sealed: sealed, summary: rows.cases.first { $0.lastSequence == place }))
    }
    self.acts = acts
  }

  /// Enters all acts and compares every read with what was entered.
  func problems(of store: any OfficeStore) throws -> [String] {
    var problems: [String] = []
    func check(_ holds: Bool, _ promise: String) { if !holds, !problems.contains(promise) { problems.append(promise) } }
    var frontier = Frontier()
    var head = Head.empty
    var roots = [Digest(frontier.root)]
    for act in acts {
      let stale = Head(size: head.size + 1, root: head.root)
      check(
        refuses { try store.append(act.verified, after: stale, sealed: act.sealed, summary: act.summary) },
        "an append after another head is refused")
      head = try store.append(act.verified, after: head, sealed: act.sealed, summary: act.summary)
      frontier.append(act.verified.record.leaf)
      roots.append(Digest(frontier.root))
      check(head == Head(size: frontier.size, root: Digest(frontier.root)), "an append returns the head after it")
      check(try store.head() == head, "a pass after an append sees it")
      check(
        refuses { try store.append(act.verified, after: head, sealed: act.sealed, summary: act.summary) },
        "the same entry is not appended twice")
    }
    let index = try store.index(watching: Set(0...acts.count))
    for size in 0...acts.count { check(index.root(at: size) == roots[size], "the roots that are watched are kept") }
    check(index.extent == acts.count, "the pass ends where the log ends")
    for limit in [0, 1, acts.count - 1, acts.count, acts.count + 9] {
      check(
        try store.index(watching: [], upTo: limit).head.root == roots[min(limit, acts.count)],
        "a pass ends at its limit")
    }
    let records = acts.map(\.verified.record)
    for subject in Set(records.map(\.subject)) {
      let places = records.indices.filter { records[$0].subject == subject }
      check(index.chains[subject]?.places == places, "no entry is hidden from its subject")
      check(try store.entries(at: places).map(\.sequence) == places, "entries are returned in the order asked for")
    }
    for (place, record) in records.enumerated() {
      if let fingerprint = record.fingerprint, let number = record.subject.number {
        check(index.cases(holding: fingerprint).contains(number), "no order is hidden from the search for duplicates")
      }
      let row = try store.entries(at: [place]).first
      check(row?.bytes == acts[place].verified.bytes, "an entry keeps its bytes")
      check(row?.signatures == acts[place].verified.signatures, "an entry keeps its signatures")
      check(row?.leaf == record.leaf.bytes && row?.record == record, "an entry keeps its record")
      for value in acts[place].sealed.map(\.value) {
        check((try? store.sealed(value.commitment)) == value, "a sealed value is kept")
      }
    }
    check(try store.entries(at: [acts.count, -1]).isEmpty, "a place without an entry is left out")
    check(try store.summaries(openOnly: false) == rows.cases, "the list of cases is kept")
    check(try store.summaries(openOnly: true) == rows.cases.filter { !$0.isClosed }, "open cases are told apart")
    let all = try store.rows()
    check(all.entries.map(\.bytes) == rows.entries.map(\.bytes), "the rows are all rows")
    check(all.sealed.map(\.commitment) == rows.sealed.map(\.commitment), "the rows are all rows")
    check(all.sealed.map(\.box) == rows.sealed.map(\.box) && all.cases == rows.cases, "the rows are all rows")
    check(all.hasExpectedSchema && all.isIntact, "the store checks itself")
    try checkRemoval(store, roots, check)
    return problems
  }

  private func checkRemoval(
    _ store: any OfficeStore, _ roots: [Digest], _ check: (Bool, String) -> Void
  ) throws {
    let place = acts.count - 2
    let kept = rows.cases.filter { $0.lastSequence < place }
    let removed = try store.remove(from: place, replacing: kept)
    check(removed.map(\.bytes) == acts[place...].map(\.verified.bytes), "what is removed is returned")
    check(try store.head() == Head(size: place, root: roots[place]), "what is removed is gone")
    for value in acts[place...].flatMap(\.sealed).map(\.value) {
      check((try? store.sealed(value.commitment)) == nil, "what is removed is gone")
    }
    check(try store.summaries(openOnly: false) == kept, "what is removed is gone")
    var head = try store.head()
    for act in acts[place...] {
      head = try store.append(act.verified, after: head, sealed: act.sealed, summary: act.summary)
    }
    check(head.root == roots.last, "the log goes on after a removal")
  }

  /// Appends the next act from many threads at once. Exactly one of them succeeds.
  func problemsOfContention(_ store: any OfficeStore) async throws -> [String] {
    var head = Head.empty
    for act in acts {
      let before = head
      let results = await withTaskGroup(of: Head?.self) { group in
        for _ in 0..<8 {
          group.addTask { try? store.append(act.verified, after: before, sealed: act.sealed, summary: act.summary) }
        }
        return await group.reduce(into: []) { $0.append($1) }
      }
      guard results.compactMap(\.self).count == 1, let next = results.compactMap(\.self).first else {
        return ["one of several appends after the same head succeeds"]
      }
      head = next
    }
    return try store.head() == head ? [] : ["one of several appends after the same head succeeds"]
  }

  private func refuses(_ work: () throws -> Head) -> Bool {
    do {
      _ = try work()
      return false
    } catch {
      return error as? StoreFault == .headMoved
    }
  }
}
