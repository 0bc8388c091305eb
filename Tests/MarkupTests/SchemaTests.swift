import Markup
import Testing

@Suite("Schemas")
struct SchemaTests {
  static let schema = """
    <grammar xmlns="http://relaxng.org/ns/structure/1.0" ns="urn:x"
             datatypeLibrary="http://www.w3.org/2001/XMLSchema-datatypes">
      <start>
        <element name="list">
          <oneOrMore>
            <element name="entry">
              <attribute name="id"><data type="NMTOKEN"/></attribute>
              <element name="number"><data type="token"><param name="pattern">[0-9۰-۹]{3}</param></data></element>
            </element>
          </oneOrMore>
        </element>
      </start>
    </grammar>
    """

  @Test("a valid document passes each time it is checked")
  func valid() throws {
    let document = try Document(
      parsing: Array("<list xmlns='urn:x'><entry id='a'><number>۱۲3</number></entry></list>".utf8))
    for _ in 0..<3 { try document.check(against: Array(Self.schema.utf8)) }
    #expect(document.root.children.count == 1)
  }

  static let violations: [(String, SchemaFault, Int)] = [
    ("<entry id='a'>\n<number>12</number></entry>", bad("number"), 3),
    ("<entry id='a'>\n<number>12a</number></entry>", bad("number"), 3),
    ("<entry id='a'>\n<number/></entry>", bad("number"), 3),
    ("<entry id='a'><number>123</number></entry>\n\n<entry id='b'>\n<number>x</number></entry>", bad("number"), 5),
    ("<entry id='a'><number>123</number></entry>\n<entry id='b c'><number>123</number></entry>", bad("entry", "id"), 3),
    (
      "<entry id='a'><number>123</number></entry>\n<entry><number>123</number></entry>",
      .missingAttribute("id", element: "entry"), 3
    ),
    ("<entry id='a' more=''><number>123</number></entry>", .unexpectedAttribute(nil, element: "entry"), 2),
    ("<entry id='a' number=''><number>123</number></entry>", .unexpectedAttribute("number", element: "entry"), 2),
    ("<entry id='a'/>", .missingElement("number", parent: "entry"), 2),
    ("<entry id='a'>x<number>123</number></entry>", .unexpectedText(element: "entry"), 2),
    ("<entry id='a'><number>123</number>\n<number>123</number></entry>", .repeatedElement("number"), 3),
    ("<entry id='a'><number>123</number>\n<who/></entry>", .unexpectedElement(nil, parent: "entry"), 3),
    ("<number>123</number>", .unexpectedElement("number", parent: "list"), 2),
    ("<entry id='a'><number><entry id='b'/></number></entry>", .unexpectedElement("entry", parent: "number"), 2),
  ]

  private static func bad(_ element: String, _ attribute: String? = nil) -> SchemaFault {
    .badValue(element: element, attribute: attribute, allowed: [])
  }

  @Test("the first violation is reported with its element, attribute and line", arguments: violations)
  func isFirst(content: String, expected: SchemaFault, line: Int) throws {
    let fault = try violation(
      of: "<list xmlns='urn:x'>\n\(content)\n<entry id='z'>\n<number>last</number></entry></list>", against: Self.schema
    )
    #expect(fault == MarkupFault(.schema(expected), line: line))
  }

  /// Patterns that the schema above does not have: choices of words, groups, references, order.
  static let richer = """
    <grammar xmlns="http://relaxng.org/ns/structure/1.0" ns="urn:x"
             datatypeLibrary="http://www.w3.org/2001/XMLSchema-datatypes">
      <start>
        <element name="a">
          <optional><attribute name="by"><text/></attribute><attribute name="on"><data type="date"/></attribute></optional>
          <optional><attribute name="kind"><choice><value>x</value><value>y</value></choice></attribute></optional>
          <element name="b"><ref name="word"/></element>
          <zeroOrMore><element name="c"><attribute name="w"><ref name="word"/></attribute></element></zeroOrMore>
          <optional><element name="d"><interleave>
            <optional><element name="e"><text/></element></optional><element name="f"><empty/></element>
          </interleave></element></optional>
        </element>
      </start>
      <define name="word"><data type="token"><param name="pattern">[a-z&amp;]+</param></data></define>
    </grammar>
    """

