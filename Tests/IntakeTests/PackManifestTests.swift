import Casework
import TestTools
import Testing

@testable import Intake

@Suite("Manifests of packs")
struct PackManifestTests {
  let text: String

  init() throws { text = try Checkout.text("Workflows/iran/pack.xml") }

  private func fault(_ text: String) -> IntakeFault? {
    do {
      _ = try PackManifest(reading: Array(text.utf8))
      return nil
    } catch { return error }
  }

  @Test("every value of Iran's manifest is read")
  func iran() throws {
    let manifest = try PackManifest(reading: Array(text.utf8))
    #expect(manifest.name == "iran" && manifest.country == "IR" && manifest.calendar == .jalali)
    #expect(manifest.zone == "Asia/Tehran" && manifest.languages == ["fa", "en"])
    #expect(manifest.titles == ["fa": "ایران", "en": "Iran"])
    #expect(manifest.dialling == iranianDialling)
    #expect(manifest.identifiers.map(\.kind) == [.nationalID, .accountID, .phoneNumber, .email, .name])
    #expect(manifest.identifiers.map(\.length) == [10, nil, nil, nil, nil])
    #expect(manifest.orderFormats == ["urn:amanat:order:1"])
    #expect(manifest.classes?.order == DataClass.iranian)
    #expect(manifest.instruments == ["court-order", "preservation"])
  }

  @Test("the manifest of the European Union has another calendar, other classes and no dialling plan")
  func europeanUnion() throws {
    let manifest = try ShippedPack.manifest("european-union")
    #expect(manifest.calendar == .gregorian && manifest.country == "EU" && manifest.dialling == .none)
    #expect(manifest.classes?.order.map(\.rawValue) == ["subscriber", "identifying", "traffic", "content"])
    #expect(manifest.dialling.international("030 123456") == "030123456")
    #expect(manifest.instruments == ["production", "emergency-production", "preservation"])
  }

  @Test("the assumed manifest of the pack iran equals the real one, except titles, languages, classes and charts")
  func assumed() throws {
    var expected = try PackManifest(reading: Array(text.utf8))
    (expected.titles, expected.languages, expected.classes, expected.instruments) = ([:], ["en"], nil, [])
    #expect(PackManifest.assumed(ofPack: "iran") == expected)
    var other = PackManifest.assumed(ofPack: "ours")
    #expect(other.calendar == .gregorian)
    (other.name, other.calendar) = ("iran", .jalali)
    #expect(other == expected)
  }

  /// For each change: the text that is replaced, the new text, and the fault that is expected on its line.
  static let changes: [(String, String, ReadingFault)] = [
    ("urn:amanat:pack:1", "urn:amanat:pack:2", .unexpectedElement("pack", parent: nil)),
    (" country=\"IR\"", "", .missingAttribute("country", element: "pack")),
    ("country=\"IR\"", "country=\"IRN\"", .badValue(element: "pack", attribute: "country", allowed: [])),
    (
      "calendar=\"jalali\"", "calendar=\"lunar\"",
      .badValue(element: "pack", attribute: "calendar", allowed: ["gregorian", "jalali"])
    ),
    ("time-zone=\"Asia/Tehran\"", "time-zone=\" \"", .badValue(element: "pack", attribute: "time-zone", allowed: [])),
    ("languages=\"fa en\"", "languages=\"farsi-\"", .badValue(element: "pack", attribute: "languages", allowed: [])),
    ("languages=\"fa en\"", "languages=\"fa fa\"", .badValue(element: "pack", attribute: "languages", allowed: [])),
    ("languages=\"fa en\"", "languages=\"fa en\" flag=\"x\"", .unexpectedAttribute(nil, element: "pack")),
    ("<title xml:lang=\"en\">Iran", "<title xml:lang=\"fa\">Iran", .declaredTwice(element: "title")),
    ("<title xml:lang=\"en\">Iran", "<title>Iran", .missingAttribute("xml:lang", element: "title")),
    (
      "country-code=\"98\"", "country-code=\"098\"",
      .badValue(element: "telephone", attribute: "country-code", allowed: [])
    ),
    (" trunk-prefix=\"0\"", "", .missingAttribute("trunk-prefix", element: "telephone")),
    (
      "kind=\"email\"", "kind=\"fax\"",
      .badValue(
        element: "identifier", attribute: "kind",
        allowed: ["national_id", "account_id", "phone_number", "email", "name"])
    ),
    ("kind=\"email\"", "kind=\"phone_number\"", .declaredTwice(element: "identifier")),
    ("length=\"10\"", "length=\"0\"", .badValue(element: "identifier", attribute: "length", allowed: [])),
    ("order:1\"", "order:9\"", .notDeclared(element: "format", attribute: "namespace")),
    ("<class name=\"contact\"", "<class name=\"identity\"", .declaredTwice(element: "class")),
    (
      "<class name=\"contact\"", "<class name=\"Contact\"", .badValue(element: "class", attribute: "name", allowed: [])
    ),
    ("\"user.contact\"", "\"user.Contact\"", .badValue(element: "class", attribute: "categories", allowed: [])),
    ("\"user.contact\"", "\"user.name.first\"", .categoryOfAnotherClass),
    ("<chart instrument=\"preservation\"/>", "<chart instrument=\"court-order\"/>", .declaredTwice(element: "chart")),
    (
      "<chart instrument=\"preservation\"/>", "<chart instrument=\"warrant\"/>",
      .notDeclared(element: "chart", attribute: "instrument")
    ),
    ("<chart instrument=\"preservation\"/>", "<chart/>", .missingAttribute("instrument", element: "chart")),
    ("<telephone ", "<fax/>\n<telephone ", .unexpectedElement(nil, parent: "pack")),
    ("  <charts>", "  text <charts>", .unexpectedText(element: "pack")),
    ("</pack>", "</pac>", .notWellFormed(.endTag)),
  ]

  @Test("a wrong manifest is refused with its fault and its line", arguments: changes)
  func wrong(part: String, other: String, code: ReadingFault) throws {
    let changed = try text.changing(part, to: other)
    let found = try #require(fault(changed), "it was read")
    #expect(found.code == code)
    let line = code == .unexpectedText(element: "pack") ? try text.line(of: "languages=") : try text.line(of: part)
    #expect(found.line == line, "line \(found.line), not \(line)")
  }

  @Test("a part that is missing, repeated or misplaced is named")
  func parts() throws {
    let charts =
      "  <charts>\n    <chart instrument=\"court-order\"/>\n    <chart instrument=\"preservation\"/>\n  </charts>\n"
    let absent = try #require(fault(try text.changing(charts, to: "")))
    #expect(absent.code == .missingElement("charts", parent: "pack"))
    let twice = try #require(fault(try text.changing(charts, to: charts + charts)))
    #expect(twice.code == .repeatedElement("charts"))
    let early = try text.changing(charts, to: "").changing("  <identifiers>", to: charts + "  <identifiers>")
    let misplaced = try #require(fault(early))
    #expect(misplaced.code == .misplacedElement("identifiers"))
    #expect(misplaced.line == (try early.line(of: "<identifiers>")))
  }
}
