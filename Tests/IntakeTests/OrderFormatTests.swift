import Casework
import Markup
import TestTools
import Testing

@testable import Intake

/// A second format, as a developer would add it: dates are Gregorian, and a letter has its fields in attributes.
private struct Letter2: OrderFormat {
  let name = "urn:example:letter"
  let version = 2
  var schema: [UInt8] {
    Array(
      """
      <element name="letter" ns="urn:example:letter:2" xmlns="http://relaxng.org/ns/structure/1.0">
        <attribute name="from"><text/></attribute>
        <attribute name="number"><text/></attribute>
        <attribute name="on"><text/></attribute>
        <attribute name="to"><text/></attribute>
        <oneOrMore><element name="asks"><text/></element></oneOrMore>
      </element>
      """.utf8)
  }

  func order(_ root: Element, _ setting: OrderSetting) throws(IntakeFault) -> Order {
    guard let issued = CalendarKind.gregorian.day(written: root.attribute("on") ?? "") else {
      throw IntakeFault(line: root.line, .noSuchDay(field: "on", calendar: .gregorian))
    }
    var order = Order(
      provenance: OrderProvenance(
        format: name, version: version, document: setting.document, lines: [.issued: root.line]),
      instrument: "court-order", seat: AuthoritySeat(rank: "court", branch: 1, seat: root.attribute("from") ?? ""),
      caseNumber: "1", issued: issued, addressee: root.attribute("to") ?? "")
    order.letterNumber = root.attribute("number")
    order.classes = setting.classes.sorted(Set(root.all("asks").compactMap { DataClass($0.text) }))
    return order
  }
}

@Suite("Order formats")
struct OrderFormatTests {
  private func reader(_ formats: [String]) throws -> OrderReader {
    var manifest = try ShippedPack.manifest("iran")
    manifest.orderFormats = formats
    return OrderReader(
      manifest, classes: try #require(manifest.classes), among: OrderFormats.all + [Letter2()])
  }

  private let letter = Array(
    """
    <letter xmlns="urn:example:letter:2" from="Turin" number="7" on="2026-11-19" to="us">
    <asks>contact</asks><asks>identity</asks></letter>
    """.utf8)

  @Test("the namespace of the root selects the format, and each format gives an `Order`")
  func second() throws {
    let reader = try reader(["urn:amanat:order:1", "urn:example:letter:2"])
    let order = try reader.order(letter, digest: digest("c"))
    #expect(order.provenance.format == "urn:example:letter" && order.provenance.version == 2)
    #expect(order.provenance.document == (try digest("c")) && order.identity == "court\n1\nTurin\n7")
    #expect(order.classes == [.identity, .contact] && order.issued == Day("2026-11-19"))
    let proper = try Checkout.bytes("Fixtures/Orders/proper.xml")
    #expect(try reader.order(proper, digest: digest()) == readOrder(proper))
  }

  @Test("a format that the pack does not accept is refused on the line of the root")
  func notAccepted() throws {
    let reader = try reader(["urn:amanat:order:1"])
    for text in [String(decoding: letter, as: UTF8.self), "<order/>", "<order xmlns=\"urn:amanat:order:2\"/>"] {
      #expect {
        try reader.order(Array("\n\(text)".utf8), digest: digest())
      } throws: { error in
        guard let fault = error as? IntakeFault else { return false }
        return fault.code == .unknownFormat && (2...3).contains(fault.line)
      }
    }
  }

  @Test("a class of data that is not in the pack is refused on its line, without its name")
  func otherClass() throws {
    let text = try Checkout.order("proper.xml").changing("name=\"contact\"", to: "name=\"gossip\"")
    #expect(refusal(ofOrder: text) == IntakeFault(line: try text.line(of: "gossip"), .unknownClass))
  }

  @Test("an identifier of a kind or length that is not in the pack is refused on its line")
  func identifiers() throws {
    let text = try Checkout.order("proper.xml")
    let bytes = Array(text.utf8)
    var manifest = try ShippedPack.manifest("iran")
    let classes = try #require(manifest.classes)
    manifest.identifiers = [PackManifest.IdentifierRule(.name), PackManifest.IdentifierRule(.nationalID, length: 9)]
    let line = try text.line(of: "<national-id>")
    func fault() -> IntakeFault? {
      do {
        _ = try OrderReader(manifest, classes: classes).order(bytes, digest: Digest(String(repeating: "0", count: 64))!)
        return nil
      } catch { return error }
    }
    #expect(fault() == IntakeFault(line: line, .badIdentifier(.nationalID)))
    manifest.identifiers = [PackManifest.IdentifierRule(.name)]
    #expect(fault() == IntakeFault(line: line, .unknownIdentifierKind(.nationalID)))
  }

  static let form: [(String, String, ReadingFault)] = [
    ("<issued>۱۴۰۵/۰۸/۲۸", "<issued>yesterday", .badValue(element: "issued", attribute: nil, allowed: [])),
    ("<national-id>۹", "<national-id>x", .badValue(element: "national-id", attribute: nil, allowed: [])),
    ("branch=\"۳\"", "branch=\"x\"", .badValue(element: "authority", attribute: "branch", allowed: [])),
    (
      "instrument=\"court-order\"", "instrument=\"warrant\"",
      .badValue(element: "order", attribute: "instrument", allowed: ["court-order"])
    ),
    ("<class name=\"contact\"", "<class nam=\"contact\"", .unexpectedAttribute(nil, element: "class")),
    ("<class name=\"contact\"", "<class", .missingAttribute("name", element: "class")),
    ("    <through>۱۴۰۵/۰۴/۳۱</through>\n", "", .missingElement("through", parent: "period")),
    ("  <issued>۱۴۰۵/۰۸/۲۸</issued>\n", "", .missingElement("issued", parent: "order")),
    ("<judge>", "<judge>x</judge><judge>", .repeatedElement("judge")),
    ("<targets>\n", "<targets>somebody\n", .unexpectedText(element: "targets")),
    ("<judge>", "<article>x</article><judge>", .repeatedElement("article")),
    ("</target>\n", "<who/></target>\n", .unexpectedElement(nil, parent: "target")),
    ("</target>\n", "<judge/></target>\n", .unexpectedElement("judge", parent: "target")),
  ]

  @Test("a violation of the schema is reported with element, attribute and line", arguments: form)
  func schema(part: String, other: String, code: ReadingFault) throws {
    let proper = try Checkout.order("proper.xml")
    let text = try proper.changing(part, to: other)
    let fault = try #require(refusal(ofOrder: text))
    #expect(fault.code == code)
    let places: [ReadingFault: String] = [
      .missingElement("through", parent: "period"): "<period>", .missingElement("issued", parent: "order"): "<order ",
      .repeatedElement("article"): "<article>CPC",
    ]
    let line = try places[code].map(text.line(of:)) ?? proper.line(of: String(part.prefix { $0 != "\n" }))
    #expect(fault.line == line, "line \(fault.line), not \(line)")
  }

  @Test("an order with 100,000 classes is refused for their number, before the schema is checked")
  func crowd() throws {
    // The schema does not allow the attribute. If it were checked first, its fault would be reported.
    let many = String(repeating: "<class nam=\"identity\"/>\n", count: 100_000)
    let text = try Checkout.order("proper.xml").changing("</data>", to: "\(many)</data>")
    let fault = refusal(ofOrder: text)
    #expect(fault == IntakeFault(line: try text.line(of: "<data>"), .tooManyChildren(element: "data", limit: 10_000)))
  }
}
