@testable import Statechart

extension Chart {
  /// Makes a moment from the names of active states, which need not be a configuration: within a step some states are
  /// exited and others not yet entered. The transcription of Appendix D evaluates its expressions in such moments.
  func moment(_ active: [String]) -> Moment {
    var words = Array(repeating: UInt64(0), count: (states.count + 63) / 64)
    for name in active {
      guard let place = states.firstIndex(where: { label($0.id) == name }) else { continue }
      words[place / 64] |= 1 << UInt64(place % 64)
    }
    return Moment(chart: self, active: StateSet(words: words, capacity: states.count) ?? StateSet(capacity: 0))
  }

  /// Returns a state's name, or its index if it has none, as the transcription does.
  func label(_ id: StateID) -> String { states[id.rawValue].name ?? "#\(id.rawValue)" }

  /// Returns a transition's source and its index there, as the transcription does.
  func label(_ id: TransitionID) -> String {
    let source = transitions[id.rawValue].source
    let first = transitions.firstIndex { $0.source == source } ?? 0
    return "\(label(source))/\(id.rawValue - first)"
  }
}
