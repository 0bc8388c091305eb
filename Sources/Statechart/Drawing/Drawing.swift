/// A chart with marks and notes, ready to be drawn.
///
/// `DotText` and `MermaidText` write it as text. Neither runs a program. Both escape every name of the document, so
/// that no name can end its label.
public struct Drawing: Sendable {
  /// The chart that is drawn.
  public let chart: Chart
  /// The title of the drawing.
  public var caption: String
  /// The states that are marked as active.
  public var active: Set<StateID>
  /// A short text for a state. A state with a remark is marked too.
  public var remarks: [StateID: String]
  /// A short text for a transition, about its requirements besides the event. It is written small.
  public var notes: [TransitionID: String]

  /// Makes a drawing. Everything but the chart is optional.
  public init(
    of chart: Chart, caption: String? = nil, active: Set<StateID> = [], remarks: [StateID: String] = [:],
    notes: [TransitionID: String] = [:]
  ) {
    self.chart = chart
    self.caption = caption ?? chart.name
    self.active = active
    self.remarks = remarks
    self.notes = notes
  }

  /// The lines that are written on one arrow under one note.
  struct Inscription {
    var lines: [String]
    var note: String?
  }

  /// One arrow: every transition from one state to the same targets, in document order.
  struct Arrow {
    let source: StateID
    let targets: [StateID]
    /// Whether the arrow leads from a state to some state inside it.
    let isInward: Bool
    /// Whether the arrow leads from a state with children to that state alone.
    let isReflexive: Bool
    var inscriptions: [Inscription] = []
  }

  /// Returns the arrows in document order. Transitions without targets are arrows without targets.
  func arrows() -> [Arrow] {
    var arrows: [Arrow] = []
    var places: [[StateID]: Int] = [:]
    for transition in chart.transitions where !isHistory(transition.source) {
      let key = [transition.source] + transition.targets
      let place = places[key] ?? arrows.count
      if place == arrows.count {
        places[key] = place
        let source = transition.source
        arrows.append(
          Arrow(
            source: source, targets: transition.targets,
            isInward: transition.targets.contains { lies($0, inside: source) },
            isReflexive: transition.targets == [source] && !chart.states[source.rawValue].children.isEmpty))
      }
      let note = notes[transition.id]
      if arrows[place].inscriptions.last?.note == note, !arrows[place].inscriptions.isEmpty {
        arrows[place].inscriptions[arrows[place].inscriptions.count - 1].lines += Self.lines(transition)
      } else {
        arrows[place].inscriptions.append(Inscription(lines: Self.lines(transition), note: note))
      }
    }
    return arrows
  }

  /// Writes the events and the guard of a transition: a line for each event, with the guard after the last event.
  private static func lines(_ transition: Chart.Transition) -> [String] {
    var lines = transition.descriptors
    if let condition = transition.condition {
      let guarded = "[\(text(condition))]"
      if lines.isEmpty { lines = [guarded] } else { lines[lines.count - 1] += " " + guarded }
    }
    return lines.isEmpty ? ["always"] : lines
  }

  private static func text(_ condition: Condition) -> String {
    switch condition {
    case .inState(let name): "In('\(name)')"
    case .expression(let text): text
    }
  }

  /// Returns the name of a state.
  func name(of state: StateID) -> String { chart.name(of: state) }

  private func isHistory(_ state: StateID) -> Bool {
    if case .history = chart.states[state.rawValue].kind { true } else { false }
  }

  /// Returns whether a state is inside another state.
  func lies(_ state: StateID, inside other: StateID) -> Bool {
    var next = chart.states[state.rawValue].parent
    while let parent = next {
      if parent == other { return true }
      next = chart.states[parent.rawValue].parent
    }
    return false
  }

  /// Returns the children of each state, including histories. The top-level states are under `nil`.
  func contents() -> [StateID?: [StateID]] {
    Dictionary(grouping: chart.states.map(\.id)) { chart.states[$0.rawValue].parent }
  }

  /// Returns the states that are entered by default in each compound state, and the default targets of each history.
  /// The states that are entered at the start are under `nil`.
  func entries() -> [StateID?: [StateID]] {
    var entries: [StateID?: [StateID]] = [:]
    entries[nil] = targets(chart.definition.initial?.targets) ?? first(from: 0)
    var next = 0
    // States are numbered in document order. `maximumDepth` bounds the recursion.
    func visit(_ states: [StateDefinition]) {
      for state in states {
        let id = StateID(rawValue: next)
        next += 1
        if case .history = state.kind {
          entries[id] = targets(state.transitions.first?.targets)
        } else if state.kind == .state, !state.children.isEmpty {
          entries[id] = targets(state.initial?.targets) ?? first(from: next)
        }
        visit(state.children)
      }
    }
    visit(chart.definition.states)
    return entries
  }

  private func targets(_ names: [String]?) -> [StateID]? { names?.compactMap { chart.state(named: $0) } }

  /// Returns the first state that is not a history, among the state with a number and its later siblings.
  private func first(from number: Int) -> [StateID] {
    let beside = chart.states[number...].first { state in
      if case .history = state.kind { return false }
      return state.parent == chart.states[number].parent
    }
    return beside.map { [$0.id] } ?? []
  }
}

/// Cleans the names of a document before they are written into another language.
enum Legible {
  /// Replaces characters that a drawing cannot show or that could disguise a text: control characters, line ends, marks
  /// of direction, characters without width, and characters that XML does not allow. The joiners U+200C and U+200D are
  /// kept, because words of some languages need them.
  static func text(_ text: String) -> String {
    var result = String.UnicodeScalarView()
    for scalar in text.unicodeScalars { result.append(isLegible(scalar) ? scalar : "\u{FFFD}") }
    return String(result)
  }

  private static func isLegible(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .control, .lineSeparator, .paragraphSeparator: false
    case .format: scalar == "\u{200C}" || scalar == "\u{200D}"
    default: scalar.value != 0xFFFE && scalar.value != 0xFFFF
    }
  }
}

extension Drawing {
  /// The parts of a drawing that the writers look up repeatedly.
  struct Plan {
    let contents: [StateID?: [StateID]]
    let entries: [StateID?: [StateID]]
    let arrows: [Arrow]
    let arrowsFrom: [StateID: [Arrow]]

    init(_ drawing: Drawing) {
      contents = drawing.contents()
      entries = drawing.entries()
      arrows = drawing.arrows()
      arrowsFrom = Dictionary(grouping: arrows, by: \.source)
    }
  }
}
