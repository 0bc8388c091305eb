import Casework
import Foundation
import Ledger
import Service
import TestSupport
import TestTools
import Testing

@Suite("Entries")
struct EntryTests {
  @Test("canonical JSON has one spelling, and every other spelling is refused")
  func oneSpelling() throws {
    let scope = Scope(
      targets: [1], categories: [try #require(DataCategory("user.contact"))],
      days: DaySet(from: Day(number: 1), through: Day(number: 2)))
    let bytes = try CanonicalJSON.bytes(scope)
    let text = String(decoding: bytes, as: UTF8.self)
    #expect(text == #"[{"category":"user.contact","days":"1970-01-02..1970-01-03","target":1}]"#)
    #expect(CanonicalJSON.read(Scope.self, bytes) == scope)
    for other in [
      text + " ", text.replacing(",", with: ", "), text.replacing("\"target\":1", with: "\"target\":1,\"target\":1"),
      text.replacing("\"target\":1", with: "\"target\":1.0"), text.replacing("}", with: ",\"unknown\":1}"),
      text.replacing("u", with: "\\u0075"),
    ] {
      #expect(CanonicalJSON.read(Scope.self, Array(other.utf8)) == nil, "\(other)")
    }
  }

  @Test("the leaf of the tree can be computed with sha256sum from the entry and its signatures")
  func leafIsPlain() throws {
    let office = try TestOffice()
    defer { office.remove() }
    let folder = office.folder.appending(path: "entries")
    _ = try office.desk().writeEntries(to: folder)
    let stored = try Tool.sqlite(office.office.database, "SELECT lower(hex(leaf)) FROM entries WHERE sequence = 1")
    let line = """
      (printf '\\000'; cat 000001.json; printf '\\n'; cat 000001.sig 000001.witness.sig) | sha256sum | cut -c1-64
      """
    #expect(try Tool.shell(line, in: folder).output == stored)
  }
}