  static let richViolations: [(String, SchemaFault)] = [
    ("<a xmlns='urn:x' by='p'><b>w</b></a>", .missingAttribute("on", element: "a")),
    ("<a xmlns='urn:x' on='2026-01-01'><b>w</b></a>", .missingAttribute("by", element: "a")),
    ("<a xmlns='urn:x' by='p' on='2026-02-30'><b>w</b></a>", .badValue(element: "a", attribute: "on", allowed: [])),
    ("<a xmlns='urn:x' kind='z'><b>w</b></a>", .badValue(element: "a", attribute: "kind", allowed: ["x", "y"])),
    ("<a xmlns='urn:x'><b>W</b></a>", .badValue(element: "b", attribute: nil, allowed: [])),
    ("<a xmlns='urn:x'><b>&lt;</b></a>", .badValue(element: "b", attribute: nil, allowed: [])),
    ("<a xmlns='urn:x'><b>w</b><c w='&quot;'/></a>", .badValue(element: "c", attribute: "w", allowed: [])),
    ("<a xmlns='urn:x'><c w='x'/><b>w</b></a>", .misplacedElement("b")),
    ("<a xmlns='urn:x'><b>w</b><d><e/></d></a>", .missingElement("f", parent: "d")),
    ("<a xmlns='urn:x'><b>w</b><d><f/><e/><e/></d></a>", .repeatedElement("e")),
    ("<a xmlns='urn:x'/>", .missingElement("b", parent: "a")),
  ]

  @Test("violations of choices, groups, references and order are reported", arguments: richViolations)
  func richer(text: String, expected: SchemaFault) throws {
    #expect(try violation(of: text, against: Self.richer)?.reason == .schema(expected))
    for valid in ["<b>a&amp;b</b><c w='x'/><c w='y'/><d><f/><e>t</e></d>", "<b>w</b>"] {
      #expect(try violation(of: "<a xmlns='urn:x' by='' on='2026-01-01'>\(valid)</a>", against: Self.richer) == nil)
    }
  }

  @Test("too many children are refused before validation, on the line of their parent")
  func crowd() throws {
    let entries = String(repeating: "<entry id='a'><number>123</number></entry>\n", count: 5)
    let document = try Document(parsing: Array("\n<list xmlns='urn:x'>\(entries)</list>".utf8))
    #expect(throws: Never.self) { try document.check(against: Array(Self.schema.utf8), childLimit: 5) }
    #expect {
      try document.check(against: Array(Self.schema.utf8), childLimit: 4)
    } throws: { error in
      error as? MarkupFault == MarkupFault(.tooManyChildren(element: "list", limit: 4), line: 2)
    }
    let deep = "<a><b><c/><c/></b><b><c/><c/><c/></b></a>"
    #expect {
      try Document(parsing: Array(deep.utf8)).check(against: Array(Self.schema.utf8), childLimit: 2)
    } throws: { error in
      error as? MarkupFault == MarkupFault(.tooManyChildren(element: nil, limit: 2), line: 1)
    }
  }

  @Test("another root, or the same name in another namespace, is refused")
  func root() throws {
    for text in ["\n<list/>", "\n<list xmlns='urn:y'/>", "\n<entry xmlns='urn:x' id='a'/>", "\n<else/>"] {
      let fault = try #require(try violation(of: text, against: Self.schema))
      #expect(fault.line == 2)
      if case .schema = fault.reason {} else { Issue.record("\(fault)") }
    }
  }

  @Test(
    "an unreadable schema gives a fault of its own",
    arguments: [
      "", " ", "text", "<a/>", "<element name='a' xmlns='http://relaxng.org/ns/structure/1.0'>",
      "<grammar xmlns='http://relaxng.org/ns/structure/1.0'><start><ref name='absent'/></start></grammar>",
      "<element name='a' xmlns='http://relaxng.org/ns/structure/1.0'><data type='nothing'/></element>",
      "<element name='a' xmlns='http://relaxng.org/ns/structure/1.0'><unheard-of/></element>",
      "<element xmlns='http://relaxng.org/ns/structure/1.0'><text/></element>",
    ])
  func unreadable(schema: String) throws {
    #expect(try violation(of: "<a/>", against: schema)?.reason == .schemaUnreadable)
  }

  @Test("the longest list that is accepted is validated in a time that grows at most with the square of its length")
  func long() throws {
    func list(_ count: Int, _ last: String) -> String {
      let entries = String(repeating: "<entry id='a'><number>123</number></entry>\n", count: count)
      return "<list xmlns='urn:x'>\n\(entries)\(last)</list>"
    }
    let (quarter, whole) = (list(Document.childLimit / 4, ""), list(Document.childLimit, ""))
    var faults: [MarkupFault?] = []
    let short = try shortestTime { faults.append(try violation(of: quarter, against: Self.schema)) }
    let long = try shortestTime { faults.append(try violation(of: whole, against: Self.schema)) }
    #expect(faults.count == 6 && faults.allSatisfy { $0 == nil })
    // The square of 4 is 16, and its cube 64.
    #expect(long < short * 40, "\(long), a quarter \(short)")
    let fault = try violation(of: list(Document.childLimit - 1, "<entry/>"), against: Self.schema)
    let missing = SchemaFault.missingAttribute("id", element: "entry")
    #expect(fault == MarkupFault(.schema(missing), line: Document.childLimit + 1))
  }
}
