import SCXML
import Statechart
import Testing

@Suite("Documents that are not read")
struct RefusalTests {
  static let states = [
    // Elements that are not supported.
    "<state><invoke src=\"x\"/></state>", "<state><onentry><script>go()</script></onentry></state>", "<script/>",
    "<state><transition event=\"e\"><finalize/></transition></state>", "<parallel><invoke/><state/></parallel>",
    "<state><onentry><send event=\"e\" type=\"http://www.w3.org/TR/scxml/#BasicHTTPEventProcessor\"/></onentry></state>",
    // Unknown elements, attributes and texts.
    "<state><states/></state>", "<other:state/>", "<state xmlns=\"\"/>", "<state other:id=\"s\"/>",
    "<state name=\"s\"/>",
    "<state xml:id=\"s\"/>", "<state>text</state>", "<state><onentry>text</onentry></state>", "text",
    "<state><onentry><raise event=\"e\">text</raise></onentry></state>",
    "<state><onentry><assign location=\"v\"><x/></assign></onentry></state>",
    // SCXML 3.
    "<parallel initial=\"s\"><state/></parallel>", "<parallel><final/></parallel>",
    "<parallel><initial/></parallel>", "<final><state/></final>", "<final><transition event=\"e\"/></final>",
    "<final><history/></final>", "<final><datamodel/></final>", "<state><donedata/></state>", "<initial/>",
    "<history/>",
    "<transition event=\"e\"/>", "<onentry/>", "<scxml version=\"1.0\"/>", "<state id=\"\"/>", "<state id=\"a b\"/>",
    "<state id=\" a\"/>", "<state initial=\"\"><state/></state>", "<state initial=\" \"><state/></state>",
    "<state initial=\"s\"><initial><transition target=\"s\"/></initial></state>", "<state><initial/></state>",
    "<state><initial><transition target=\"s\"/></initial><initial><transition target=\"s\"/></initial></state>",
    "<state><initial><transition target=\"s\"/><transition target=\"s\"/></initial></state>",
    "<state><initial><transition/></initial></state>",
    "<state><initial><transition event=\"e\" target=\"s\"/></initial></state>",
    "<state><initial><transition cond=\"true\" target=\"s\"/></initial></state>", "<state><history/></state>",
    "<state><history><transition/></history></state>",
    "<state><history><transition target=\"s\"/><transition target=\"s\"/></history></state>",
    "<state><history><transition event=\"e\" target=\"s\"/></history></state>",
    "<state><history><transition cond=\"true\" target=\"s\"/></history></state>",
    "<state><history type=\"Deep\"><transition target=\"s\"/></history></state>",
    "<state><history><onentry/><transition target=\"s\"/></history></state>",
    "<state><transition event=\"\"/></state>", "<state><transition target=\"\"/></state>",
    "<state><transition event=\"e\" type=\"\"/></state>", "<state><transition event=\"e\" type=\"Internal\"/></state>",
    "<state><transition events=\"e\"/></state>", "<state><onentry id=\"x\"/></state>", "<datamodel/><datamodel/>",
    "<state><datamodel/><datamodel/></state>", "<datamodel><data/></datamodel>", "<datamodel><state/></datamodel>",
    "<datamodel><data id=\"v\" expr=\"1\" src=\"x\"/></datamodel>",
    "<datamodel><data id=\"v\" expr=\"1\">1</data></datamodel>",
    "<datamodel><data id=\"v\" src=\"x\"/></datamodel>", "<datamodel><data id=\"v w\"/></datamodel>",
    "<datamodel><data id=\"v\"/><data id=\"v\"/></datamodel>",
    "<final><donedata><content/><content/></donedata></final>",
    "<final><donedata><param name=\"p\" expr=\"1\"/><content/></donedata></final>",
    "<final><donedata/><donedata/></final>",
    "<final><donedata><content expr=\"1\">1</content></donedata></final>",
    "<final><donedata><param expr=\"1\"/></donedata></final>",
    "<final><donedata><param name=\"p\"/></donedata></final>",
    "<final><donedata><param name=\"p\" expr=\"1\" location=\"v\"/></donedata></final>",
  ]

