import Casework
import Foundation
import Ledger
import LedgerSQLite
import TestTools
import Testing

/// Runs the contract of a store against every store, and against stores that break one promise.
@Suite("The contract of a store")
struct StoreContractTests {
  private static let contract = Result { try StoreContract() }

  private func sqlite(_ work: (OfficeFolder) async throws -> Void) async throws {
    let folder = OfficeFolder(try Checkout.temporary("store"))
    defer { try? FileManager.default.removeItem(at: folder.url) }
    try FileManager.default.createDirectory(at: folder.sealed, withIntermediateDirectories: true)
    try await work(folder)
  }

  @Test("the store in memory and the store in SQLite keep every promise")
  func stores() async throws {
    let contract = try Self.contract.get()
    #expect(contract.acts.count > 11)
    #expect(try contract.problems(of: MemoryOffice()) == [])
    try await sqlite { folder in
      let problems = try contract.problems(of: SQLiteOffice.create(folder))
      #expect(problems == [])
    }
  }

  @Test("of several appends after the same head one succeeds, also from several connections")
  func contention() async throws {
    let contract = try Self.contract.get()
    #expect(try await contract.problemsOfContention(MemoryOffice()) == [])
    try await sqlite { folder in
      let problems = try await contract.problemsOfContention(SQLiteOffice.create(folder))
      #expect(problems == [])
    }
  }

  @Test("a second connection sees what the first has appended, and refuses an append after an older head")
  func connections() async throws {
    let contract = try Self.contract.get()
    try await sqlite { folder in
      let first = try SQLiteOffice.create(folder)
      let second = try SQLiteOffice.open(folder)
      var head = Head.empty
      for (place, act) in contract.acts.enumerated() {
        let (own, other) = place % 2 == 0 ? (first, second) : (second, first)
        _ = try other.head()
        let next = try own.append(act.verified, after: head, sealed: act.sealed, summary: act.summary)
        #expect(try other.head() == next)
        #expect(throws: StoreFault.headMoved) {
          try other.append(act.verified, after: head, sealed: act.sealed, summary: act.summary)
        }
        head = next
      }
    }
  }

  @Test("an append with a value that is stored already, or into other tables, appends nothing")
  func allOrNothing() async throws {
    let contract = try Self.contract.get()
    try await sqlite { folder in
      let store = try SQLiteOffice.create(folder)
      let head = try store.append(
        contract.acts[0].verified, after: .empty, sealed: contract.acts[0].sealed, summary: nil)
      let next = contract.acts[1]
      #expect(throws: StoreFault.self) {
        try store.append(next.verified, after: head, sealed: next.sealed + contract.acts[0].sealed, summary: nil)
      }
      #expect(try store.head() == head)
      #expect(try store.rows().entries.count == 1)
      try Tool.sqlite(folder.database, "CREATE TRIGGER planted AFTER INSERT ON entries BEGIN DELETE FROM cases; END")
      #expect(throws: StoreFault.foreignSchema) {
        try store.append(next.verified, after: head, sealed: next.sealed, summary: nil)
      }
      #expect(try store.rows().entries.count == 1)
    }
  }

  @Test("a full disk appends nothing, and the office goes on when there is space again")
  func fullDisk() async throws {
    let contract = try Self.contract.get()
    try await sqlite { folder in
      let store = try SQLiteOffice.create(folder)
      var head = Head.empty
      for act in contract.acts.prefix(3) {
        head = try store.append(act.verified, after: head, sealed: act.sealed, summary: act.summary)
      }
      // SQLite refuses a page more, as it does where the device has no space.
      let pages = try Tool.sqlite(folder.database, "PRAGMA page_count").trimmingCharacters(in: .whitespacesAndNewlines)
      try store.limitPages(try #require(Int(pages)))
      let next = contract.acts[3]
      var large = next.sealed
      large.append(
        .table(
          SealedValue(
            commitment: Commitment(.of([7])), keyName: "x", label: "x", box: .init(repeating: 1, count: 1 << 20))))
      #expect(throws: StoreFault.database(.full)) {
        try store.append(next.verified, after: head, sealed: large, summary: next.summary)
      }
      #expect(try store.head() == head)
      try store.limitPages(1 << 30)
      _ = try store.append(next.verified, after: head, sealed: next.sealed, summary: next.summary)
    }
  }

  @Test("a store that breaks one promise fails", arguments: BrokenOffice.Promise.allCases)
  func brokenPromise(promise: BrokenOffice.Promise) throws {
    let contract = try Self.contract.get()
    let problems = (try? contract.problems(of: BrokenOffice(inner: MemoryOffice(), broken: promise))) ?? ["it threw"]
    #expect(!problems.isEmpty, "\(promise)")
  }
}
