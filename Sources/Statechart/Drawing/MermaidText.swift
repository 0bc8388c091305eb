/// Writes a drawing as a Mermaid state diagram (`stateDiagram-v2`), which many viewers of Markdown draw.
///
/// - A state with children is a block, and the regions of a parallel state are separated by `--`.
/// - `[*]` has arrows to the states that are entered by default, in a state or at the start. Final states have an arrow
///   to `[*]`.
/// - Arrows come last, outside all blocks, so that they can lead from one block into another. An arrow from a state to
///   a state inside it begins at a node with the label `anywhere in …`, because Mermaid cannot draw it from the block's
///   border. An arrow to several regions divides at a bar.
/// - Transitions from one state to the same targets share an arrow. Transitions without a target, and transitions from
///   a block back to itself, are lines inside the state's label. Notes are in brackets after their events.
/// - The labels of active states begin with `▶`, and their class is `active`. A remark is part of the label, and the
///   class of its state is `marked`. Mermaid does not colour blocks everywhere, so the labels repeat both marks.
/// - Actions are not drawn. The label of a history contains `(history)` or `(deep history)`.
///
/// The identifier of a node is `s` and the state's number, so that no name of the document is an identifier. In labels,
/// every character except letters, digits and a few marks is an entity code (`#60;`), so that no text can end a label
/// or begin a directive.
///
///     ---
///     title: "door"
///     ---
///     stateDiagram-v2
///       direction LR
///       state "shut" as s0
///       state "open" as s1
///       [*] --> s0
///       s0 --> s1 : push (guest)
///
/// Source: stateDiagram.jison of Mermaid 11 and its documentation of entity codes.
public struct MermaidText {
  private let drawing: Drawing
  private let plan: Drawing.Plan
  private var lines: [String] = []

  /// Writes a drawing.
  public static func of(_ drawing: Drawing) -> String {
    var text = MermaidText(drawing)
    text.write()
    return text.lines.joined(separator: "\n") + "\n"
  }

  private init(_ drawing: Drawing) {
    self.drawing = drawing
    plan = Drawing.Plan(drawing)
  }

  private mutating func write() {
    lines = ["---", "title: \"\(Self.title(drawing.caption))\"", "---", "stateDiagram-v2", "  direction LR"]
    for state in plan.contents[nil] ?? [] { write(state, indent: "  ") }
    writeEnds(of: nil, indent: "  ")
    for (number, arrow) in plan.arrows.enumerated() { write(arrow, number) }
    for state in drawing.chart.states {
      if case .history = state.kind { writeEntry("s\(state.id.rawValue)", plan.entries[state.id] ?? [], indent: "  ") }
    }
    writeClass("active", "fill:#fff2b3,stroke-width:3px", drawing.active)
    writeClass("marked", "stroke:#b22222", Set(drawing.remarks.keys))
  }

  // `maximumDepth` bounds this recursion.
  private mutating func write(_ id: StateID, indent: String) {
    let state = drawing.chart.states[id.rawValue]
    let head = "\(indent)state \"\(label(id))\" as s\(id.rawValue)"
    guard !state.children.isEmpty else { return lines.append(head) }
    lines.append(head + " {")
    let inner = indent + "  "
    if plan.arrowsFrom[id]?.contains(where: \.isInward) == true {
      lines.append("\(inner)state \"anywhere in \(Self.escaped(drawing.name(of: id)))\" as any\(id.rawValue)")
    }
    for (place, child) in (plan.contents[id] ?? []).enumerated() {
      if place > 0, state.kind == .parallel { lines.append("\(inner)--") }
      write(child, indent: inner)
    }
    if state.kind != .parallel { writeEnds(of: id, indent: inner) }
    lines.append("\(indent)}")
  }

  /// Writes the arrows to the states that are entered by default, and the arrows from the final states among the
  /// children.
  private mutating func writeEnds(of state: StateID?, indent: String) {
    writeEntry("[*]", plan.entries[state] ?? [], indent: indent)
    for child in plan.contents[state] ?? [] where drawing.chart.states[child.rawValue].kind == .final {
      lines.append("\(indent)s\(child.rawValue) --> [*]")
    }
  }

  private mutating func writeEntry(_ tail: String, _ targets: [StateID], indent: String) {
    for target in targets { lines.append("\(indent)\(tail) --> s\(target.rawValue)") }
  }

  private mutating func write(_ arrow: Drawing.Arrow, _ number: Int) {
    guard !arrow.targets.isEmpty, !arrow.isReflexive else { return }
    let tail = arrow.isInward ? "any\(arrow.source.rawValue)" : "s\(arrow.source.rawValue)"
    let label = inscription(arrow, between: "<br/>")
    guard arrow.targets.count > 1 else {
      return lines.append("  \(tail) --> s\(arrow.targets[0].rawValue) : \(label)")
    }
    lines.append("  state fork\(number) <<fork>>")
    lines.append("  \(tail) --> fork\(number) : \(label)")
    for target in arrow.targets { lines.append("  fork\(number) --> s\(target.rawValue)") }
  }

  private mutating func writeClass(_ name: String, _ style: String, _ states: Set<StateID>) {
    guard !states.isEmpty else { return }
    lines.append("  classDef \(name) \(style)")
    lines.append("  class \(states.sorted().map { "s\($0.rawValue)" }.joined(separator: ",")) \(name)")
  }

  private func label(_ id: StateID) -> String {
    var name = (drawing.active.contains(id) ? "▶ " : "") + Self.escaped(drawing.name(of: id))
    if case .history(let depth) = drawing.chart.states[id.rawValue].kind {
      name += depth == .deep ? " (deep history)" : " (history)"
    }
    var parts = [name]
    if let remark = drawing.remarks[id] { parts.append("(\(Self.escaped(remark)))") }
    for arrow in plan.arrowsFrom[id] ?? [] {
      if arrow.targets.isEmpty { parts.append("\(inscription(arrow, between: " "))#58; stays") }
      if arrow.isReflexive { parts.append("\(inscription(arrow, between: " "))#58; begins anew") }
    }
    return parts.joined(separator: "<br/>")
  }

  private func inscription(_ arrow: Drawing.Arrow, between separator: String) -> String {
    arrow.inscriptions.map { part in
      let events = part.lines.map(Self.escaped).joined(separator: separator)
      return part.note.map { "\(events) (\(Self.escaped($0)))" } ?? events
    }.joined(separator: separator)
  }

  private static func isPlain(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case " ", ".", "_", "-", ",", "(", ")", "/": true
    default: scalar.properties.isAlphabetic || ("0"..."9").contains(scalar)
    }
  }

  /// Escapes text for a label. Mermaid reads any line with the word `direction` and a space before `LR` as a
  /// directive, so that space is written as a code too.
  static func escaped(_ text: String) -> String {
    var result = ""
    for scalar in Legible.text(text).unicodeScalars {
      let isOrder = scalar == " " && result.lowercased().hasSuffix("direction")
      if isPlain(scalar), !isOrder {
        result.unicodeScalars.append(scalar)
      } else {
        result += "#\(scalar.value);"
      }
    }
    return result.isEmpty ? "#32;" : result
  }

  /// Cleans text for the title, which is a quoted YAML string without entity codes.
  static func title(_ text: String) -> String {
    var result = String.UnicodeScalarView()
    for scalar in Legible.text(text).unicodeScalars { result.append(isPlain(scalar) ? scalar : "\u{FFFD}") }
    return String(result)
  }
}
