import Casework
import Foundation
import Packaging
import Testing

/// A package that an officer with a changed program seals, and the problem that is to be found in it.
struct Doctoring: Sendable, CustomTestStringConvertible {
  let testDescription: String
  let problem: PackageProblem
  /// Changes the honest package and its record.
  let change: @Sendable (inout DoctoredBag, inout Collected) throws -> Void

  init(
    _ name: String, _ problem: PackageProblem,
    _ change: @escaping @Sendable (inout DoctoredBag, inout Collected) throws -> Void
  ) {
    testDescription = name
    self.problem = problem
    self.change = change
  }

  /// Doctorings of files, tags and archive.
  static let ofBags: [Doctoring] = [
    Doctoring("an extra file in the archive", .memberUnexpected("disclosure/notes.txt")) { bag, _ in
      bag.files.append(Tar.File(path: "disclosure/notes.txt", bytes: [0x61]))
    },
    Doctoring("an extra file that the manifest lists", .memberUnexpected("disclosure/data/more.csv")) { bag, _ in
      bag.files.append(Tar.File(path: "disclosure/data/more.csv", bytes: Array("target\r\n".utf8)))
      bag.pack()
    },
    Doctoring("a removed file", .memberMissing("disclosure/data/orders.csv")) { bag, _ in
      bag.files.removeAll { $0.path == "disclosure/data/orders.csv" }
      bag.pack()
    },
    Doctoring("a removed tag file", .memberMissing("disclosure/bagit.txt")) { bag, _ in
      bag.files.removeAll { $0.path == "disclosure/bagit.txt" }
    },
    Doctoring("a signature before the approval", .memberUnexpected("disclosure/tagmanifest-sha256.txt.sig")) { bag, _ in
      bag.files.append(Tar.File(path: "disclosure/tagmanifest-sha256.txt.sig", bytes: []))
    },
    Doctoring("a second member of one name", .memberTwice("disclosure/data/orders.csv")) { bag, _ in
      bag.files += bag.files.filter { $0.path == "disclosure/data/orders.csv" }
    },
    Doctoring("a path that leaves the folder", .memberUnexpected("disclosure/data/../../x")) { bag, _ in
      bag.files.append(Tar.File(path: "disclosure/data/../../x", bytes: []))
      bag.pack()
    },
    Doctoring("an absolute path", .memberUnexpected("/etc/x")) { bag, _ in
      bag.files.append(Tar.File(path: "/etc/x", bytes: []))
    },
    Doctoring("a link", .archive) { bag, _ in
      bag.files.append(Tar.File(path: "disclosure/data/link", bytes: []))
      bag.finish = { bytes in
        let header = bytes.count - 3 * 512
        bytes[header + 156] = UInt8(ascii: "2")
        bytes.replaceSubrange(header + 157..<header + 167, with: "orders.csv".utf8)
        bytes.replaceSubrange(header + 148..<header + 156, with: "        ".utf8)
        let sum = String(bytes[header..<header + 512].reduce(0) { $0 + Int($1) }, radix: 8)
        bytes.replaceSubrange(
          header + 148..<header + 155, with: "\(String(repeating: "0", count: 6 - sum.count))\(sum)\0".utf8)
      }
    },
    Doctoring("bytes after the end", .archive) { bag, _ in bag.finish = { $0 += Array("more".utf8) } },
    Doctoring("a block after the end", .archive) { bag, _ in
      bag.finish = { $0 += [UInt8](repeating: 0, count: 512) }
    },
    Doctoring("an archive that is cut off", .archive) { bag, _ in bag.finish = { $0.removeLast(512) } },
    Doctoring("other bytes", .archive) { bag, _ in bag.finish = { $0 = Array("not an archive".utf8) } },
    Doctoring("files in another order", .arrangement) { bag, _ in bag.files.reverse() },
    Doctoring("another time", .arrangement) { bag, _ in bag.time += 1 },
    Doctoring("a changed line of the manifest", .manifest) { bag, _ in
      try bag.edit("manifest-sha256.txt") { $0.replacing("  data/orders.csv", with: "  data/order.csv") }
      bag.listTags()
    },
    Doctoring("a digest of zeros in the manifest", .manifest) { bag, _ in
      try bag.edit("manifest-sha256.txt") {
        $0.replacing(/[0-9a-f]{64}  data\/orders.csv/, with: String(repeating: "0", count: 64) + "  data/orders.csv")
      }
      bag.listTags()
    },
    Doctoring("a manifest without a line", .manifest) { bag, _ in
      try bag.edit("manifest-sha256.txt") { $0.replacing(/[0-9a-f]{64}  data\/orders.csv\n/, with: "") }
      bag.listTags()
    },
    Doctoring("a changed line of the tag manifest", .tagManifest) { bag, _ in
      try bag.edit("tagmanifest-sha256.txt") { $0.replacing("bagit.txt", with: "baggit.txt") }
    },
    Doctoring("another size of the payload", .payloadOxum) { bag, _ in
      try bag.edit("bag-info.txt") { $0.replacing("Payload-Oxum: ", with: "Payload-Oxum: 1") }
      bag.listTags()
    },
    Doctoring("another sender", .bagInfo) { bag, _ in
      try bag.edit("bag-info.txt") { $0.replacing("Source-Organization: ", with: "Source-Organization: The ") }
      bag.listTags()
    },
    Doctoring("another version of BagIt", .version) { bag, _ in
      try bag.edit("bagit.txt") { $0.replacing("1.0", with: "0.9") }
      bag.listTags()
    },
  ]

