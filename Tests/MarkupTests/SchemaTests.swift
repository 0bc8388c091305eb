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

  @Test("a valid document passes, as often as it is asked")
  func valid() throws {
    let document = try Document(
      parsing: Array("<list xmlns='urn:x'><entry id='a'><number>۱۲3</number></entry></list>".utf8))
    for _ in 0..<3 { try document.check(against: Array(Self.schema.utf8)) }
    #expect(document.root.children.count == 1)
  }

  static let violations: [(String, String, Int)] = [
    ("<entry id='a'>\n<number>12</number></entry>", "number", 3),
    ("<entry id='a'>\n<number>12a</number></entry>", "number", 3),
    ("<entry id='a'>\n<number/></entry>", "number", 3),
    ("<entry id='a'><number>123</number></entry>\n\n<entry id='b'>\n<number>x</number></entry>", "number", 5),
    ("<entry id='a'><number>123</number></entry>\n<entry id='b c'><number>123</number></entry>", "entry", 3),
    // An absent attribute is told at the first child, where the validator notices it.
    ("<entry id='a'><number>123</number></entry>\n<entry><number>123</number></entry>", "number", 3),
    ("<entry id='a' more=''><number>123</number></entry>", "entry", 2),
    ("<entry id='a'/>", "entry", 2),
  ]

  @Test("the first violation is told, with its element and line", arguments: violations)
  func isFirst(content: String, element: String, line: Int) throws {
    let fault = try violation(
      of: "<list xmlns='urn:x'>\n\(content)\n<entry id='z'>\n<number>last</number></entry></list>", against: Self.schema
    )
    #expect(fault?.line == line, "\(String(describing: fault))")
    #expect(fault?.reason == .schema(element: element))
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
    "a schema that cannot be read is our fault, not the document's",
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

  @Test("a long list is validated in time that grows with its length")
  func long() throws {
    let entries = String(repeating: "<entry id='a'><number>123</number></entry>\n", count: 20_000)
    let start = ContinuousClock().now
    #expect(try violation(of: "<list xmlns='urn:x'>\n\(entries)</list>", against: Self.schema) == nil)
    #expect(try violation(of: "<list xmlns='urn:x'>\n\(entries)<entry/></list>", against: Self.schema)?.line == 20_002)
    let elapsed = ContinuousClock().now - start
    #expect(elapsed < .seconds(8), "\(elapsed)")
  }
}
