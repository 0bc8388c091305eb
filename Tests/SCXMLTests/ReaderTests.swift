import SCXML
import Statechart
import Testing

@Suite("Documents that are read")
struct ReaderTests {
  private func definition(_ text: String, _ reader: SCXMLReader = SCXMLReader()) throws -> ChartDefinition {
    try reader.definition(Array(text.utf8))
  }

  @Test("the chart itself: its name, start, binding and variables")
  func chart() throws {
    let read = try definition(
      document(
        """
        <datamodel><data id="a"/><data id="b" expr="1"/><data id="c"> [1,
         2] </data><data id="d">
        </data></datamodel>
        <state id="s"/>
        """, attributes: "name=\"n\" initial=\" s\tt \" binding=\"late\""))
    #expect(
      read
        == ChartDefinition(
          name: "n", initial: InitialDefinition(targets: ["s", "t"], line: 2),
          states: [StateDefinition(id: "s", line: 6)],
          dataModel: "conformance", binding: .late,
          data: [
            DataDefinition(id: "a", line: 3), DataDefinition(id: "b", value: .expression("1"), line: 3),
            DataDefinition(id: "c", value: .text(" [1,\n 2] "), line: 3), DataDefinition(id: "d", line: 4),
          ], line: 2))
    let least = try definition("<scxml xmlns=\"\(SCXMLReader.namespace)\" version=\"1.0\"><state/></scxml>")
    #expect(least == ChartDefinition(name: "", states: [StateDefinition(line: 1)], line: 1))
  }

  @Test("states with all their parts")
  func states() throws {
    let read = try definition(
      document(
        """
        <parallel id="p"><state id="s"><initial><transition target="t"><raise event="i"/></transition></initial>
        <onexit/><onentry><raise event="a"/></onentry><datamodel><data id="v"/></datamodel><onentry>
        <raise event="b"/></onentry>
        <state id="t"><transition event="e.* f" cond="v" target="t u" type="internal"><log label="l" expr="v"/></transition>
        <transition target="t"/></state>
        <final id="u"><donedata><param name="n" expr="1"/><param name="m" location="v"/></donedata></final></state>
        <history id="h" type="deep"><transition target="s"><raise event="c"/></transition></history>
        <history><transition target="s"/></history></parallel>
        <final><donedata><content expr="1"/></donedata></final><final><donedata><content> x </content></donedata></final>
        <final><donedata/></final>
        """))
    let inner = [
      StateDefinition(
        id: "t",
        transitions: [
          TransitionDefinition(
            events: ["e.*", "f"], condition: .expression("v"), targets: ["t", "u"], isInternal: true,
            actions: [.log(label: "l", expression: "v", line: 6)], line: 6),
          TransitionDefinition(targets: ["t"], line: 7),
        ], line: 6),
      StateDefinition(
        id: "u", kind: .final,
        doneData: .parameters([
          .init(name: "n", source: .expression("1"), line: 8), .init(name: "m", source: .location("v"), line: 8),
        ]), line: 8),
    ]
    let regions = [
      StateDefinition(
        id: "s", initial: InitialDefinition(targets: ["t"], actions: [.raise("i", line: 3)], line: 3), children: inner,
        onEntry: [[.raise("a", line: 4)], [.raise("b", line: 5)]], onExit: [[]],
        data: [DataDefinition(id: "v", line: 4)], line: 3),
      StateDefinition(
        id: "h", kind: .history(.deep),
        transitions: [TransitionDefinition(targets: ["s"], actions: [.raise("c", line: 9)], line: 9)], line: 9),
      StateDefinition(
        kind: .history(.shallow), transitions: [TransitionDefinition(targets: ["s"], line: 10)], line: 10),
    ]
    #expect(read.states.first == StateDefinition(id: "p", kind: .parallel, children: regions, line: 3))
    #expect(
      read.states.dropFirst().map(\.doneData) == [
        .content(.expression("1"), line: 11), .content(.text(" x "), line: 11), nil,
      ])
  }

  private func actions(_ text: String, model: String = "conformance") throws -> [Action] {
    let read = try definition(document("<state><onentry>\(text)</onentry></state>", model: model))
    return try #require(read.states.first?.onEntry.first)
  }

  @Test("branches, loops and assignments")
  func content() throws {
    let text = """
      <if cond="a"><raise event="x"/><raise event="y"/><elseif cond="b"/><else/><if cond="c"/></if>
      <foreach array="l" item="i" index="n"><assign location="v" expr="i"/></foreach>
      <foreach array="l" item="i"/>
      <assign location="v"> t </assign>
      <log/><cancel sendid="s"/><cancel sendidexpr="e"/>
      """
    #expect(
      try actions(text) == [
        .choose(
          [
            .init(condition: .expression("a"), actions: [.raise("x", line: 3), .raise("y", line: 3)]),
            .init(condition: .expression("b"), actions: []),
            .init(condition: nil, actions: [.choose([.init(condition: .expression("c"), actions: [])], line: 3)]),
          ], line: 3),
        .forEach(
          ForEachDefinition(
            array: "l", item: "i", index: "n", actions: [.assign(location: "v", value: .expression("i"), line: 4)],
            line: 4)),
        .forEach(ForEachDefinition(array: "l", item: "i", actions: [], line: 5)),
        .assign(location: "v", value: .text(" t "), line: 6),
        .log(label: nil, expression: nil, line: 7), .cancel(id: .literal("s"), line: 7),
        .cancel(id: .expression("e"), line: 7),
      ])
  }

  @Test("sends with literals and with expressions")
  func sends() throws {
    let text = """
      <send event="e" target="t" type="27" delay="1s" id="i" namelist="a b"><param name="p" expr="1"/></send>
      <send eventexpr="e" targetexpr="t" typeexpr="y" delayexpr="d" idlocation="l"/>
      <send><content>c</content></send>
      <send event="e" target="#_internal"><content expr="c"/></send>
      <send event="e"><content/></send>
      """
    #expect(
      try actions(text) == [
        .send(
          SendDefinition(
            event: .literal("e"), target: .literal("t"), type: .literal("27"), delay: .literal("1s"), id: "i",
            names: ["a", "b"], payload: .parameters([.init(name: "p", source: .expression("1"), line: 3)]), line: 3)),
        .send(
          SendDefinition(
            event: .expression("e"), target: .expression("t"), type: .expression("y"), delay: .expression("d"),
            idLocation: "l", line: 4)),
        .send(SendDefinition(payload: .content(.text("c"), line: 5), line: 5)),
        .send(
          SendDefinition(
            event: .literal("e"), target: .literal("#_internal"), payload: .content(.expression("c"), line: 6), line: 6)
        ),
        .send(SendDefinition(event: .literal("e"), payload: .content(.text(""), line: 7), line: 7)),
      ])
  }

  @Test("under the null data model, conditions test states")
  func conditions() throws {
    #expect(
      try actions("<if cond=\"In(s)\"/>", model: "null")
        == [.choose([.init(condition: .inState("s"), actions: [])], line: 3)])
    #expect(
      try actions("<if cond=\"In('s')\"><elseif cond='In(\"t\")'/></if>", model: "null") == [
        .choose([.init(condition: .inState("s"), actions: []), .init(condition: .inState("t"), actions: [])], line: 3)
      ])
    #expect(
      try actions("<if cond=\"In('s')\"/>") == [
        .choose([.init(condition: .expression("In('s')"), actions: [])], line: 3)
      ])
  }

  @Test("attributes of a vocabulary are accepted only on the elements for which it declares them")
  func domain() throws {
    let vocabulary = Vocabulary(
      namespace: "urn:test:case", attributes: ["scxml": ["kind"], "state": ["note"], "transition": ["role", "kind"]])
    let reader = SCXMLReader(vocabulary: vocabulary)
    let read = try definition(
      document(
        "<state case:note=\"n\"><transition event=\"e\" case:role=\"r\" case:kind=\"k\"/></state>",
        attributes: "case:kind=\"c\""), reader)
    #expect(read.attributes == ["kind": "c"])
    #expect(read.states.first?.attributes == ["note": "n"])
    #expect(read.states.first?.transitions.first?.attributes == ["role": "r", "kind": "k"])
    for state in [
      "<state case:role=\"r\"/>", "<final case:note=\"n\"/>", "<state other:note=\"n\"/>", "<state note=\"n\"/>",
      "<state><onentry case:note=\"n\"/></state>", "<state><transition case:Role=\"r\"/></state>",
      "<state><initial><transition target=\"s\" case:role=\"r\"/></initial><state id=\"s\"/></state>",
    ] {
      #expect(fault(document(state), reader)?.line == 3, "\(state)")
    }
    for (state, reason) in [
      ("<final case:note=\"n\"/>", "<final> cannot have the attribute 'note'"),
      ("<state note=\"n\"/>", "the attribute 'note' of <state> must be in the namespace urn:test:case"),
      ("<state other:note=\"n\"/>", "the attribute 'note' of <state> must be in the namespace urn:test:case"),
      ("<final initial=\"n\"/>", "<final> cannot have the attribute 'initial'"),
      ("<final foreign=\"n\"/>", "<final> has the unknown attribute 'foreign'"),
      ("<final other:foreign=\"n\"/>", "<final> has the unknown attribute 'foreign'"),
    ] {
      #expect(fault(document(state), reader)?.reason == reason, "\(state)")
    }
    let long = String(repeating: "x", count: 1_000)
    let shortened = "<final> has the unknown attribute '\(long.prefix(63))…'"
    #expect(fault(document("<final \(long)=\"n\"/>"), reader)?.reason == shortened)
  }

  @Test("a vocabulary can restrict the accepted elements")
  func narrow() {
    let reader = SCXMLReader(vocabulary: Vocabulary(elements: ["state", "onentry", "raise"]))
    #expect(fault(document("<state><onentry><raise event=\"e\"/></onentry></state>"), reader) == nil)
    for state in ["<final/>", "<state><onexit/></state>", "<state><onentry><log/></onentry></state>", "<datamodel/>"] {
      #expect(fault(document("\n" + state), reader)?.line == 4, "\(state)")
    }
    #expect(fault(document("<final/>"), reader)?.reason == "<final> is not accepted here")
  }

  @Test("data with an address are fetched, and unavailable if the fetch fails")
  func fetching() throws {
    let text = document("<datamodel><data id=\"a\" src=\"here\"/><data id=\"b\" src=\"there\"/></datamodel><state/>")
    let read = try definition(text, SCXMLReader { $0 == "here" ? " text " : nil })
    #expect(read.data.map(\.value) == [.text(" text "), .unavailable])
    #expect(fault(text)?.line == 3)
  }
}
