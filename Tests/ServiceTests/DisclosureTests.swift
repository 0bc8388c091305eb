import Casework
import Foundation
import Ledger
import Service
import TestSupport
import TestTools
import Testing

/// Tests a complete disclosure, and opens the export with independent tools.
@Suite("Disclosure")
struct DisclosureTests {
  /// A disclosed case with its decrypted and unpacked envelope. It is made once.
  struct Disclosed: Sendable {
    let office: TestOffice
    let bag: URL

    static let shared: Disclosed = {
      do {
        let office = try TestOffice()
        let number = try office.receive("proper")
        try office.advance(number, through: .exported)
        return Disclosed(office: office, bag: try open(office))
      } catch {
        fatalError("the route does not end: \(error)")
      }
    }()

    static func open(_ office: TestOffice) throws -> URL {
      let folder = try Checkout.temporary("opened")
      let line = """
        openssl cms -decrypt -binary -inform DER -in \(office.out.path)/disclosure-*.cms \
        -inkey \(office.props.certificateKey.path) -out bag.tar && tar -xf bag.tar
        """
      let result = try Tool.shell(line, in: folder)
      #expect(result.status == 0, "\(result.output)")
      return folder.appending(path: "disclosure")
    }
  }

  /// Queries for the target's own rows, written from the shop's tables without the annotation.
  static let expected: [String: String] = [
    "customers": """
    SELECT 1 AS target, id, full_name, national_id, mobile, email, created_at, deleted_at FROM customers
    WHERE national_id = '9990014043'
    """,
    "addresses": """
    SELECT 1 AS target, province, city, street, postal_code FROM addresses WHERE customer_id = 1404 ORDER BY id
    """,
    "payment_cards": """
    SELECT 1 AS target, pan_masked, holder_name, expires FROM payment_cards WHERE customer_id = 1404 ORDER BY id
    """,
    "orders": """
    SELECT 1 AS target, number, placed_at, status, total_rial FROM orders WHERE customer_id = 1404
    AND julianday(placed_at) >= julianday('2026-03-21 00:00:00', '-210 minutes')
    AND julianday(placed_at) < julianday('2026-07-23 00:00:00', '-210 minutes') ORDER BY id
    """,
    "order_items": """
    SELECT 1 AS target, i.title, i.quantity, i.price_rial FROM order_items i JOIN orders o ON o.id = i.order_id
    WHERE o.customer_id = 1404 AND julianday(o.placed_at) >= julianday('2026-03-21 00:00:00', '-210 minutes')
    AND julianday(o.placed_at) < julianday('2026-07-23 00:00:00', '-210 minutes') ORDER BY i.id
    """,
    "payments": """
    SELECT 1 AS target, p.paid_at, p.amount_rial, p.bank_reference FROM payments p JOIN orders o ON o.id = p.order_id
    WHERE o.customer_id = 1404 AND julianday(p.paid_at) >= julianday('2026-03-21 00:00:00', '-210 minutes')
    AND julianday(p.paid_at) < julianday('2026-07-23 00:00:00', '-210 minutes') ORDER BY p.id
    """,
  ]

  @Test("each file has exactly the rows that an independent query selects", arguments: expected.keys.sorted())
  func rowsAreExactlyTheTargets(table: String) throws {
    let sql = try #require(Self.expected[table])
    let theirs = try Tool.run("sqlite3", ["-csv", "-header", Props.shared.shop.path, sql]).output
    let ours = try String(
      contentsOf: Disclosed.shared.bag.appending(path: "data/\(table).csv"), encoding: .utf8)
    let rows = try CSVReader.texts(ours)
    #expect(try rows == CSVReader.texts(theirs))
    #expect(rows.count > 1)
  }

