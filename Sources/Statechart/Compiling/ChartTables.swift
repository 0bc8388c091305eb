/// Holds what the interpreter reads while it steps: rows of integers, and flat arrays into which the rows point.
///
/// States are numbered in document order, so the descendants of a state are the range of numbers that follow it, and
/// being a descendant, having an exit set and ordering entries and exits are all comparisons of integers. What a
/// transition enters is a set of bits that is known at load, but for histories.
struct ChartTables: Sendable {
  /// Holds one state.
  struct StateRow: Sendable {
    let kind: Chart.State.Kind
    /// Holds the state around this one; -1 at the top level.
    let parent: Int
    let descendants: Range<Int>
    /// Points to the states directly inside it, without histories.
    let children: Range<Int>
    /// Points to the targets of the default entry: of a compound state, or of a history that remembers nothing.
    let initial: Range<Int>
    /// Points to the one block of the default entry's actions.
    let initialContent: Range<Int>
    /// Points to the blocks of the entry handlers.
    let entryContent: Range<Int>
    /// Points to the blocks of the exit handlers.
    let exitContent: Range<Int>
    /// Points to the transitions without an event, in document order.
    let eventless: Range<Int>
    /// Points to the transitions with an event, in document order.
    let triggered: Range<Int>
    /// Points to the histories directly inside it.
    let histories: Range<Int>
    /// Tells where a history keeps what it remembers: bits of `Configuration.memory`, one for each descendant of its
    /// parent.
    let memory: Range<Int>
    /// Points to the variables that get their values when the state is first entered.
    let data: Range<Int>
    /// Holds the payload of a final state's event; -1 where there is none.
    let doneData: Int
    /// Holds `done.state.` and the state's name.
    let done: EventID
  }

  /// Holds one transition.
  struct TransitionRow: Sendable {
    let source: Int
    let isInternal: Bool
    /// Ranges over the descendants of the transition's domain: what it exits, where active (SCXML D,
    /// getTransitionDomain and computeExitSet). Empty for a transition without a target, and for no other.
    let scope: Range<Int>
    let condition: ConditionRow
    let targets: Range<Int>
    let descriptors: Range<Int>
    /// Points to the one block of its actions.
    let content: Range<Int>
    /// Tells whether a history takes part, so that scope and entries depend on what it remembers.
    let isDynamic: Bool
  }

  /// Holds what a transition enters that is not dynamic, and which of that by default.
  struct EntryRow: Sendable {
    let states: StateSet
    let byDefault: StateSet
  }

  /// Holds a compiled condition.
  enum ConditionRow: Sendable {
    case always
    case inState(Int)
    case expression(Int)
  }

  var states: ContiguousArray<StateRow> = []
  var transitions: ContiguousArray<TransitionRow> = []
  /// Holds an entry row for each transition. Rows that steps copy hold integers only, so that copying counts nothing.
  var entries: ContiguousArray<EntryRow> = []
  /// Holds for each state the name of the event that announces its end.
  var doneNames: ContiguousArray<String> = []
  /// Lists transitions by state: its eventless ones, then its triggered ones.
  var selectable: ContiguousArray<Int> = []
  /// Lists targets, children and histories.
  var targets: ContiguousArray<Int> = []
  /// Lists the ranges of event numbers that descriptors match.
  var descriptors: ContiguousArray<Range<Int>> = []
  /// Holds for each event number the states with a transition that it may trigger; empty where that were too large,
  /// and then any state may have one.
  var responders: ContiguousArray<StateSet> = []
  /// Holds for each event number and state the first of the state's transitions that the event may trigger, -1 where
  /// there is none: the row of event `e` begins at `e × states`. Empty where `responders` is.
  var answers: ContiguousArray<Int32> = []
  /// Holds the states with eventless transitions.
  var eventless = StateSet(capacity: 0)
  /// Holds the states at whose entry or exit there is more to do than to enter or exit them. A final state is not among
  /// them for the event that it raises.
  var busyAtEntry = StateSet(capacity: 0)
  var busyAtExit = StateSet(capacity: 0)
  /// Holds the states with a history directly inside.
  var remembered = StateSet(capacity: 0)
  var finals = StateSet(capacity: 0)
  /// Holds the states whose end some transition waits for.
  var awaited = StateSet(capacity: 0)
  /// Holds the final states that end the machine.
  var ends = StateSet(capacity: 0)
  /// Counts the bits of `Configuration.memory`.
  var memory = 0
  var content = ContentTables()
  /// Points to the targets of the chart's own initial.
  var initial: Range<Int> = 0..<0
  /// Points to the variables that get their values before the start.
  var data: Range<Int> = 0..<0
  /// Hold the events that the machine itself raises where something fails (SCXML 3.12.2).
  var errorExecution = EventID(rawValue: 0)
  var errorCommunication = EventID(rawValue: 0)
  /// Tells whether there are data that wait for their state's first entry.
  var hasLateData = false
}

/// Shares one chart's tables among all that step through it: copying a chart costs one reference.
final class ChartImage: Sendable {
  let tables: ChartTables

  init(_ tables: ChartTables) { self.tables = tables }
}

extension ContiguousArray {
  /// Appends elements and gives the range in which they now stand.
  mutating func appendRange(_ elements: some Sequence<Element>) -> Range<Int> {
    let start = count
    append(contentsOf: elements)
    return start..<count
  }
}
