import SCXML
import Statechart
import Testing

/// Charts that test rules of the standard themselves. Each stops in `pass`, and in another state if the machine, the
/// reader or the data model breaks the rule.
@Suite("Charts that test themselves")
struct BehaviourTests {
  struct Claim: Sendable, CustomStringConvertible {
    var description: String
    var attributes = ""
    var chart: String
  }

  static let claims: [Claim] = [
    Claim(
      description: "3.8, 3.9: of a final state too the handlers are run, before its parent is done",
      chart: """
        <state id="s" initial="end"><final id="end"><onentry><raise event="in"/></onentry><onexit><raise event="out"/>
        </onexit></final><transition event="in" target="t"/><transition event="done.state.s" target="fail"/></state>
        <state id="t"><transition event="done.state.s" target="u"/><transition event="*" target="fail"/></state>
        <state id="u"><transition event="out" target="pass"/><transition event="*" target="fail"/></state>
        """),
    Claim(
      description: "3.10: a history is never active, and a shallow one forgets what was deeper",
      chart: """
        <datamodel><data id="Rounds" expr="0"/></datamodel>
        <state id="s" initial="a"><history id="h"><transition target="a"/></history>
          <onentry><assign location="Rounds" expr="Rounds + 1"/></onentry>
          <transition cond="In('h')" target="fail"/>
          <state id="a"><transition cond="Rounds == 1" target="b2"/><transition target="fail"/></state>
          <state id="b" initial="b1"><state id="b1"><transition cond="Rounds == 2" target="pass"/></state>
            <state id="b2"><transition cond="Rounds == 1" target="away"/><transition target="fail"/></state></state>
        </state><state id="away"><transition target="h"/></state>
        """),
    Claim(
      description: "3.12.1: an event's tokens are prefixes of whole tokens, in either case",
      chart: """
        <state id="s"><onentry><raise event="ab.c"/></onentry>
        <transition event="a AB ab.C" target="fail"/><transition event="x ab.*" target="pass"/></state>
        """),
    Claim(
      description: "3.12.2: errors are internal events, and come before external ones",
      chart: """
        <state id="s"><onentry><send event="outside"/><assign location="nowhere" expr="1"/></onentry>
        <transition event="error.execution" target="pass"/><transition event="*" target="fail"/></state>
        """),
    Claim(
      description: "3.13: a transition of a descendant goes before one of its ancestor",
      chart: """
        <state id="p" initial="c"><onentry><raise event="e"/></onentry><transition event="e" target="fail"/>
        <state id="c"><transition event="e" target="pass"/></state></state>
        """),
    Claim(
      description: "3.13: of two regions that conflict the first one's transition is taken",
      chart: """
        <parallel id="p"><onentry><raise event="e"/></onentry>
        <state id="one"><transition event="e" target="pass"/></state>
        <state id="two"><transition event="e" target="fail"/></state></parallel>
        """),
    Claim(
      description: "3.13: an external transition of a parallel state leaves all of its regions",
      chart: """
        <datamodel><data id="Left" expr="0"/></datamodel>
        <state id="s"><onentry><raise event="go"/><raise event="look"/></onentry><transition target="p"/></state>
        <parallel id="p"><onexit><assign location="Left" expr="Left + 1"/></onexit>
          <transition event="go" target="one"/>
          <transition event="look" cond="Left == 3" target="pass"/><transition event="look" target="fail"/>
          <state id="one"><onexit><assign location="Left" expr="Left + 1"/></onexit></state>
          <state id="two"><onexit><assign location="Left" expr="Left + 1"/></onexit></state></parallel>
        """),
    Claim(
      description: "3.13: internal events go before external ones, and each in the order of its queue",
      chart: """
        <state id="s"><onentry><send event="c"/><raise event="a"/><send event="d"/><raise event="b"/>
        <send event="b2" target="#_internal"/></onentry>
        <transition event="a" target="s1"/><transition event="*" target="fail"/></state>
        <state id="s1"><transition event="b" target="s2"/><transition event="*" target="fail"/></state>
        <state id="s2"><transition event="b2" cond="_event.type == 'internal'" target="s3"/>
        <transition event="*" target="fail"/></state>
        <state id="s3"><transition event="c" target="s4"/><transition event="*" target="fail"/></state>
        <state id="s4"><transition event="d" target="pass"/><transition event="*" target="fail"/></state>
        """),
    Claim(
      description: "4.6: a loop declares its variables, leaves them with the last item, and counts from 0",
      chart: """
        <datamodel><data id="Sum" expr="0"/><data id="Places" expr="''"/></datamodel>
        <state id="s"><onentry><foreach array="[3, 4]" item="Item" index="Place">
        <assign location="Sum" expr="Sum + Item"/><assign location="Places" expr="Places ++ Place"/></foreach></onentry>
        <transition cond="Sum == 7 &amp;&amp; Places == '01' &amp;&amp; Item == 4 &amp;&amp; Place == 1" target="pass"/>
        <transition target="fail"/></state>
        """),
    Claim(
      description: "4.10: what stands behind an element that failed is not done, in its block alone",
      chart: """
        <datamodel><data id="Done" expr="0"/></datamodel>
        <state id="s"><onentry><if cond="true"><send event="e" target="nobody"/><assign location="Done" expr="1"/></if>
        <assign location="Done" expr="1"/></onentry><onentry><assign location="Done" expr="Done + 10"/></onentry>
        <transition cond="Done == 10" target="pass"/><transition target="fail"/></state>
        """),
    Claim(
      description: "4.3: a condition that fails is false, and the next one is asked",
      chart: """
        <state id="s"><onentry><if cond="fail()"><raise event="one"/><elseif cond="nowhere"/><raise event="two"/><else/>
        <raise event="three"/></if></onentry><transition event="three" target="pass"/>
        <transition event="one two" target="fail"/></state>
        """),
    Claim(
      description: "5.3.3: late data are empty until their state is entered, and then get their values once",
      attributes: "binding=\"late\"",
      chart: """
        <datamodel><data id="Early" expr="1"/></datamodel>
        <state id="s"><transition cond="defined(Early) &amp;&amp; !defined(Late)" target="t"/>
        <transition target="fail"/></state>
        <state id="t"><datamodel><data id="Late" expr="Early + 1"/></datamodel>
        <onentry><assign location="Late" expr="Late + 1"/></onentry>
        <transition cond="Late == 3" target="t"/><transition cond="Late == 4" target="pass"/>
        <transition target="fail"/></state>
        """),
    Claim(
      description: "5.3: what does not come from elsewhere leaves the variable empty, and is an error",
      chart: """
        <datamodel><data id="Far" src="file:missing"/></datamodel>
        <state id="s"><transition event="error.execution" cond="!defined(Far)" target="pass"/>
        <transition event="*" target="fail"/></state>
        """),
    Claim(
      description: "5.5, 5.7: a parameter that fails is left out, and its error comes before the end is told",
      chart: """
        <state id="s" initial="end"><final id="end"><donedata><param name="bad" location="nowhere"/>
        <param name="good" expr="'g'"/></donedata></final>
        <transition event="error.execution" target="t"/><transition event="done.state.s" target="fail"/></state>
        <state id="t"><transition event="done.state.s" target="pass"
          cond="_event.data.good == 'g' &amp;&amp; !hasField(_event.data, 'bad')"/>
        <transition event="*" target="fail"/></state>
        """),
    Claim(
      description: "5.6: an event's content is what its expression gives, or its text",
      chart: """
        <state id="s"><onentry><send event="a"><content expr="'f' ++ 'oo'"/></send>
        <send event="b"><content>  two
           words </content></send></onentry>
        <transition event="a" cond="_event.data == 'foo'" target="t"/><transition event="*" target="fail"/></state>
        <state id="t"><transition event="b" cond="_event.data == 'two words'" target="pass"/>
        <transition event="*" target="fail"/></state>
        """),
    Claim(
      description: "5.10: before the first event there is none",
      chart: """
        <state id="s"><onentry><if cond="defined(_event)"><raise event="wrong"/><else/><raise event="right"/></if></onentry>
        <transition event="right" target="pass"/><transition event="*" target="fail"/></state>
        """),
    Claim(
      description: "5.10.1: an event has every field, and those without a meaning are blank",
      chart: """
        <state id="s"><onentry><raise event="e"/></onentry>
        <transition event="e" target="t" cond="hasField(_event, 'name') &amp;&amp; hasField(_event, 'type')
          &amp;&amp; hasField(_event, 'sendid') &amp;&amp; hasField(_event, 'origin') &amp;&amp; hasField(_event, 'data')
          &amp;&amp; hasField(_event, 'origintype') &amp;&amp; hasField(_event, 'invokeid')"/>
        <transition event="*" target="fail"/></state>
        <state id="t"><transition target="pass" cond="!defined(_event.origin) &amp;&amp; !defined(_event.origintype)
          &amp;&amp; !defined(_event.invokeid) &amp;&amp; !defined(_event.sendid) &amp;&amp; !defined(_event.data)"/>
        <transition target="fail"/></state>
        """),
    Claim(
      description: "5.10: the machine's variables stay what they are",
      attributes: "name=\"machine\"",
      chart: """
        <state id="s"><onentry><assign location="_name" expr="'other'"/></onentry>
        <onentry><assign location="_ioprocessors.scxml.location" expr="'other'"/></onentry>
        <transition event="error.execution" cond="_name == 'machine' &amp;&amp; _ioprocessors.scxml.location ==
          '#_scxml_' ++ _sessionid" target="t"/><transition event="*" target="fail"/></state>
        <state id="t"><transition event="error.execution" target="pass"/></state>
        """),
    Claim(
      description: "6.2: what goes along is what was true when it was sent, under names of its own and of variables",
      chart: """
        <datamodel><data id="One" expr="1"/></datamodel>
        <state id="s"><onentry><send event="e" delay="10ms" namelist="One"><param name="two" expr="One + 1"/></send>
        <assign location="One" expr="9"/></onentry>
        <transition event="e" cond="_event.data.One == 1 &amp;&amp; _event.data.two == 2" target="pass"/>
        <transition event="*" target="fail"/></state>
        """),
    Claim(
      description: "6.2: delayed events come in the order of their times, and of equal ones in that of their sending",
      chart: """
        <state id="s"><onentry><send event="d" delay="1s"/><send event="b" delay=".5s"/><send event="c" delay="500ms"/>
        <send event="a"/></onentry><transition event="a" target="s1"/><transition event="*" target="fail"/></state>
        <state id="s1"><transition event="b" target="s2"/><transition event="*" target="fail"/></state>
        <state id="s2"><transition event="c" target="s3"/><transition event="*" target="fail"/></state>
        <state id="s3"><transition event="d" target="pass"/><transition event="*" target="fail"/></state>
        """),
    Claim(
      description: "6.2: an argument that fails leaves the event unsent",
      chart: """
        <state id="s"><onentry><send event="later" delay="1s"/><send eventexpr="nowhere"/></onentry>
        <onentry><send event="lost" delayexpr="fail()"/></onentry>
        <onentry><send event="lost"><content expr="fail()"/></send></onentry>
        <transition event="lost" target="fail"/><transition event="later" target="pass"/></state>
        """),
    Claim(
      description: "6.3: a cancel takes back every event of that name, and only those that have not come",
      chart: """
        <datamodel><data id="Name"/></datamodel>
        <state id="s"><onentry><send event="lost" idlocation="Name" delay="1s"/><send id="b" event="lost" delay="2s"/>
        <send id="b" event="lost" delay="3s"/><send event="end" delay="4s"/><cancel sendidexpr="Name"/><cancel sendid="b"/>
        <cancel sendid="nobody"/></onentry><transition event="end" target="pass"/>
        <transition event="*" target="fail"/></state>
        """),
    Claim(
      description: "C.1: an event can be answered where it came from",
      chart: """
        <state id="s"><onentry><send event="ask" id="q" type="http://www.w3.org/TR/scxml/#SCXMLEventProcessor"
          targetexpr="'#_scxml_' ++ _sessionid"/></onentry>
        <transition event="ask" cond="_event.sendid == 'q'" target="t"><send event="answer"
          targetexpr="_event.origin" typeexpr="_event.origintype"/></transition>
        <transition event="*" target="fail"/></state>
        <state id="t"><transition event="answer" target="pass"/><transition event="*" target="fail"/></state>
        """),
    Claim(
      description: "the conformance language: lists, comparisons, texts and brackets",
      chart: """
        <datamodel><data id="List">[1, 'two', true]</data><data id="Text"> 'a b' </data></datamodel>
        <state id="s"><transition target="pass" cond="contains(append(List, 4), 4) &amp;&amp; !contains(List, 4)
          &amp;&amp; contains(Text, ' ') &amp;&amp; startsWith(Text, 'a') &amp;&amp; 2 &gt;= 1 + 1 &amp;&amp; 1 &lt;= 2
          &amp;&amp; !(2 &gt; 3) &amp;&amp; List ++ [4] == [1, 'two', true, 4] &amp;&amp; 'a' ++ 1 == 'a1'"/>
        <transition target="fail"/></state>
        """),
  ]

  @Test("it stops in 'pass'", arguments: claims)
  func holds(claim: Claim) throws {
    let text = document(claim.chart + "<final id=\"pass\"/><final id=\"fail\"/>", attributes: claim.attributes)
    let definition = try SCXMLReader { _ in nil }.definition(Array(text.utf8))
    #expect(try Corpus.failure(Interpreter(definition, ConformanceModel())) == nil)
  }
}
