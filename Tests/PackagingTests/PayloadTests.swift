import Packaging
import TestTools
import Testing

/// Tests tables that are written row by row.
@Suite("Payload")
struct PayloadTests {
  @Test("rows that are added one by one give the same file as a whole table")
  func rowByRow() throws {
    let rows: [[CSV.Value]] = [[.text("a,b"), .absent], [.text(""), .bytes([0, 255])], [.text("\"\n"), .text("x")]]
    var payload = Payload()
    payload.beginTable("orders", columns: ["one", "two"])
    for row in rows { try payload.add(row) }
    payload.beginTable("empty", columns: ["only"])
    payload.add([1, 2], as: "note.bin")
    #expect(
      payload.files == [
        Tar.File(path: "orders.csv", bytes: CSV.bytes(columns: ["one", "two"], rows: rows)),
        Tar.File(path: "empty.csv", bytes: Array("only\r\n".utf8)), Tar.File(path: "note.bin", bytes: [1, 2]),
      ])
    #expect(payload.tables.map(\.rows) == [3, 0] && payload.tables.map(\.columns) == [["one", "two"], ["only"]])
    #expect(payload.tables.map(\.collection) == ["orders", "empty"])
  }

  @Test("a row without a table, after a file, or of another width is refused, and not written")
  func stray() throws {
    var payload = Payload()
    #expect(throws: PackagingFault.strayRow) { try payload.add([]) }
    payload.beginTable("t", columns: ["a", "b"])
    for row in [[], [.absent], [.absent, .absent, .absent]] as [[CSV.Value]] {
      #expect(throws: PackagingFault.strayRow) { try payload.add(row) }
    }
    payload.add([], as: "file")
    #expect(throws: PackagingFault.strayRow) { try payload.add([.absent, .absent]) }
    #expect(payload.files.map(\.bytes) == [Array("a,b\r\n".utf8), []] && payload.tables.map(\.rows) == [0])
  }

  @Test("a table whose name is unsafe as a file name is numbered instead, and no two tables share a file")
  func names() throws {
    let long = String(repeating: "n", count: 60)
    let names = ["orders", "", "a/b", "../x", "نام", "a.b", long, "collection.2", "A-b_9"]
    var payload = Payload()
    for name in names { payload.beginTable(name, columns: ["x"]) }
    let files = payload.tables.map(\.file)
    #expect(files == ["orders.csv"] + (2...8).map { "collection.\($0).csv" } + ["A-b_9.csv"])
    #expect(Set(files).count == files.count)
    #expect(throws: Never.self) {
      try Bag(payload: payload.files, organization: "x", date: "2026-11-22", time: 0).bytes()
    }
  }
}
