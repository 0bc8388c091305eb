import Casework
import Foundation
import Ledger
import Service
import TestSupport
import TestTools
import Testing

/// Tests that the office folder has no personal value in plain text.
@Suite("Secrecy")
struct SecrecyTests {
  /// Returns the personal values of the fixtures that have at least six bytes, and some from the orders and the office.
  static func personalValues() throws -> [String] {
    let sql = """
      SELECT full_name FROM customers UNION SELECT national_id FROM customers UNION SELECT mobile FROM customers
      UNION SELECT email FROM customers UNION SELECT street FROM addresses UNION SELECT postal_code FROM addresses
      UNION SELECT number FROM orders WHERE customer_id = 1404 UNION SELECT bank_reference FROM payments
      UNION SELECT ip FROM logins UNION SELECT replace(body, char(10), ' ') FROM messages UNION SELECT pan_masked FROM payment_cards
      """
    let shop = try Tool.sqlite(Props.shared.shop, sql).split(separator: "\n").map(String.init)
    let others = [
      // Values of the orders, in the spellings of the documents and of the code.
      "مریم رستمی‌نژاد", "مریم رستمی نژاد", "۹۹۹۰۰۱۴۰۴۳", "9990014043", "قاضی آزمون", "۱۴۰۵۱۲۳۴۵۶۷۸۹۰۱۲۳۴",
      "140512345678901234", "۰۹۰۰۰۰۰۱۵۰۰", "989000001500",
      // Names of the office's officers, and a name from their notes.
      "لیلا کریمی", "امید صالحی", "سارا محمدی", "دارا نیک‌پور", "رضا توکلی", "مینا فرهادی", "خانم منشی شعبه",
    ]
    return Array(Set(shop.filter { $0.utf8.count >= 6 } + others))
  }

  @Test("no personal value of the fixtures is found by a byte search of the office folder, the log included")
  func folderIsClean() throws {
    let office = try TestOffice()
    defer { office.remove() }
    let desk = try office.desk()
    try office.advance(office.receive("proper"), through: .exported)
    for name in ["truncated", "over-broad", "not-particular", "two-persons-one-number"] {
      try office.log(name)
    }
    _ = try desk.close(
      try #require(CaseNumber("1405-0003")), as: .refused([.competence]), because: "خانم منشی شعبه",
      key: office.props.key("sara"))
    let values = try Self.personalValues()
    #expect(values.count > 10_000)
    let list = office.folder.appending(path: "values")
    try values.joined(separator: "\n").write(to: list, atomically: true, encoding: .utf8)
    // The desk keeps its connection open, so that the write-ahead log exists and is searched too.
    #expect(FileManager.default.fileExists(atPath: office.office.database.path + "-wal"))
    let found = try Tool.run("grep", ["-raoF", "-f", list.path, office.office.url.path])
    #expect(found.status == 1, "\(found.output.prefix(400))")
    // Checks the search itself: it finds a name in the original order.
    let order = try Tool.run("grep", ["-caF", "-f", list.path, Checkout.fixture("Orders/proper.xml").path])
    #expect(order.status == 0)
    _ = desk
  }

  @Test("file names have only digests and fixed words")
  func namesAreClean() throws {
    let office = try TestOffice()
    defer { office.remove() }
    try office.advance(office.receive("proper"), through: .exported)
    let names = try FileManager.default.subpathsOfDirectory(atPath: office.folder.path)
    let known =
      /(office|out|office\.key)|office\.marks(\/(mark|journal))?|office\/(sealed|outbox|pack|office\.sqlite(-wal|-shm)?|keys\.sqlite)|office\/pack\/((court-order|preservation)\.scxml|legal-bases\.xml|pack\.xml)|office\/sealed\/[0-9a-f]{64}\.sealed|office\/outbox\/[0-9a-f]{64}\.cms|out\/disclosure-[0-9a-f]{16}\.cms/
    #expect(names.contains { $0.hasSuffix(".sealed") } && names.contains { $0.hasPrefix("out/disclosure-") })
    for name in names { #expect(name.wholeMatch(of: known) != nil, "\(name)") }
  }

  @Test("only the office's own user may read its files")
  func filesAreOnes() throws {
    let office = try TestOffice()
    defer { office.remove() }
    try office.advance(office.receive("proper"), through: .exported)
    let open = try Tool.run(
      "find",
      [office.office.url.path, "office.key", "office.marks", "-type", "f", "-perm", "/077"], in: office.folder)
    #expect(open.status == 0 && open.output == "", "\(open.output)")
    let folder = try Tool.run("stat", ["-c", "%a", office.office.url.path]).output
    #expect(folder == "700\n")
  }
}
