import Casework
import Statechart
import TestTools
import Testing

@testable import Intake

/// Checks drawings of charts with Graphviz, with an XML parser and with a grammar of their lines.
@Suite("Drawings")
struct DrawingTests {
  /// Names that could break out of a label, an identifier, a comment or a line.
  static let hostile = [
    "\"];}subgraph{x->y", "</b><script>alert(1)</script>", "<br/>", "&amp;", "&#x3c;", "\\\"", "\\N\\G\\L", "]]>",
    "-->", "%%{init:{\"theme\":\"dark\"}}%%", "%%", "#59;", "a;b", "a:b", "s1 --> s2", "[*]", "<<fork>>", "state",
    "direction LR", "}", "{", "--", ":::x", "\n", "a\nb", "\u{0}", "\u{1B}[31m", "\u{85}", "\u{2028}",
    "\u{202E}desrever", "\u{FFFE}", " ", "'", "in\u{200C}side", "دستور قضایی", "👩‍⚖️", String(repeating: "x", count: 5000),
    "s0", "start", "class", "end note", "`", "\t",
  ]

  /// Returns a chart with every kind of part, with names that the caller supplies.
  static func chart(_ name: (Int) -> String) throws -> Chart {
    func state(
      _ number: Int, _ kind: StateDefinition.Kind = .state, _ children: [StateDefinition] = [], to target: Int? = nil
    ) -> StateDefinition {
      let leading = target.map {
        TransitionDefinition(events: ["go"], condition: .inState(name(0)), targets: [name($0)], line: 1)
      }
      return StateDefinition(
        id: name(number), kind: kind, children: children, transitions: [leading].compactMap(\.self), line: 1)
    }
    let staying = TransitionDefinition(events: ["stay"], line: 1)
    let forking = TransitionDefinition(events: ["fork"], targets: [name(3), name(5)], line: 1)
    var first = state(0, to: 1)
    first.transitions += [staying, forking]
    var region = state(2, .state, [state(3), state(4, .final)])
    region.transitions = [TransitionDefinition(events: ["in"], targets: [name(4)], isInternal: true, line: 1)]
    let past = StateDefinition(
      id: name(7), kind: .history(.deep), transitions: [TransitionDefinition(targets: [name(5)], line: 1)], line: 1)
    let both = state(1, .parallel, [region, state(6, .state, [state(5), past])], to: 1)
    return try Chart(ChartDefinition(name: name(9), states: [first, both, state(8, .final)], line: 1))
  }

  /// Returns a drawing with a hostile name in every place, with a number for each state.
  static func drawing(_ name: String) throws -> Drawing {
    let chart = try chart { "\(name)\($0)" }
    var drawing = Drawing(of: chart, active: [StateID(rawValue: 1), StateID(rawValue: 2)])
    drawing.remarks = [StateID(rawValue: 0): name, StateID(rawValue: 8): name]
    for transition in chart.transitions { drawing.notes[transition.id] = name }
    return drawing
  }

  /// Returns Graphviz's drawing of a text: the nodes and arrows as `-Tplain` lists them, and the SVG.
  private func drawn(_ text: String) throws -> (parts: [String], svg: String) {
    let folder = try Folder()
    let plain = try Tool.run("dot", ["-Tplain"], in: folder, input: Array(text.utf8))
    #expect(plain.status == 0)
    let svg = try Tool.run("dot", ["-Tsvg"], in: folder, input: Array(text.utf8))
    #expect(svg.status == 0)
    try folder.write(svg.bytes, as: "drawing.svg")
    #expect(try Tool.run("xmllint", ["--noout", "--nonet", "drawing.svg"], in: folder).status == 0)
    let parts = plain.output.split(separator: "\n").compactMap { line -> String? in
      let words = line.split(separator: " ")
      guard let kind = words.first, words.count > 2 else { return nil }
      if kind == "node" { return String(words[1]) }
      return kind == "edge" ? "\(words[1])>\(words[2])" : nil
    }
    return (parts.sorted(), svg.output)
  }

