/// Holds which states of one chart are active. Implements the configurations of SCXML 3.11.
///
/// It is a bit set: cheap to copy, compare and hash. It means something only beside the chart that it came from.
public struct Configuration: Hashable, Sendable {
  let active: StateSet

  /// Tells whether a state is active; false for a state that the chart does not have.
  public func contains(_ state: StateID) -> Bool {
    state.rawValue >= 0 && state.rawValue < active.room && active.contains(state.rawValue)
  }

  /// Lists the active states in document order.
  public var states: [StateID] {
    var states: [StateID] = []
    var next = active.first(in: 0..<active.room)
    while let state = next {
      states.append(StateID(rawValue: state))
      next = active.first(in: state + 1..<active.room)
    }
    return states
  }

  /// Gives the set as words for storage.
  ///
  /// State `n` is bit `n % 64` of word `n / 64`, and trailing zero words are left out.
  /// `Chart.configuration(words:)` is the way back.
  public var words: [UInt64] { active.words }
}

extension Chart {
  /// Reads a configuration from stored words, and refuses with `nil` what is not a legal configuration of this chart.
  public func configuration(words: [UInt64]) -> Configuration? {
    guard let active = StateSet(words: words, capacity: states.count) else { return nil }
    let configuration = Configuration(active: active)
    return isLegal(configuration) ? configuration : nil
  }

  /// Tells whether a configuration is one that this chart could be in.
  ///
  /// The chart and every active compound state have exactly one active child, every active parallel state has all of
  /// its children active, and the parent of an active state is active. Source: SCXML 3.11.
  public func isLegal(_ configuration: Configuration) -> Bool {
    let active = configuration.active
    guard active.room == StateSet.room(for: states.count), activeChildren(of: 0..<states.count, active) == 1 else {
      return false
    }
    return configuration.states.allSatisfy { id in
      let state = states[id.rawValue]
      if let parent = state.parent, !configuration.contains(parent) { return false }
      return switch state.kind {
      case .atomic, .final: true
      case .compound: activeChildren(of: tables.states[id.rawValue].descendants, active) == 1
      case .parallel: state.children.allSatisfy(configuration.contains)
      }
    }
  }

  private func activeChildren(of descendants: Range<Int>, _ active: StateSet) -> Int {
    var count = 0
    var child = descendants.lowerBound
    while child < descendants.upperBound {
      if active.contains(child) { count += 1 }
      child = tables.states[child].descendants.upperBound
    }
    return count
  }
}