  /// Doctorings of tables and of the statement. Manifests and sizes are correct.
  static let ofContents: [Doctoring] = [
    Doctoring("an added row", .rows(collection: "orders")) { bag, _ in
      try bag.table("orders") { $0 + [$0[1]] }
    },
    Doctoring("an added row that the statement counts", .statedRows(collection: "orders")) { bag, _ in
      try bag.table("orders") { $0 + [$0[1]] }
      try bag.state { $0.tables[3].rows += 1 }
    },
    Doctoring("a removed row", .rows(collection: "orders")) { bag, _ in try bag.table("orders") { $0.dropLast() } },
    Doctoring("another count in the statement", .statedRows(collection: "orders")) { bag, _ in
      try bag.state { $0.tables[3].rows -= 1 }
    },
    Doctoring("another count in the record", .statedRows(collection: "orders")) { _, record in
      record.counts[3].rows += 1
    },
    Doctoring("a collection that the record lacks", .collections) { _, record in record.counts.removeLast() },
    Doctoring("a collection that only the record has", .collections) { _, record in
      record.counts.append(CollectedCount(collection: "messages", rows: 0))
    },
    Doctoring("an added column", .header(collection: "orders")) { bag, _ in
      try bag.table("orders") { lines in lines.enumerated().map { $1 + ($0 == 0 ? ",address" : ",x") } }
    },
    Doctoring("an added column of a category that is not granted", .columnNotGranted(collection: "orders")) { bag, _ in
      try bag.table("orders") { lines in lines.enumerated().map { $1 + ($0 == 0 ? ",note" : ",x") } }
      try bag.state { try $0.add("note", "user.content.private", to: 3) }
    },
    Doctoring("an added column without a category", .columnNotGranted(collection: "orders")) { bag, _ in
      try bag.table("orders") { lines in lines.enumerated().map { $1 + ($0 == 0 ? ",note" : ",x") } }
      try bag.state { $0.tables[3].columns?.append(Statement.Column(name: "note", categories: [])) }
    },
    Doctoring("an added column that the record withholds", .columnWithheld(collection: "payments")) { bag, _ in
      try bag.table("payments") { lines in lines.enumerated().map { $1 + ($0 == 0 ? ",risk_score" : ",x") } }
      try bag.state { try $0.add("risk_score", "user.financial", to: 5) }
    },
    Doctoring("a column twice", .columnTwice(collection: "orders")) { bag, _ in
      try bag.table("orders") { lines in lines.enumerated().map { $1 + ($0 == 0 ? ",status" : ",x") } }
      try bag.state { try $0.add("status", "user.financial", to: 3) }
    },
    Doctoring("a second column named target", .columnTwice(collection: "orders")) { bag, _ in
      try bag.table("orders") { lines in lines.enumerated().map { $1 + ($0 == 0 ? ",target" : ",x") } }
      try bag.state { try $0.add("target", "user.financial", to: 3) }
    },
    Doctoring("a renamed column", .header(collection: "orders")) { bag, _ in
      try bag.table("orders") { [$0[0].replacing("status", with: "state")] + $0.dropFirst() }
    },
    Doctoring("a removed column", .header(collection: "orders")) { bag, _ in
      try bag.table("orders") { $0.map { $0.replacing(/,[^,]*$/, with: "") } }
    },
    Doctoring("a row of another target", .target(collection: "orders")) { bag, _ in
      try bag.table("orders") { $0.dropLast() + ["2" + $0[1].dropFirst()] }
    },
    Doctoring("a row of a target in another spelling", .target(collection: "orders")) { bag, _ in
      try bag.table("orders") { $0.dropLast() + ["0" + $0[1]] }
    },
    Doctoring("a quote that is not needed", .table(collection: "orders")) { bag, _ in
      try bag.table("orders") { $0.dropLast() + [$0[1].replacing(/^1/, with: "\"1\"")] }
    },
    Doctoring("a row of another width", .table(collection: "orders")) { bag, _ in
      try bag.table("orders") { $0.dropLast() + [$0[1] + ",x"] }
    },
    Doctoring("a line without its end", .table(collection: "orders")) { bag, _ in
      try bag.edit("data/orders.csv") { String($0.dropLast()) }
      bag.pack()
    },
    Doctoring("another recipient", .statement(.recipient)) { bag, _ in
      try bag.state { $0.recipient = "Branch 4" }
    },
    Doctoring("another recipient in the order", .statement(.order)) { bag, _ in
      try bag.state { $0.order.authority = "Branch 4" }
    },
    Doctoring("the certificate of another", .statement(.recipientCertificate)) { bag, _ in
      try bag.state { $0.recipientCertificate = .of([]) }
    },
    Doctoring("another order", .statement(.order)) { bag, _ in try bag.state { $0.order.letterNumber += "1" } },
    Doctoring("another article", .statement(.order)) { bag, _ in try bag.state { $0.order.article = "CPC 1" } },
    Doctoring("another discloser", .statement(.discloser)) { bag, _ in try bag.state { $0.discloser = "x" } },
    Doctoring("another day", .statement(.preparedOn)) { bag, _ in
      try bag.state { $0.preparedOn = Day(number: $0.preparedOn.number - 1) }
    },
    Doctoring("a confirmed legal basis", .statement(.bases)) { bag, _ in
      try bag.state { $0.bases[0].confirmedBy = "counsel" }
    },
    Doctoring("a larger requested scope", .statement(.requested)) { bag, _ in try bag.state { $0.requested = Scope() }
    },
    Doctoring("another granted scope", .statement(.granted)) { bag, _ in try bag.state { $0.granted = Scope() } },
    Doctoring("another collected scope", .statement(.released)) { bag, _ in try bag.state { $0.released = Scope() } },
    Doctoring("another collected scope in the record", .statement(.released)) { _, record in record.scope = Scope() },
    Doctoring("withheld classes", .statement(.classesNotGranted)) { bag, _ in
      try bag.state { $0.classesNotGranted = $0.bases.map(\.dataClass) }
    },
    Doctoring("other withheld data", .statement(.withheld)) { bag, _ in try bag.state { $0.withheld = [] } },
    Doctoring("other withheld data in the record", .statement(.withheld)) { _, record in
      record.withheld.removeAll { $0.reason == .anotherPerson }
    },
    Doctoring("another file for a collection", .fileName(collection: "orders")) { bag, _ in
      bag.files = bag.files.map {
        Tar.File(path: $0.path.replacing("data/orders.csv", with: "data/o.csv"), bytes: $0.bytes)
      }
      try bag.state { $0.tables[3].file = "o.csv" }
    },
    Doctoring("an unknown member of the statement", .statementForm) { bag, _ in
      try bag.edit("data/disclosure.json") { $0.replacing("{\n  \"bases\"", with: "{\n  \"a\" : 1,\n  \"bases\"") }
      bag.pack()
    },
    Doctoring("the older format, with columns", .statementForm) { bag, _ in
      try bag.state { $0.format = Statement.formatWithoutColumns }
    },
    Doctoring("this format, without columns", .statementForm) { bag, _ in
      try bag.state { for index in $0.tables.indices { $0.tables[index].columns = nil } }
    },
    Doctoring("the older format, with an added column", .columnWithheld(collection: "payments")) { bag, _ in
      try bag.state { $0.age() }
      try bag.table("payments") { lines in lines.enumerated().map { $1 + ($0 == 0 ? ",risk_score" : ",x") } }
    },
  ]

  /// Doctorings of sentences, which an approval alone compares.
  static let ofSentences: [Doctoring] = [
    Doctoring("another certificate of disclosure", .sentences) { bag, _ in
      try bag.edit("data/certificate.txt") { $0 + "A word about the neighbour.\n" }
      bag.pack()
    },
    Doctoring("another sentence about a table", .sentences) { bag, _ in
      try bag.state { $0.tables[0].selection = "rows of the neighbour" }
    },
    Doctoring("another sentence about withheld data", .sentences) { bag, _ in
      try bag.state { $0.notListed = "nothing" }
    },
  ]
}

extension Statement {
  fileprivate mutating func add(_ column: String, _ category: String, to table: Int) throws {
    guard let category = DataCategory(category) else { throw DoctoredBag.Lacks(path: category) }
    tables[table].columns?.append(Column(name: column, categories: [category]))
  }

  /// Turns the statement into one of the older format.
  mutating func age() {
    format = Statement.formatWithoutColumns
    for index in tables.indices { tables[index].columns = nil }
  }
}
