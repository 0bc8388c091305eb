import Markup
import Testing

@Suite("Elements")
struct ElementTests {
  @Test("names, attributes, children, text and lines are read")
  func values() throws {
    let root = try read(
      """
      <?xml version="1.0" encoding="UTF-8"?>
      <!-- before -->
      <case number="1405-0001"
            state='open'>
        <note>نخست</note>
        <other/>
        <note>دوم</note>
      </case>
      """)
    #expect(root.name == Element.Name("case"))
    #expect(root.attributes == [Element.Name("number"): "1405-0001", Element.Name("state"): "open"])
    #expect(root.children.map(\.name.local) == ["note", "other", "note"])
    #expect(root.children.map(\.line) == [5, 6, 7])
    #expect(root.all("note").map(\.text) == ["نخست", "دوم"])
    #expect(root.child("note")?.text == "نخست")
    #expect(root.child("absent") == nil && root.all("absent").isEmpty && root.attribute("absent") == nil)
    #expect(root.children[1] == (try read("\n\n\n\n\n<other/>")))
  }

  @Test("the line of an element is the line on which its start tag ends")
  func lineOfLongTag() throws {
    #expect(try read("<a>\n<b\n c=''\n/>\n</a>").child("b")?.line == 4)
  }

  @Test("text is joined across comments, instructions, children and CDATA, and references are resolved")
  func text() throws {
    let root = try read(
      "<a>one<!-- no -->two<?no no?>three<b>not this</b><![CDATA[<four> & ]]>five&lt;&#x633;&amp;</a>")
    #expect(root.text == "onetwothree<four> & five<س&")
    #expect(root.children.map(\.text) == ["not this"])
  }

  @Test("every line end is read as one newline character")
  func lineEnds() throws {
    #expect(try read("<a>x\r\ny\rz</a>").text == "x\ny\nz")
    #expect(try read("<a>\r\n<b/></a>").child("b")?.line == 2)
  }

  @Test("elements are compared by namespace, not by prefix")
  func namespaces() throws {
    let bare = try read("<a xmlns='urn:x'><b/></a>")
    let prefixed = try read("<p:a xmlns:p='urn:x'><p:b/></p:a>")
    #expect(bare == prefixed)
    #expect(bare.name == Element.Name("a", in: "urn:x"))
    #expect(try read("<a xmlns='urn:y'><b/></a>") != bare)
    #expect(try read("<a xmlns='urn:x'><b xmlns=''/></a>").child("b") == nil)
  }

  @Test("a child of another namespace is not found by its local name")
  func foreignChildren() throws {
    let root = try read("<a xmlns='urn:x' xmlns:o='urn:o'><o:b>theirs</o:b><b>ours</b></a>")
    #expect(root.child("b")?.text == "ours" && root.all("b").count == 1 && root.children.count == 2)
  }

  @Test("an attribute has a namespace only if it has a prefix")
  func attributeNamespaces() throws {
    let root = try read("<a xmlns='urn:x' xmlns:o='urn:o' role='1' o:role='2' xml:lang='fa'/>")
    #expect(root.attribute("role") == "1")
    #expect(root.attribute("role", in: "urn:o") == "2")
    #expect(root.attribute("role", in: "urn:x") == nil)
    #expect(root.attribute("lang", in: "http://www.w3.org/XML/1998/namespace") == "fa")
  }

  @Test("white space in an attribute becomes spaces, unless it is a reference; an empty attribute is kept")
  func attributeValues() throws {
    let root = try read("<a b='x\n\ty' c='x&#10;y' d='' e='&lt;&quot;&apos;&gt;&amp;'/>")
    #expect(root.attribute("b") == "x  y")
    #expect(root.attribute("c") == "x\ny")
    #expect(root.attribute("d")?.isEmpty == true)
    #expect(root.attribute("e") == "<\"'>&")
  }

  @Test("an XInclude element is an ordinary element, and nothing is fetched")
  func inclusions() throws {
    let root = try read(
      "<a xmlns:xi='http://www.w3.org/2001/XInclude'><xi:include href='file:///etc/passwd' parse='text'/></a>")
    #expect(root.children.count == 1 && root.text.isEmpty && root.children[0].text.isEmpty)
  }

  @Test("line numbers above 65,535 are correct for elements and faults", arguments: [65_534, 65_535, 65_536, 200_001])
  func manyLines(line: Int) throws {
    let before = "<a>" + String(repeating: "\n", count: line - 1)
    #expect(try read(before + "<b/></a>").children.map(\.line) == [line])
    #expect(refusal(of: before + "<b></a>")?.line == line)
    let schema = "<element name='a' xmlns='http://relaxng.org/ns/structure/1.0'><text/></element>"
    #expect(try violation(of: before + "<b/></a>", against: schema)?.line == line)
  }
}