  @Test("Graphviz draws well-formed SVG of every shipped chart", .enabled(if: Tool.isHere("dot")))
  func shippedChartsAreDrawn() throws {
    for path in ShippedCharts.names {
      let workflow = try ShippedCharts.workflow(path)
      let (parts, svg) = try drawn(DotText.of(workflow.drawing()))
      for state in workflow.chart.states {
        if state.children.isEmpty { #expect(parts.contains("s\(state.id.rawValue)"), "\(path): \(state.name ?? "")") }
      }
      let clusters = workflow.chart.states.count { !$0.children.isEmpty }
      #expect(svg.components(separatedBy: "class=\"cluster\"").count - 1 == clusters, "\(path)")
      #expect(svg.contains("permits disclosure") || svg.contains("permits preservation"), "\(path)")
    }
  }

  @Test("a hostile name stays in its label, in DOT", .enabled(if: Tool.isHere("dot")), arguments: hostile)
  func dotLabelsHold(name: String) throws {
    let harmless = try drawn(DotText.of(Self.drawing("x"))).parts
    let (parts, svg) = try drawn(DotText.of(Self.drawing(name)))
    #expect(parts == harmless, "other nodes or arrows than with harmless names")
    #expect(!svg.contains("<script") && !svg.contains("<a "))
  }

  @Test("a hostile name adds no line to a DOT text, and changes nothing outside labels", arguments: hostile)
  func dotLinesHold(name: String) throws {
    func skeleton(_ text: String) -> [String] {
      text.split(separator: "\n", omittingEmptySubsequences: false).map { line in
        line.replacing(/label=<.*>/, with: "label").description
      }
    }
    #expect(try skeleton(DotText.of(Self.drawing(name))) == skeleton(DotText.of(Self.drawing("x"))))
  }

  @Test("a hostile name adds no line to a Mermaid text, and every line is of a known form", arguments: hostile)
  func mermaidLinesHold(name: String) throws {
    let text = MermaidText.of(try Self.drawing(name))
    // A label has only plain characters, entity codes, and the line breaks and the mark that the writer adds.
    let label = #"(?:[\p{L}\p{M}\p{N} ._,()\/\-]|#\d+;|<br/>|▶)+"#
    let end = #"(?:s|any|fork)\d+"#
    let forms = [
      "---", #"title: "[\p{L}\p{M}\p{N} ._,()\/\-\x{FFFD}]*""#, "stateDiagram-v2", #" *direction LR"#,
      " *state \"\(label)\" as \(end)(?: \\{)?", " *state fork\\d+ <<fork>>", " *--", " *\\}",
      " *(?:\\[\\*\\]|\(end)) --> (?:\\[\\*\\]|\(end))(?: : \(label))?",
      #" *classDef (?:active|marked) [a-z:#0-9,\-]+"#, #" *class s\d+(?:,s\d+)* (?:active|marked)"#,
    ]
    let form = try Regex("(?:\(forms.joined(separator: "|")))")
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false).dropLast()
    for line in lines { #expect(line.wholeMatch(of: form) != nil, "\(line)") }
    #expect(lines.count == MermaidText.of(try Self.drawing("x")).split(separator: "\n").count)
    // The title is not a statement, so it is not counted.
    #expect(lines.count { $0.contains("direction LR") && !$0.hasPrefix("title: ") } == 1)
    #expect(!text.contains("%%"))
  }

  @Test("marks of direction and characters without width are replaced in every place of a drawing", arguments: hidden)
  func hiddenCharactersAreReplaced(scalar: UInt32) throws {
    let name = "a\(try #require(Unicode.Scalar(scalar)))b"
    let drawing = try Self.drawing(name)
    for text in [DotText.of(drawing), MermaidText.of(drawing)] {
      #expect(!text.unicodeScalars.contains { $0.value == scalar })
      #expect(text.contains("a\u{FFFD}b") || text.contains("a#65533;b"))
    }
  }

  static let hidden: [UInt32] =
    [0x7F, 0x85, 0x9B, 0x061C, 0x200B, 0x200E, 0x200F, 0x2028, 0x2029, 0xFEFF]
    + Array(0x202A...0x202E) + Array(0x2060...0x2064) + Array(0x2066...0x2069)

  @Test("a drawing shows the kinds of states, the active states, remarks and notes")
  func marksAreThere() throws {
    let chart = try Self.chart { ["a", "b", "c", "d", "e", "f", "g", "h", "i", "j"][$0] }
    var drawing = Drawing(of: chart, active: [StateID(rawValue: 0)])
    drawing.remarks[StateID(rawValue: 8)] = "permits disclosure"
    drawing.notes[TransitionID(rawValue: 0)] = "manager"
    let dot = DotText.of(drawing)
    #expect(dot.contains("start -> s0"))
    let small = { (text: String) in "<font point-size=\"8\" color=\"gray35\">\(text)</font>" }
    #expect(dot.contains("s0 [label=<a<br/>\(small("stay: stays"))>, penwidth=3, fillcolor"))
    #expect(dot.contains("style=\"rounded,dashed\""))
    #expect(dot.contains("<b>permits disclosure</b>") && dot.contains("peripheries=2"))
    #expect(dot.contains("label=<go [In(&#39;a&#39;)]<br/>\(small("manager"))>, lhead=cluster_s1"))
    #expect(dot.contains("go [In(&#39;a&#39;)]: begins anew") && dot.contains("any2 -> s4"))
    #expect(dot.contains("label=<H*>"))
    let mermaid = MermaidText.of(drawing)
    #expect(mermaid.contains("state \"▶ a<br/>stay#58; stays\" as s0"))
    #expect(mermaid.contains("  s8 --> [*]") && mermaid.contains("(permits disclosure)"))
    #expect(mermaid.contains("s0 --> s1 : go #91;In(#39;a#39;)#93; (manager)") && mermaid.contains("any2 --> s4 : in"))
  }
}
