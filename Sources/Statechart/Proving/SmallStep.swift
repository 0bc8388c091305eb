/// Takes plain steps of charts with at most 128 states by operations on two words, without counting references.
///
/// It answers for one transition of one state alone, whose effect is known from the tables. For everything else it
/// returns `nil`, and `ChartImage.plainStep` or the machine is asked. It decides nothing differently from them; the tests
/// hold every edge of random charts against the machine.
struct SmallStep {
  /// What a transition does, as far as it is the same in every configuration.
  private struct Row {
    /// The states that it exits where active.
    let scope: UInt128
    let entered: UInt128
    let finals: UInt128
    /// Whether nothing is done on the way and no history takes part.
    let isPlain: Bool
  }

  private let image: ChartImage
  private let rows: ContiguousArray<Row>
  private let responders: ContiguousArray<UInt128>
  private let busyAtExit: UInt128
  private let eventless: UInt128
  /// The final states whose event some transition may answer.
  private let heard: UInt128
  /// The final states that end the machine.
  private let ends: UInt128

  /// Prepares the steps of a chart; `nil` where the chart is too large.
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

  /// Takes a step, if it is one that is known from the tables.
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
    // A machine that has ended runs the exit handlers of what is active, and nothing else.
    if row.entered & ends != 0 { return after & busyAtExit == 0 ? (transition, after, true) : nil }
    guard after & eventless == 0, isUnheard(row.finals, after) else { return nil }
    return (transition, after, false)
  }

  // The event of a final state changes nothing where no transition waits for it.
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
