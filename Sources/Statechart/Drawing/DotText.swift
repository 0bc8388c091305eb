/// Writes a drawing in the DOT language, for Graphviz.
///
/// - A state with children is a cluster, and a region of a parallel state with children is a dashed cluster. Other
///   states are rounded boxes, and final states have a double border. A history is a circle with an H.
/// - A black dot has arrows to the states that are entered by default, in a state or at the start.
/// - Arrows from and to a cluster end at its border (`compound=true`, `ltail`, `lhead`). Arrows from a state to a state
///   inside it begin at a ring inside the cluster. An arrow to several regions divides at a bar.
/// - Transitions from one state to the same targets share an arrow. Transitions without a target, and transitions from
///   a cluster back to itself, are lines inside the state's label. Notes are under their events, in small type.
/// - Active states are yellow, with a thick border. States with a remark have a red border, and the remark is in their
///   label.
/// - Actions are not drawn.
///
/// The identifier of a node is `s` and the state's number, so that no name of the document is an identifier. Labels are
/// HTML-like, and every text of the document in them is escaped.
///
///     digraph chart {
///       graph [compound=true, rankdir=LR, …, label=<door>]
///       …
///       start [shape=point, …]
///       start -> s0
///       s0 [label=<shut>]
///       s1 [label=<open>]
///       s0 -> s1 [label=<push<br/><font point-size="8" color="gray35">guest</font>>]
///     }
///
/// Source: the DOT language and node shapes of graphviz.org/doc/info, as Graphviz 2.43 reads them.
public struct DotText {
  private let drawing: Drawing
  private let plan: Drawing.Plan
  private var lines: [String] = []

  /// Writes a drawing.
  public static func of(_ drawing: Drawing) -> String {
    var text = DotText(drawing)
    text.write()
    return text.lines.joined(separator: "\n") + "\n"
  }

  private init(_ drawing: Drawing) {
    self.drawing = drawing
    plan = Drawing.Plan(drawing)
  }

  private mutating func write() {
    let caption = drawing.caption.isEmpty ? "" : ", label=<\(Self.escaped(drawing.caption))>"
    lines = [
      "digraph chart {",
      "  graph [compound=true, rankdir=LR, ranksep=0.7, nodesep=0.25, fontname=\"Helvetica\", fontsize=12, labelloc=t\(caption)]",
      "  node [shape=box, style=\"rounded,filled\", fillcolor=white, fontname=\"Helvetica\", fontsize=11, height=0.3]",
      "  edge [fontname=\"Helvetica\", fontsize=9, arrowsize=0.7]",
    ]
    writeEntry(of: nil, indent: "  ")
    for state in plan.contents[nil] ?? [] { write(state, indent: "  ") }
    for (number, arrow) in plan.arrows.enumerated() { write(arrow, number) }
    lines.append("}")
  }

  // `maximumDepth` bounds this recursion.
  private mutating func write(_ id: StateID, indent: String) {
    let state = drawing.chart.states[id.rawValue]
    let isActive = drawing.active.contains(id)
    var style: [String] = []
    if drawing.remarks[id] != nil { style.append("color=\"firebrick\"") }
    if isActive || drawing.remarks[id] != nil { style.append("penwidth=\(isActive ? 3 : 2)") }
    switch state.kind {
    case .history(let depth):
      lines.append("\(indent)\(node(id)) [shape=circle, width=0.25, label=<\(depth == .deep ? "H*" : "H")>]")
      writeEntry(of: id, indent: indent)
    case .atomic, .final:
      if state.kind == .final { style.append("peripheries=2") }
      if isActive { style.append("fillcolor=\"#fff2b3\"") }
      lines.append("\(indent)\(node(id)) [label=<\(label(id))>\(style.map { ", " + $0 }.joined())]")
    case .compound, .parallel:
      let isRegion = state.parent.map { drawing.chart.states[$0.rawValue].kind == .parallel } ?? false
      var kind = isRegion ? ["rounded", "dashed"] : ["rounded"]
      if isActive {
        kind.append("filled")
        style.append("fillcolor=\"#fffbe6\"")
      }
      lines.append("\(indent)subgraph cluster_\(node(id)) {")
      let attributes = ["label=<\(label(id))>", "style=\"\(kind.joined(separator: ","))\""] + style
      lines.append("\(indent)  graph [\((attributes + ["labeljust=l"]).joined(separator: ", "))]")
      if state.kind == .parallel {
        lines.append("\(indent)  \(anchor(id)) [shape=point, style=invis, width=0.01]")
      } else {
        writeEntry(of: id, indent: indent + "  ")
      }
      if plan.arrowsFrom[id]?.contains(where: \.isInward) == true {
        lines.append("\(indent)  \(ring(id)) [shape=circle, label=\"\", width=0.12, height=0.12, color=gray40]")
      }
      for child in plan.contents[id] ?? [] { write(child, indent: indent + "  ") }
      lines.append("\(indent)}")
    }
  }