  @Test("no other file of data is in the bag")
  func nothingElseIsInTheBag() throws {
    let files = try FileManager.default.contentsOfDirectory(
      atPath: Disclosed.shared.bag.appending(path: "data").path)
    #expect(
      Set(files) == Set(Self.expected.keys.map { "\($0).csv" } + ["disclosure.json", "certificate.txt"]))
  }

  @Test("the bag has no canary, no row of another person and no unannotated column")
  func trapsStayBehind() throws {
    let shop = Props.shared.shop
    let others = try Tool.sqlite(
      shop,
      """
      SELECT street FROM addresses WHERE id = 2839 UNION ALL SELECT pan_masked FROM payment_cards WHERE id IN (2859, 2861)
      UNION ALL SELECT national_id FROM customers WHERE id IN (1403, 1405, 1410, 1411, 1420, 1430, 1431)
      UNION ALL SELECT mobile FROM customers WHERE id IN (1403, 1405, 1410, 1411, 1420, 1430, 1431)
      UNION ALL SELECT number FROM orders WHERE id IN (9003, 9011, 9013, 9014, 9015, 9016, 9017, 9018)
      UNION ALL SELECT 'CANARY' UNION ALL SELECT 'risk_score' UNION ALL SELECT 'referrer_note' UNION ALL SELECT '0.14041404'
      UNION ALL SELECT password_hash FROM customers WHERE id = 1404 UNION ALL SELECT 'gift_note'
      """)
    let values = others.split(separator: "\n").map(String.init)
    #expect(values.count > 20)
    for value in values {
      let found = try Tool.run("grep", ["-rlF", "--", value, Disclosed.shared.bag.path])
      #expect(found.status == 1, "\(value) is in \(found.output)")
    }
  }

  @Test("withheld rows and columns are counted by reason")
  func withheldIsCounted() throws {
    let desk = try Disclosed.shared.office.desk()
    let number = try #require(CaseNumber("1405-0001"))
    let withheld = try #require(try desk.view(number).collected).withheld
    func count(_ collection: String, _ reason: Withheld.Reason) -> Int {
      withheld.filter { $0.collection == collection && $0.reason == reason }.reduce(0) { $0 + $1.count }
    }
    #expect(count("orders", .outsidePeriod) == 6)
    #expect(count("orders", .timeUnreadable) == 2)
    #expect(count("addresses", .anotherPerson) == 1)
    #expect(count("payment_cards", .anotherPerson) == 2)
    #expect(count("staff_notes", .notAnnotated) == 1)
    #expect(withheld.contains(Withheld(collection: "payments", column: "risk_score", reason: .notAnnotated, count: 1)))
    #expect(withheld.contains(Withheld(collection: "messages", column: "body", reason: .notRequested, count: 1)))
  }

  @Test("bagit.py and sha256sum accept the bag", .enabled(if: Tool.bagit != nil, "bagit.py is not here"))
  func bagIsWhole() throws {
    let bag = Disclosed.shared.bag
    let bagit = try Tool.run(try #require(Tool.bagit), ["--validate", bag.path], merging: true)
    #expect(bagit.status == 0, "\(bagit.output)")
    #expect(try Tool.run("sha256sum", ["-c", "manifest-sha256.txt"], in: bag).status == 0)
    #expect(try Tool.run("sha256sum", ["-c", "tagmanifest-sha256.txt"], in: bag).status == 0)
  }

  @Test("the approver's signature over the bag verifies with ssh-keygen")
  func bagIsSigned() throws {
    let bag = Disclosed.shared.bag
    let key = try String(contentsOfFile: Props.shared.key("reza") + ".pub", encoding: .utf8)
    let signers = bag.deletingLastPathComponent().appending(path: "signers")
    try "approver \(key)".write(to: signers, atomically: true, encoding: .utf8)
    let line = """
      ssh-keygen -Y verify -f \(signers.path) -I approver -n amanat-disclosure -s tagmanifest-sha256.txt.sig \
      < tagmanifest-sha256.txt
      """
    #expect(try Tool.shell(line, in: bag).status == 0)
  }

  @Test("with the signers file of an audit, the bag's signature verifies only as the approving manager's")
  func bagIsSignedByAManager() throws {
    let (office, bag) = (Disclosed.shared.office, Disclosed.shared.bag)
    let entries = try Checkout.temporary("entries")
    defer { try? FileManager.default.removeItem(at: entries) }
    _ = try office.desk().writeEntries(to: entries)
    let number = try #require(CaseNumber("1405-0001"))
    let approver = try #require(try office.desk().view(number).approvedBy).description
    let signers = entries.appending(path: "allowed_signers").path
    let signature = "tagmanifest-sha256.txt.sig"
    let found = try Tool.run("ssh-keygen", ["-Y", "find-principals", "-s", signature, "-f", signers], in: bag)
    #expect(found.output == approver + "\n")
    func verified(as person: String) throws -> Int32 {
      let line = "ssh-keygen -Y verify -f \(signers) -I \(person) -n amanat-disclosure -s \(signature)"
      return try Tool.shell(line + " < tagmanifest-sha256.txt", in: bag).status
    }
    #expect(try verified(as: approver) == 0)
    let others = try office.desk().officers().map(\.id).filter { $0 != approver }
    #expect(others.count == 5)
    for other in others { #expect(try verified(as: other) != 0) }
    let text = try String(contentsOfFile: signers, encoding: .utf8)
    #expect(text.split(separator: "\n").filter { $0.contains("amanat-disclosure") }.count == 1)
  }

  @Test("the bag names its recipient, and no officer")
  func recipientIsInside() throws {
    let bag = Disclosed.shared.bag
    let statement = try String(contentsOf: bag.appending(path: "data/disclosure.json"), encoding: .utf8)
    let print = try Tool.run(
      "openssl", ["x509", "-noout", "-fingerprint", "-sha256", "-in", Props.shared.certificate.path]
    ).output
    let hex = print.split(separator: "=").last?.filter(\.isHexDigit).lowercased() ?? ""
    #expect(hex.count == 64 && statement.contains(hex))
    for name in ["سارا", "رضا", "o-", "1405-0001"] {
      #expect(try Tool.run("grep", ["-rlF", "--", name, bag.path]).status == 1, "\(name) is in the bag")
    }
  }

  @Test("a case is exported only once")
  func exportHappensOnce() throws {
    let office = Disclosed.shared.office
    let number = try #require(CaseNumber("1405-0001"))
    for attempt in [false, true] {
      #expect {
        if attempt {
          _ = try office.desk().resumeExport(number, to: office.out, key: office.props.key("sara"))
        } else {
          _ = try office.desk().export(number, to: office.out, key: office.props.key("sara"))
        }
      } throws: { error in
        guard case ServiceFault.refused(let refusal, _) = error else { return false }
        return refusal.reasons.contains(.alreadyDelivered)
      }
    }
    #expect(try FileManager.default.contentsOfDirectory(atPath: office.out.path).count == 1)
  }
}
