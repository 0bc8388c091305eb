import Casework
import Statechart

/// A shipped chart with one mistake.
struct ChartMutant: Sendable {
  /// Names the change and its place.
  let name: String
  let kind: Kind
  /// The change in short form: the changed word and the line.
  let place: String
  let definition: ChartDefinition

  enum Kind: String, CaseIterable, Sendable {
    case guardRemoved = "guard removed"
    case roleRemoved = "role removed"
    case roleWidened = "role widened"
    case apartRemoved = "apart-from removed"
    case apartNarrowed = "apart-from narrowed"
    case assuranceRemoved = "assurance removed"
    case voidRemoved = "void removed"
    case permitHidden = "permit hidden"
    case shortcut = "shortcut"
    case silentShortcut = "shortcut without event"

    /// Says whether the mutant changes which events are possible, and not only roles or assurances.
    var changesMoves: Bool { [.guardRemoved, .permitHidden, .shortcut, .silentShortcut].contains(self) }
    /// Says whether the mutant changes the assurances that the chart claims.
    var changesClaims: Bool { [.assuranceRemoved, .voidRemoved].contains(self) }
  }
}

/// Makes every mutant of a chart. Each guard, role, `apart-from`, assurance and `voids` is removed or weakened word by
/// word, and each state gets a shortcut to each state with a permission.
struct ChartMutants {
  private let original: ChartDefinition
  private(set) var all: [ChartMutant] = []

  init(of definition: ChartDefinition) {
    original = definition
    var paths: [[Int]] = []
    collect(definition.states, [], &paths)
    for path in paths {
      let state = Self.state(at: path, in: definition.states)
      mutate(state, path)
      for (index, transition) in state.transitions.enumerated() { mutate(transition, index, state, path) }
    }
    let goals = paths.map { Self.state(at: $0, in: definition.states) }.filter { $0.attributes["permits"] != nil }
    for goal in goals {
      for path in paths { shortcut(from: path, to: goal) }
    }
  }

  private func collect(_ states: [StateDefinition], _ path: [Int], _ paths: inout [[Int]]) {
    for (index, state) in states.enumerated() {
      paths.append(path + [index])
      collect(state.children, path + [index], &paths)
    }
  }

  private static func state(at path: [Int], in states: [StateDefinition]) -> StateDefinition {
    path.dropFirst().reduce(states[path[0]]) { $0.children[$1] }
  }

  private static func changing(
    _ states: inout [StateDefinition], at path: ArraySlice<Int>, _ change: (inout StateDefinition) -> Void
  ) {
    guard let first = path.first else { return }
    if path.count == 1 {
      change(&states[first])
    } else {
      changing(&states[first].children, at: path.dropFirst(), change)
    }
  }

  private mutating func add(
    _ kind: ChartMutant.Kind, _ what: String, _ path: [Int], _ change: (inout StateDefinition) -> Void
  ) {
    var definition = original
    Self.changing(&definition.states, at: path[...], change)
    let words = what.split(separator: " ").map(String.init)
    let line = what.contains("line ") ? "@" + (words.last ?? "") : ""
    all.append(
      ChartMutant(
        name: "\(original.name): \(kind.rawValue): \(what)", kind: kind,
        place: line.isEmpty ? what : (words.first ?? "") + line, definition: definition))
  }

  private static func words(_ text: String?) -> [String] {
    (text ?? "").split(whereSeparator: \.isWhitespace).map(String.init)
  }

  private mutating func mutate(_ state: StateDefinition, _ path: [Int]) {
    let place = "\(state.id ?? "?"), line \(state.line)"
    for (attribute, kind) in [("assures", ChartMutant.Kind.assuranceRemoved), ("voids", .voidRemoved)] {
      let words = Self.words(state.attributes[attribute])
      for word in words {
        add(kind, "\(word) of \(place)", path) {
          $0.attributes[attribute] = words.filter { $0 != word }.joined(separator: " ")
        }
      }
      if words.count > 1 { add(kind, "all of \(place)", path) { $0.attributes[attribute] = nil } }
    }
    if state.attributes["permits"] != nil { add(.permitHidden, place, path) { $0.attributes["permits"] = nil } }
  }

  private mutating func mutate(
    _ transition: TransitionDefinition, _ index: Int, _ state: StateDefinition, _ path: [Int]
  ) {
    let place = "\(transition.events.joined(separator: " ")) in \(state.id ?? "?"), line \(transition.line)"
    func change(_ edit: @escaping (inout TransitionDefinition) -> Void) -> (inout StateDefinition) -> Void {
      { edit(&$0.transitions[index]) }
    }
    if transition.condition != nil { add(.guardRemoved, place, path, change { $0.condition = nil }) }
    let roles = Self.words(transition.attributes["role"])
    if !roles.isEmpty {
      add(.roleRemoved, place, path, change { $0.attributes["role"] = nil })
      for role in Role.allCases where !roles.contains(role.rawValue) {
        add(
          .roleWidened, "\(role.rawValue) for \(place)", path,
          change { $0.attributes["role"] = (roles + [role.rawValue]).joined(separator: " ") })
      }
    }
    let apart = Self.words(transition.attributes["apart-from"])
    if !apart.isEmpty { add(.apartRemoved, place, path, change { $0.attributes["apart-from"] = nil }) }
    for word in apart {
      add(
        .apartNarrowed, "\(word) for \(place)", path,
        change { $0.attributes["apart-from"] = apart.filter { $0 != word }.joined(separator: " ") })
    }
    let voids = Self.words(transition.attributes["voids"])
    for word in voids {
      add(
        .voidRemoved, "\(word) of \(place)", path,
        change { $0.attributes["voids"] = voids.filter { $0 != word }.joined(separator: " ") })
    }
  }

  private mutating func shortcut(from path: [Int], to goal: StateDefinition) {
    let state = Self.state(at: path, in: original.states)
    guard state.kind != .final, let target = goal.id, state.id != target else { return }
    let permission = Permission(rawValue: goal.attributes["permits"] ?? "")
    let line = state.line
    add(.shortcut, "from \(state.id ?? "?") to \(target)", path) {
      $0.transitions.insert(
        TransitionDefinition(
          events: [permission?.event ?? "permit.redeemed"], targets: [target],
          attributes: ["role": "legal-officer manager"], line: line),
        at: 0)
    }
    add(.silentShortcut, "from \(state.id ?? "?") to \(target)", path) {
      $0.transitions.insert(TransitionDefinition(targets: [target], line: line), at: 0)
    }
  }
}