  static let actions = [
    // SCXML 4.
    "<raise/>", "<raise event=\"e\" delay=\"1s\"/>", "<raise event=\"e\"><raise event=\"f\"/></raise>", "<if/>",
    "<else/>", "<elseif cond=\"true\"/>", "<if cond=\"true\"><elseif/></if>", "<if cond=\"true\"><else/><else/></if>",
    "<if cond=\"true\"><else/><elseif cond=\"true\"/></if>", "<if cond=\"true\"><else cond=\"true\"/></if>",
    "<if cond=\"true\"><else><raise event=\"e\"/></else></if>", "<if cond=\"true\"><state/></if>", "<foreach/>",
    "<foreach array=\"l\"/>", "<foreach item=\"i\"/>", "<foreach array=\"l\" item=\"i\"><else/></foreach>",
    "<log value=\"x\"/>", "<log><raise event=\"e\"/></log>",
    // SCXML 5 and 6.
    "<assign expr=\"1\"/>", "<assign location=\"v\"/>", "<assign location=\"v\" expr=\"1\">1</assign>",
    "<assign location=\"v\" expr=\"1\" type=\"delete\"/>", "<send/>", "<send event=\"e\" eventexpr=\"e\"/>",
    "<send event=\"e\" target=\"t\" targetexpr=\"t\"/>", "<send event=\"e\" type=\"t\" typeexpr=\"t\"/>",
    "<send event=\"e\" id=\"i\" idlocation=\"l\"/>", "<send event=\"e\" delay=\"1s\" delayexpr=\"d\"/>",
    "<send event=\"e\" target=\"#_internal\" delay=\"1s\"/>",
    "<send event=\"e\" target=\"#_internal\" delayexpr=\"d\"/>",
    "<send event=\"e\" namelist=\"v\"><content/></send>", "<send event=\"e\" namelist=\"\"/>",
    "<send event=\"e\"><content/><param name=\"p\" expr=\"1\"/></send>",
    "<send event=\"e\"><content/><content/></send>",
    "<send event=\"e\"><raise event=\"f\"/></send>", "<send event=\"e\" src=\"x\"/>", "<send event=\"e\" id=\"\"/>",
    "<send event=\"e\"><content><x xmlns=\"\"/></content></send>",
    "<send event=\"e\"><param name=\"p\" expr=\"1\"><param name=\"q\" expr=\"1\"/></param></send>", "<cancel/>",
    "<cancel sendid=\"i\" sendidexpr=\"e\"/>", "<cancel id=\"i\"/>",
  ]

  @Test("a part that the standard does not allow there is refused on its line", arguments: states)
  func state(text: String) {
    let line = text == "text" ? 2 : 4
    #expect(fault(document("\n\(text)\n<state/>"))?.line == line)
  }

  @Test("executable content that the standard does not allow there is refused on its line", arguments: actions)
  func action(text: String) {
    #expect(fault(document("<state>\n<onentry>\n\(text)</onentry>\n<onexit/></state>"))?.line == 5)
    #expect(fault(document("<state><transition target=\"s\">\n\(text)</transition></state>"))?.line == 4)
    #expect(
      fault(document("<state><onexit><if cond=\"true\">\n\(text)</if></onexit></state>")) != nil
        || text.hasPrefix("<else"))
    let loop = "<foreach array=\"l\" item=\"i\">\n\(text)</foreach>"
    #expect(fault(document("<state><onexit>\(loop)</onexit></state>"))?.line == 4)
  }

  static let roots = [
    "version=\"1.1\"", "version=\"\"", "", "version=\"1.0\" binding=\"lazy\"", "version=\"1.0\" datamodel=\"\"",
    "version=\"1.0\" datamodel=\"a b\"", "version=\"1.0\" initial=\"\"", "version=\"1.0\" id=\"x\"",
    "version=\"1.0\" xml:lang=\"en\"", "version=\"1.0\" exmode=\"strict\"",
  ]

  @Test("a root with attributes that are not of SCXML 1.0 is refused", arguments: roots)
  func root(attributes: String) {
    #expect(fault("\n<scxml xmlns=\"http://www.w3.org/2005/07/scxml\"\n \(attributes)><state/></scxml>")?.line == 3)
  }

  @Test("another root is refused")
  func otherRoots() {
    for text in [
      "<scxml version=\"1.0\"><state/></scxml>", "<state xmlns=\"http://www.w3.org/2005/07/scxml\"/>",
      "<scxml xmlns=\"http://www.w3.org/2005/07/SCXML\" version=\"1.0\"><state/></scxml>",
    ] {
      #expect(fault("\n" + text)?.line == 2)
    }
  }

  static let conditions = [
    "true", "", "In(s t)", "In()", "In(s)t", "In('')", "In('s'", "in('s')", "!In('s')", "In('s') or In('t')",
    "In('s\")", "In('s') ",
  ]

  @Test("the null data model accepts only the condition In", arguments: conditions)
  func nullCondition(text: String) {
    let text = text.replacing("\"", with: "&quot;")
    for model in ["null", "other"] {
      let branch = document("<state><onexit>\n<if cond=\"\(text)\"/></onexit></state>", model: model)
      let transition = document("<state>\n<transition target=\"s\" cond=\"\(text)\"/></state>", model: model)
      #expect(fault(branch)?.line == (model == "null" ? 4 : nil))
      #expect(fault(transition)?.line == (model == "null" ? 4 : nil))
    }
  }

  @Test("a fault names the element and the attribute, and never quotes a value or text of the document")
  func silence() {
    for text in [
      "<state id=\"secret secret\"/>", "secret", "<state><transition type=\"secret\"/></state>",
      "<state unknown=\"secret\"/>", "<state other:unknown=\"secret\"/>",
      "<datamodel><data id=\"v\" src=\"secret\"/></datamodel>", "<state><secret></state>",
      "<datamodel><data id=\"secret\"/><data id=\"secret\"/></datamodel>",
    ] {
      let found = fault(document(text))
      #expect(found != nil && found?.description.contains("secret") == false, "\(text)")
    }
    #expect(fault(document("<unknown/>"))?.reason == "<scxml> contains the unknown element <unknown>")
    #expect(fault(document("<state rol=\"x\"/>"))?.reason == "<state> has the unknown attribute 'rol'")
    #expect(
      fault(document("<state><transition type=\"\"/></state>"))?.reason.contains("'type' of <transition>") == true)
  }
}
