import Casework
import Statechart
import TestTools
import Testing

@testable import Intake

@Suite("Charts that are not read")
struct ChartReaderTests {
  /// Returns a chart with the given text on line 6 inside a state, on line 9 inside a transition, and among the
  /// transition's attributes.
  static func chart(inState: String = "", inTransition: String = "", attributes: String = "") -> String {
    """
    <scxml xmlns="http://www.w3.org/2005/07/scxml" xmlns:case="urn:amanat:casework:1"
           xmlns:other="urn:other" case:instrument="court-order" version="1.0" datamodel="null">
      <state id="one" initial="inner">
        <state id="inner"/>
        <!-- the next line is the test's -->
        \(inState)
        <transition event="case.refused" target="two" case:role="manager"
                    \(attributes)>
        \(inTransition)
        </transition>
      </state>
      <final id="two"/>
    </scxml>
    """
  }

  private func fault(_ text: String) -> IntakeFault? {
    do {
      _ = try ChartReader.workflow(Array(text.utf8), digest: try digest())
      return nil
    } catch { return error as? IntakeFault }
  }

  @Test("the unchanged chart of these tests is read")
  func plain() throws {
    let handlers = "<onentry><raise event=\"done.state.x\"/></onentry><onexit/>"
    #expect(fault(Self.chart()) == nil)
    #expect(
      fault(Self.chart(inState: handlers, inTransition: "<raise event=\"x\"/>", attributes: "cond=\"In('one')\""))
        == nil)
    let initial = "<state id=\"x\"><initial><transition target=\"y\"/></initial><state id=\"y\"/></state>"
    #expect(fault(Self.chart(inState: initial)) == nil)
  }

  static let executable = [
    "<script/>", "<script>go()</script>", "<datamodel/>", "<datamodel><data id='x'/></datamodel>", "<invoke src='x'/>",
    "<send event='case.refused'/>", "<history id='h'/>", "<assign location='x'/>", "<log expr='1'/>", "<cancel/>",
    "<if cond='true'/>", "<foreach/>", "<donedata/>", "<other:state/>", "<state xmlns=''/>", "<other:transition/>",
    "<case:role/>", "<transitions/>", "<scxml/>", "<history id='h'><transition target='inner'/></history>",
    "<log/>", "<send event='case.refused'><content>x</content></send>", "<cancel sendid='x'/>", "<finalize/>",
    "<foreach array='x' item='y'/>", "<if cond=\"In('one')\"/>", "<assign location='x' expr='1'/>",
    "<invoke type='http://www.w3.org/TR/scxml/'><content>x</content></invoke>", "text",
  ]

  @Test("every element except states, transitions, handlers and raise is refused on its line", arguments: executable)
  func foreign(element: String) {
    // A text has no line of its own: the fault is on the line of the element around it.
    guard element != "text" else {
      #expect(fault(Self.chart(inState: element))?.line == 3)
      #expect(fault(Self.chart(inTransition: element))?.line == 8)
      return
    }
    #expect(fault(Self.chart(inState: element))?.line == 6)
    #expect(fault(Self.chart(inTransition: element))?.line == 9)
    #expect(fault(Self.chart(inState: "<onentry>\(element)</onentry>"))?.line == 6)
    #expect(fault(Self.chart(inState: "<onexit>\(element)</onexit>"))?.line == 6)
    #expect(fault(Self.chart(inState: "<onexit><raise event='x'>\(element)</raise></onexit>"))?.line == 6)
    #expect(fault(Self.chart(inState: "<state id='s'>\(element)</state>"))?.line == 6)
    #expect(fault(Self.chart().replacingOccurrences(of: "  <final", with: "\(element)<final"))?.line == 12)
  }

  static let attributes = [
    "role=\"manager\"", "case:rôle=\"manager\"", "case:roles=\"manager\"", "case:Role=\"manager\"", "other:role=\"x\"",
    "case:assures=\"scope\"", "case:permits=\"disclosure\"", "id=\"x\"", "expr=\"x\"", "xml:base=\"x\"", "events=\"x\"",
    "cond=\"true\"", "cond=\"\"", "cond=\"In(one two)\"", "cond=\"In('one') or In('two')\"", "cond=\"!In('one')\"",
    "cond=\"In('')\"", "cond=\"In('one'\"", "cond=\"In('nowhere')\"", "cond=\"in('one')\"", "cond=\"In('one\\')\"",
    "case:deadline=\"x\"", "case:instrument=\"x\"", "type=\"sideways\"", "type=\"\"", "case:voids=\"scop\"",
    "case:voids=\"Scope\"", "case:apart-from=\"ordr\"",
    "case:apart-from=\"order finding.passed\"",
  ]

  @Test("an unknown attribute or attribute value is refused on its line", arguments: attributes)
  func attribute(text: String) {
    // The line of a start tag is the line on which it ends.
    #expect(fault(Self.chart(attributes: text))?.line == 8, "\(text)")
  }

  static let states = [
    "<state id=\"x\" assures=\"scope\"/>", "<state id=\"x\" case:assures=\"scoop\"/>",
    "<state id=\"x\" case:role=\"manager\"/>",
    "<state id=\"x\" case:permits=\"everything\"/>", "<state id=\"x\" case:permit=\"disclosure\"/>",
    "<state name=\"x\"/>", "<state id=\"x\" case:instrument=\"x\"/>", "<state id=\"x\" case:apart-from=\"order\"/>",
    "<state id=\"\"/>", "<state id=\"one\"/>", "<parallel id=\"x\"/>", "<state id=\"x\" initial=\"one\"/>",
    "<final id=\"x\"><state id=\"y\"/></final>", "<final id=\"x\"><onentry><raise/></onentry></final>",
    "<onentry><raise event=\"a b\"/></onentry>", "<onentry><raise event=\"x\" delay=\"1\"/></onentry>",
    "<onentry when=\"always\"/>", "<state id=\"x\"><initial/></state>",
    "<state id=\"x\"><initial><state id=\"y\"/></initial></state>",
    "<state id=\"x\"><initial><transition target=\"y\" cond=\"false\"/></initial><state id=\"y\"/></state>",
    "<state id=\"x\"><initial id=\"z\"><transition target=\"y\"/></initial><state id=\"y\"/></state>",
    "<state id=\"x\" initial=\"y\"><initial><transition target=\"y\"/></initial><state id=\"y\"/></state>",
    "<state id=\"x\"><initial><transition target=\"y\"/></initial><initial/><state id=\"y\"/></state>",
  ]

  @Test("a state with an invalid part is refused on its line", arguments: states)
  func state(text: String) {
    #expect(fault(Self.chart(inState: text))?.line == 6, "\(text)")
  }

  static let transitions = [
    "event=\"case.refused\" target=\"two\"", "event=\"case.refused\" target=\"two\" case:role=\"\"",
    "event=\"case.refused\" target=\"two\" case:role=\"boss\"",
    "event=\"case.refused\" target=\"two\" case:role=\"Manager\"",
    "event=\"case.refuse\" target=\"two\" case:role=\"manager\"",
    "event=\"finding.passed\" target=\"two\" case:role=\"manager\"",
    "event=\"a..b\" target=\"two\" case:role=\"manager\"",
    "event=\"case.refused\" target=\"three\" case:role=\"manager\"",
    "event=\"done.state.one case.refused\" target=\"two\"",
    "case:role=\"manager\"", "event=\"case.refused\" target=\"one two\" case:role=\"manager\"",
    "event=\"\" target=\"two\"",
  ]

  @Test("a transition needs a known event, a known role and a known target", arguments: transitions)
  func transition(text: String) {
    #expect(fault(Self.chart(inState: "<transition \(text)/>"))?.line == 6, "\(text)")
  }

  @Test("another root, data model, namespace or a document type is refused on its line")
  func roots() throws {
    let plain = Self.chart()
    for (part, other, line) in [
      ("datamodel=\"null\"", "datamodel=\"ecmascript\"", 2), ("datamodel=\"null\"", "datamodel=\"\"", 2),
      ("http://www.w3.org/2005/07/scxml", "http://www.w3.org/2005/08/scxml", 2), ("version=", "binding=", 2),
      ("version=", "case:deadline=\"x\" version=", 2), ("version=\"1.0\"", "version=\"1.1\"", 2),
      ("version=", "initial=\"nowhere\" version=", 2), ("<scxml ", "<!DOCTYPE scxml>\n<scxml ", 1),
    ] {
      #expect(fault(try plain.changing(part, to: other))?.line == line, "\(other)")
    }
    #expect(fault("")?.line == 1)
    #expect(fault("\n<scxml xmlns=\"http://www.w3.org/2005/07/scxml\"/>")?.line == 2)
  }

  @Test("attributes of the case namespace are kept on their chart, state or transition")
  func domain() throws {
    let text = Self.chart(inState: "<state id=\"x\" case:deadline=\"answer\"/>")
    let definition = try ChartReader.definition(Array(text.utf8))
    #expect(definition.attributes == ["instrument": "court-order"])
    #expect(definition.states.first?.children.last?.attributes == ["deadline": "answer"])
    #expect(definition.states.first?.transitions.first?.attributes == ["role": "manager"])
  }

  @Test("states that are nested too deeply are refused")
  func depth() {
    let deep = String(repeating: "<state>", count: 140) + String(repeating: "</state>", count: 140)
    #expect(fault(Self.chart(inState: deep))?.line == 6)
  }
}
