import Casework
import Collection
import CollectionSQLite
import Foundation
import TestSupport
import TestTools
import Testing

/// Tests what is specific to SQLite: the file is only read, and a file that cannot be read gives a fault of one word.
@Suite("SQLite source")
struct SQLiteDataSourceTests {
  private func collections(_ file: URL) throws -> [String] {
    try SQLiteDataSource(path: file.path).withSnapshot { try $0.collections() }
  }

  @Test("the file is only read")
  func onlyReads() throws {
    let shop = Props.shared.shop
    let before = try Tool.run("sha256sum", [shop.path]).output
    let year = DaySet(from: Day(number: 20_533), through: Day(number: 20_656))
    let dataset = try Dataset(String(contentsOf: Checkout.fixture("Shop/shop.yml"), encoding: .utf8))
    let gathered = try SQLiteDataSource(path: shop.path).gatherRows(
      [GatheringTests.target], dataset: dataset, granted: scope(["user"], days: year))
    #expect(!gathered.rows.tables.isEmpty)
    #expect(try Tool.run("sha256sum", [shop.path]).output == before)
  }

  @Test("a file that cannot be read is reported as absent or damaged")
  func troubles() throws {
    let folder = try Checkout.temporary("troubles")
    defer { try? FileManager.default.removeItem(at: folder) }
    let file = folder.appending(path: "x.sqlite")
    #expect(throws: CollectionFault.source(.absent)) { try collections(file) }
    try Data(repeating: 0x41, count: 4096).write(to: file)
    #expect(throws: CollectionFault.source(.damaged)) { try collections(file) }
    try FileManager.default.removeItem(at: file)
    try Tool.sqlite(file, "CREATE TABLE t(a); INSERT INTO t VALUES (1)")
    let bytes = try Data(contentsOf: file)
    try bytes.prefix(bytes.count / 2).write(to: file)
    #expect(throws: CollectionFault.source(.damaged)) {
      try SQLiteDataSource(path: file.path).withSnapshot { try $0.columns(of: "t") }
    }
  }

  @Test("the kind of a column follows from its declared type, and generated columns are listed too")
  func kinds() throws {
    let folder = try Checkout.temporary("kinds")
    defer { try? FileManager.default.removeItem(at: folder) }
    let file = folder.appending(path: "kinds.sqlite")
    try Tool.sqlite(
      file,
      """
      CREATE TABLE t(a INTEGER, b VARCHAR(9), c DOUBLE, d BLOB, e DATE, f, g TEXT AS (b || 'x'));
      CREATE VIEW v AS SELECT a, b FROM t;
      """)
    try SQLiteDataSource(path: file.path).withSnapshot { snapshot in
      #expect(try snapshot.collections() == ["t", "v"])
      let columns = try snapshot.columns(of: "t")
      #expect(columns.map(\.name) == ["a", "b", "c", "d", "e", "f", "g"])
      #expect(columns.map(\.kind) == [.integer, .text, .real, .bytes, .other, .other, .text])
      #expect(try snapshot.columns(of: "v").map(\.name) == ["a", "b"])
      #expect(try snapshot.columns(of: "none").isEmpty)
    }
  }
}
