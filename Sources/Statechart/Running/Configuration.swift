/// The active states of one chart, and the states that its histories remember. Source: SCXML 3.11 and 3.10.
///
/// A configuration is two sets of bits, so it is cheap to copy, compare and hash. It is valid only for the chart that
/// it came from.
public struct Configuration: Hashable, Sendable {
  let active: StateSet
  /// One bit for each state that a history can remember. The bits of a history are 0 until its parent is first exited.
  let memory: StateSet

  /// Hashes only the active states, because most configurations already differ in them.
  public func hash(into hasher: inout Hasher) { active.hash(into: &hasher) }

  /// Returns whether a state is active; false for a state that the chart does not have.
  public func contains(_ state: StateID) -> Bool {
    state.rawValue >= 0 && state.rawValue < active.room && active.contains(state.rawValue)
  }

  /// The active states in document order.
  public var states: [StateID] {
    var states: [StateID] = []
    var left = active
    while let state = left.popFirst() { states.append(StateID(rawValue: state)) }
    return states
  }
}

extension Chart {
  /// Returns a configuration as words for storage: first the words of the active states, then the words of the
  /// remembered states. Their number depends only on the chart.
  ///
  /// Bit `n % 64` of word `n / 64` is state `n`. `configuration(words:)` reads the words.
  public func words(_ configuration: Configuration) -> [UInt64] {
    func padded(_ set: StateSet, _ capacity: Int) -> [UInt64] {
      let words = set.words
      return words + Array(repeating: 0, count: (capacity + 63) / 64 - words.count)
    }
    return padded(configuration.active, states.count) + padded(configuration.memory, tables.memory)
  }

  /// Reads a configuration from stored words. Returns `nil` if it is not a legal configuration of this chart.
  public func configuration(words: [UInt64]) -> Configuration? {
    let split = (states.count + 63) / 64
    guard words.count == split + (tables.memory + 63) / 64,
      let active = StateSet(words: Array(words[..<split]), capacity: states.count),
      let memory = StateSet(words: Array(words[split...]), capacity: tables.memory)
    else { return nil }
    let configuration = Configuration(active: active, memory: memory)
    return isLegal(configuration) ? configuration : nil
  }

  /// Returns whether a configuration is legal in this chart.
  ///
  /// The chart and every active compound state have exactly one active child, every active parallel state has all of
  /// its children active, and the parent of an active state is active. The states that a history remembers are legal in
  /// the same way inside its parent. Source: SCXML 3.11.
  public func isLegal(_ configuration: Configuration) -> Bool {
    guard configuration.active.room == StateSet.room(for: states.count),
      configuration.memory.room == StateSet.room(for: tables.memory)
    else { return false }
    let top = states.indices.filter { tables.states[$0].parent < 0 }
    return isLegal(configuration.active, top, isParallel: false)
      && states.indices.allSatisfy { remembersLegally($0, configuration.memory) }
  }

  // This is not recursive, because charts can be deep.
  private func isLegal(_ active: StateSet, _ top: [Int], isParallel: Bool) -> Bool {
    var open = [(children: top, isParallel: isParallel)]
    var seen = 0
    while let (children, isParallel) = open.popLast() {
      let entered = children.filter(active.contains)
      guard entered.count == (isParallel ? children.count : 1) else { return false }
      seen += entered.count
      for state in entered where !tables.states[state].children.isEmpty {
        open.append((Array(tables.targets[tables.states[state].children]), tables.states[state].kind == .parallel))
      }
    }
    var all = active
    var count = 0
    while all.popFirst() != nil { count += 1 }
    return seen == count
  }

  private func remembersLegally(_ history: Int, _ memory: StateSet) -> Bool {
    let row = tables.states[history]
    guard case .history(let depth) = row.kind, memory.first(in: row.memory) != nil else { return true }
    let parent = tables.states[row.parent]
    var remembered = StateSet(capacity: states.count)
    for bit in row.memory where memory.contains(bit) {
      remembered.insert(parent.descendants.lowerBound + bit - row.memory.lowerBound)
    }
    let children = Array(tables.targets[parent.children])
    guard depth == .deep else {
      var left = remembered
      for child in children { left.remove(child) }
      return left.isEmpty
        && children.count(where: remembered.contains) == (parent.kind == .parallel ? children.count : 1)
    }
    // A deep history remembers only atomic states. Their ancestors below the parent were active too, so they are added
    // before the check.
    var closed = remembered
    for state in parent.descendants where remembered.contains(state) {
      guard tables.states[state].children.isEmpty else { return false }
      var ancestor = tables.states[state].parent
      while ancestor != row.parent {
        closed.insert(ancestor)
        ancestor = tables.states[ancestor].parent
      }
    }
    return isLegal(closed, children, isParallel: parent.kind == .parallel)
  }
}
