import Casework
import Foundation
import Ledger
import Service
import TamperLog
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
    let leaf = try #require(Hash(try office.desk().office.rows().entries[1].leaf))
    let script = #"""
      bytes() { for byte in "$@"; do printf "\\$(printf %03o "$byte")"; done; }
      digest() { bytes $(sha256sum | cut -c1-64 | sed 's/../0x& /g'); }
      blob() { sed '1d;$d' "$1" | base64 -d; }
      signature() { size=$(blob "$1" | wc -c); bytes 0 0 $((size / 256)) $((size % 256)); blob "$1"; }
      (
        bytes 0
        printf amanat-leaf-2
        bytes 1 0 9; printf registers
        bytes 3 0 32; digest <000001.json
        bytes 4 0 32; (signature 000001.sig; signature 000001.witness.sig) | digest
      ) | sha256sum | cut -c1-64
      """#
    try script.write(to: folder.appending(path: "leaf.sh"), atomically: true, encoding: .utf8)
    #expect(try Tool.shell("sh leaf.sh", in: folder).output == "\(leaf)\n")
  }
}
