import Casework
import TestTools
import Testing

@testable import Intake

@Suite("Malformed legal bases")
struct LegalBasesFaultTests {
  /// For each change: its name, the text that is replaced, the new text, and the expected fault.
  static let changes: [(String, String, String, ReadingFault)] = [
    (
      "no such class", "rank=\"criminal-court-branch\" class=\"identity\" article=\"CPC 671\"",
      "rank=\"criminal-court-branch\" class=\"gossip\" article=\"CPC 671\"",
      .notDeclared(element: "basis", attribute: "class")
    ),
    (
      "a class that is not declared", "    <class name=\"contact\" categories=\"user.contact\"/>\n",
      "", .notDeclared(element: "basis", attribute: "class")
    ),
    (
      "another class", "<class name=\"technical\"",
      "<class name=\"gossip\"", .notDeclared(element: "basis", attribute: "class")
    ),
    (
      "a class twice", "<class name=\"technical\"",
      "<class name=\"contact\"", .declaredTwice(element: "class")
    ),
    (
      "no such rank", "<rank name=\"criminal-court-branch\"",
      "<rank name=\"court\"", .notDeclared(element: "basis", attribute: "rank")
    ),
    (
      "no such article", "<article name=\"CPC 670\" also=\"CCA 35\"/>",
      "", .notDeclared(element: "basis", attribute: "article")
    ),
    (
      "the other law's citation in a row", "class=\"identity\" article=\"CPC 671\"",
      "class=\"identity\" article=\"CCA 36\"", .notDeclared(element: "basis", attribute: "article")
    ),
    (
      "one id twice", "id=\"cpc-671-contact\"",
      "id=\"cpc-671-identity\"", .declaredTwice(element: "basis")
    ),
    (
      "a bad category", "categories=\"user.contact\"",
      "categories=\"user..contact\"", .badValue(element: "class", attribute: "categories", allowed: [])
    ),
    (
      "a category in capitals", "categories=\"user.contact\"",
      "categories=\"User.Contact\"", .badValue(element: "class", attribute: "categories", allowed: [])
    ),
    (
      "no category", "categories=\"user.contact\"",
      "categories=\" \"", .badValue(element: "class", attribute: "categories", allowed: [])
    ),
    (
      "a row without source", "\n         source=\"CPC 671 (s)\"/>\n  <basis id=\"cpc-671-contact\"",
      "/>\n  <basis id=\"cpc-671-contact\"", .missingAttribute("source", element: "basis")
    ),
    (
      "counsel without a date", "id=\"cpc-671-contact\"",
      "id=\"cpc-671-contact\" confirmed-by=\"A\"", .missingAttribute("confirmed-on", element: "basis")
    ),
    (
      "a date without counsel", "id=\"cpc-671-contact\"",
      "id=\"cpc-671-contact\" confirmed-on=\"2026-11-22\"", .missingAttribute("confirmed-by", element: "basis")
    ),
    (
      "no such day", "id=\"cpc-671-contact\"",
      "id=\"cpc-671-contact\" confirmed-by=\"A\" confirmed-on=\"2026-02-30\"",
      .badValue(element: "basis", attribute: "confirmed-on", allowed: [])
    ),
    (
      "counsel without a name", "id=\"cpc-671-contact\"",
      "id=\"cpc-671-contact\" confirmed-by=\" \" confirmed-on=\"2026-11-22\"",
      .badValue(element: "basis", attribute: "confirmed-by", allowed: [])
    ),
    (
      "an unknown attribute", "id=\"cpc-671-contact\"",
      "id=\"cpc-671-contact\" unless=\"asked\"", .unexpectedAttribute(nil, element: "basis")
    ),
    (
      "a misspelt consent", "consent=\"provincial",
      "concent=\"provincial", .unexpectedAttribute(nil, element: "basis")
    ),
    (
      "another element", "  <ranks>",
      "  <notes/>\n  <ranks>", .unexpectedElement(nil, parent: "legal-bases")
    ),
    (
      "another namespace", "urn:amanat:legal-bases:1",
      "urn:amanat:legal-bases:2", .unexpectedElement("legal-bases", parent: nil)
    ),
    (
      "not well-formed", "  </articles>",
      "  </article>", .notWellFormed(.endTag)
    ),
    (
      "a document type", "<legal-bases ",
      "<!DOCTYPE legal-bases>\n<legal-bases ", .doctype
    ),
  ]

  /// Text on the line of the expected fault, for the changes whose fault is not on the changed line.
  static let elsewhere = [
    "a class that is not declared": "<basis id=\"cpc-671-contact\"",
    "another class": "<basis id=\"cpc-671-technical\"", "no such rank": "<basis id=\"cpc-671-identity\"",
    "no such article": "<basis id=\"cpc-670-identity\"",
    "another element": "<notes/>", "a document type": "<!DOCTYPE", "not well-formed": "</article>",
    "a row without source": "<basis id=\"cpc-671-identity\"", "a misspelt consent": "<basis id=\"cpc-150-content\"",
  ]

  @Test("each malformed file is refused with its fault and its line", arguments: changes)
  func refused(kind: String, part: String, other: String, code: ReadingFault) throws {
    let shipped = try ShippedPack.basesBeforeManifests()
    let text = try shipped.changing(part, to: other)
    var found: IntakeFault?
    do { _ = try LegalBases(reading: Array(text.utf8), digest: digest(), manifest: nil) } catch let fault as IntakeFault
    {
      found = fault
    }
    let fault = try #require(found, "\(kind) was read")
    #expect(fault.code == code, "\(kind): \(fault.code)")
    let place = try Self.elsewhere[kind].map(text.line(of:)) ?? shipped.line(of: part)
    // The line of a start tag is the line on which it ends, and rows have up to two lines.
    #expect((place...place + 1).contains(fault.line), "\(kind): line \(fault.line), not \(place)")
  }

  @Test("a citation of two articles is refused, because it would be ambiguous")
  func ambiguousCitation() throws {
    let last = "<article name=\"CPC 150\"/>"
    for other in ["name=\"CPC 999\" also=\"CCA 36\"", "name=\"CPC 999\" also=\"CPC 671\"", "name=\"CPC 671\""] {
      let text = try ShippedPack.basesBeforeManifests().changing(last, to: "\(last)<article \(other)/>")
      let fault = IntakeFault(line: try text.line(of: last), .declaredTwice(element: "article"))
      #expect(throws: fault, "\(other)") {
        _ = try LegalBases(reading: Array(text.utf8), digest: digest(), manifest: nil)
      }
    }
  }

  @Test("a category in two classes is refused, because a grant of one class would disclose the other")
  func overlappingClasses() throws {
    for other in [
      "user.contact user.content", "user.contact user.device.ip_address", "user.contact user", "user.contact user.name",
    ] {
      let text = try ShippedPack.basesBeforeManifests()
        .changing("categories=\"user.contact\"", to: "categories=\"\(other)\"")
      let fault = try #require(throws: IntakeFault.self, "\(other)") {
        _ = try LegalBases(reading: Array(text.utf8), digest: digest(), manifest: nil)
      }
      #expect(fault.code == .categoryOfAnotherClass, "\(other): \(fault)")
    }
  }
}