  /// Writes the dot with arrows to the states that are entered by default. For a history, the arrows begin at the
  /// history itself.
  private mutating func writeEntry(of state: StateID?, indent: String) {
    guard let targets = plan.entries[state], !targets.isEmpty else { return }
    let isHistory = state.map { drawing.chart.states[$0.rawValue].children.isEmpty } ?? false
    let tail = isHistory ? state.map(node) ?? "" : state.map(anchor) ?? "start"
    if !isHistory { lines.append("\(indent)\(tail) [shape=point, width=0.1, fillcolor=black]") }
    for target in targets {
      let clip = isContainer(target) && state.map { !drawing.lies($0, inside: target) } ?? true
      lines.append("\(indent)\(tail) -> \(end(target))\(clip ? " [lhead=cluster_\(node(target))]" : "")")
    }
  }

  private mutating func write(_ arrow: Drawing.Arrow, _ number: Int) {
    guard !arrow.targets.isEmpty, !arrow.isReflexive else { return }
    let tail = arrow.isInward ? ring(arrow.source) : node(lastLeaf(of: arrow.source))
    let label = "label=<\(inscription(arrow.inscriptions))>"
    let isOutward = arrow.targets.allSatisfy { !drawing.lies($0, inside: arrow.source) }
    let ltail = isContainer(arrow.source) && isOutward ? ", ltail=cluster_\(node(arrow.source))" : ""
    func lhead(_ target: StateID) -> String? {
      let isAround = target == arrow.source || drawing.lies(arrow.source, inside: target)
      return isContainer(target) && !isAround ? "lhead=cluster_\(node(target))" : nil
    }
    if arrow.targets.count == 1, let target = arrow.targets.first {
      let head = lhead(target).map { ", " + $0 } ?? ""
      // An arrow to an earlier state does not affect the layout, so that charts read from left to right.
      let isBack = target < arrow.source ? ", constraint=false" : ""
      lines.append("  \(tail) -> \(end(target)) [\(label)\(ltail)\(head)\(isBack)]")
    } else {
      lines.append("  fork\(number) [shape=box, style=filled, fillcolor=black, label=\"\", width=0.04, height=0.4]")
      lines.append("  \(tail) -> fork\(number) [\(label)\(ltail), arrowhead=none]")
      for target in arrow.targets {
        lines.append("  fork\(number) -> \(end(target))\(lhead(target).map { " [\($0)]" } ?? "")")
      }
    }
  }

  /// Writes the label of a state: its name, its remark, and its transitions without a target or back to itself.
  private func label(_ id: StateID) -> String {
    var parts = [Self.escaped(drawing.name(of: id))]
    if let remark = drawing.remarks[id] { parts.append(Self.small("<b>\(Self.escaped(remark))</b>", "firebrick")) }
    for arrow in plan.arrowsFrom[id] ?? [] {
      if arrow.targets.isEmpty { parts.append(Self.small(oneLine(arrow) + ": stays", "gray35")) }
      if arrow.isReflexive { parts.append(Self.small(oneLine(arrow) + ": begins anew", "gray35")) }
    }
    // The label of a cluster is long, so it is aligned to the left.
    guard isContainer(id), parts.count > 1 else { return parts.joined(separator: "<br/>") }
    return parts.map { $0 + "<br align=\"left\"/>" }.joined()
  }

  private func oneLine(_ arrow: Drawing.Arrow) -> String {
    arrow.inscriptions.map { part in
      let events = part.lines.map(Self.escaped).joined(separator: " ")
      return part.note.map { "\(events) (\(Self.escaped($0)))" } ?? events
    }.joined(separator: ", ")
  }

  private func inscription(_ parts: [Drawing.Inscription]) -> String {
    parts.map { part in
      let events = part.lines.map(Self.escaped).joined(separator: "<br/>")
      return part.note.map { "\(events)<br/>" + Self.small(Self.escaped($0), "gray35") } ?? events
    }.joined(separator: "<br/>")
  }

  private static func small(_ text: String, _ color: String) -> String {
    "<font point-size=\"8\" color=\"\(color)\">\(text)</font>"
  }

  private func isContainer(_ state: StateID) -> Bool { !drawing.chart.states[state.rawValue].children.isEmpty }

  /// Returns the last state inside a state, in document order, that has no children. Arrows from a cluster begin there,
  /// so that their targets are placed after the cluster.
  private func lastLeaf(of state: StateID) -> StateID {
    var leaf = state
    while let last = drawing.chart.states[leaf.rawValue].children.last { leaf = last }
    return leaf
  }

  private func node(_ state: StateID) -> String { "s\(state.rawValue)" }
  private func anchor(_ state: StateID) -> String { "in\(state.rawValue)" }
  private func ring(_ state: StateID) -> String { "any\(state.rawValue)" }
  private func end(_ state: StateID) -> String { isContainer(state) ? anchor(state) : node(state) }

  /// Escapes text for an HTML-like label, so that it can end neither an element nor the label.
  static func escaped(_ text: String) -> String {
    var result = ""
    for character in Legible.text(text).unicodeScalars {
      switch character {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "\"": result += "&quot;"
      case "'": result += "&#39;"
      default: result.unicodeScalars.append(character)
      }
    }
    // An empty HTML-like label is an error.
    return result.isEmpty ? " " : result
  }
}
