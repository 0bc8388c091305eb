/// Takes plain steps of charts with at most 128 states by operations on two words, without counting references.
///
/// It handles only steps that take one transition, whose effect the tables have. For every other step it returns `nil`,
/// and the caller uses `ChartImage.plainStep` or the machine. Its results are the same as theirs. The tests compare
/// every edge of random charts with the machine.
struct SmallStep {
  /// The effect of a transition, as far as it is the same in every configuration.
  private struct Row {
    /// The states that the transition exits if they are active.
    let scope: UInt128
    let entered: UInt128
    let finals: UInt128
    /// Whether the transition and the entered states have no actions, and no history is involved.
    let isPlain: Bool
  }

  private let image: ChartImage
  private let rows: ContiguousArray<Row>
  private let responders: ContiguousArray<UInt128>
  private let busyAtExit: UInt128
  private let eventless: UInt128
  /// The final states whose parent has a `done.state` event that some transition matches.
  private let heard: UInt128
  /// The top-level final states, which end the machine.
  private let ends: UInt128

  /// Prepares the steps of a chart; `nil` if the chart is too large.
  init?(_ image: ChartImage) {
    let tables = image.tables
    guard tables.states.count <= 128, !tables.responders.isEmpty else { return nil }
    self.image = image
    let finals = tables.finals.firstBits
    let busyAtEntry = tables.busyAtEntry.firstBits
    rows = ContiguousArray(
      tables.transitions.indices.map { index in
        let row = tables.transitions[index]
        let entered = tables.entries[index].states.firstBits
        return Row(
          scope: Self.mask(row.scope), entered: entered, finals: entered & finals,
          isPlain: row.content.isEmpty && !row.isDynamic && entered & busyAtEntry == 0)
      })
    responders = ContiguousArray(tables.responders.map(\.firstBits))
    busyAtExit = tables.busyAtExit.firstBits | tables.remembered.firstBits
    eventless = tables.eventless.firstBits
    ends = tables.ends.firstBits
    heard = tables.states.indices.reduce(0) { heard, state in
      let parent = tables.states[state].parent
      let isHeard = tables.finals.contains(state) && parent >= 0 && tables.awaited.contains(parent)
      return isHeard ? heard | 1 << UInt128(state) : heard
    }
  }

  private static func mask(_ range: Range<Int>) -> UInt128 {
    range.isEmpty ? 0 : (~0 << UInt128(range.lowerBound)) & (~0 >> UInt128(128 - range.upperBound))
  }

  /// Returns whether some active state has a transition that the event may trigger.
  @inline(__always)
  func mayAnswer(_ active: UInt128, _ event: EventID) -> Bool { active & responders[event.rawValue] != 0 }

  /// Takes a step if the tables have its result; otherwise returns `nil`. `mayAnswer` must have returned true.
  @inline(__always)
  func step(_ active: UInt128, _ event: EventID) -> (transition: Int, active: UInt128, isFinished: Bool)? {
    let asked = active & responders[event.rawValue]
    guard asked & (asked &- 1) == 0 else { return nil }
    let state = asked.trailingZeroBitCount
    let transition = Int(image.tables.answers[event.rawValue * image.tables.states.count + state])
    switch image.tables.transitions[transition].condition {
    case .always: break
    case .inState(let other): guard active & (1 << UInt128(other)) != 0 else { return nil }
    case .expression: return nil
    }
    let row = rows[transition]
    let after = active & ~row.scope | row.entered
    guard row.isPlain, active & row.scope & busyAtExit == 0 else { return nil }
    // A machine that ends only runs the exit handlers of the active states. No other microstep follows.
    if row.entered & ends != 0 { return after & busyAtExit == 0 ? (transition, after, true) : nil }
    guard after & eventless == 0, isUnheard(row.finals, after) else { return nil }
    return (transition, after, false)
  }

  // Returns whether no transition can match the `done.state` events of these final states. Such an event changes
  // nothing.
  private func isUnheard(_ finals: UInt128, _ active: UInt128) -> Bool {
    if finals == 0 { return true }
    if finals & heard != 0 { return false }
    var left = finals
    while left != 0 {
      let around = image.tables.states[image.tables.states[left.trailingZeroBitCount].parent].parent
      left &= left &- 1
      if around >= 0, image.tables.awaited.contains(around), image.tables.states[around].kind == .parallel,
        image.isInFinalState(around, StateSet(bits: active))
      {
        return false
      }
    }
    return true
  }
}
