/// The tables that steps read: rows of integers, and flat arrays. A *place* is an index into one of the flat arrays.
///
/// States are numbered in document order, so the descendants of a state are the range of numbers after it. Tests for
/// descendants, exit sets, and the order of entries and exits are comparisons of integers. The states that a transition
/// enters are a set of bits that is computed at load, unless they depend on a history.
struct ChartTables: Sendable {
  /// One state.
  struct StateRow: Sendable {
    let kind: Chart.State.Kind
    /// The parent of this state; -1 at the top level.
    let parent: Int
    let descendants: Range<Int>
    /// The places of the children in `targets`, without histories.
    let children: Range<Int>
    /// The places in `targets` of the default entry of a compound state, or of a history that remembers nothing.
    let initial: Range<Int>
    /// The place in `content.blocks` of the block with the actions of the default entry; empty if there are none.
    let initialContent: Range<Int>
    /// The places in `content.blocks` of the entry handlers.
    let entryContent: Range<Int>
    /// The places in `content.blocks` of the exit handlers.
    let exitContent: Range<Int>
    /// The places in `selectable` of the transitions without an event, in document order.
    let eventless: Range<Int>
    /// The places in `selectable` of the transitions with an event, in document order.
    let triggered: Range<Int>
    /// The places in `targets` of the histories directly inside this state.
    let histories: Range<Int>
    /// The bits of `Configuration.memory` that a history uses, one for each descendant of its parent.
    let memory: Range<Int>
    /// The places in `content.variables` of the state's variables.
    let data: Range<Int>
    /// The place in `content.payloads` of the data of a final state's event; -1 if there are none.
    let doneData: Int
    /// The event `done.state.` followed by the state's name.
    let done: EventID
  }

  /// One transition.
  struct TransitionRow: Sendable {
    let source: Int
    let isInternal: Bool
    /// The range of the descendants of the transition's domain. The transition exits those of them that are active
    /// (SCXML D, getTransitionDomain and computeExitSet). Only a transition without a target has an empty range.
    let scope: Range<Int>
    let condition: ConditionRow
    let targets: Range<Int>
    let descriptors: Range<Int>
    /// The place in `content.blocks` of the block with its actions; empty if there are none.
    let content: Range<Int>
    /// Whether the scope and the entered states depend on the states that a history remembers.
    let isDynamic: Bool
  }

  /// The states that a transition enters if it is not dynamic, and the compound states among them whose default entry
  /// is taken.
  struct EntryRow: Sendable {
    let states: StateSet
    let byDefault: StateSet
  }

  /// A compiled condition.
  enum ConditionRow: Sendable {
    case always
    case inState(Int)
    case expression(Int)
  }

  var states: ContiguousArray<StateRow> = []
  var transitions: ContiguousArray<TransitionRow> = []
  /// An entry row for each transition. It is not in `TransitionRow`, because steps copy those rows: without sets of
  /// bits, a copy changes no reference count.
  var entries: ContiguousArray<EntryRow> = []
  /// For each state, the name of the event that is raised when it is done.
  var doneNames: ContiguousArray<String> = []
  /// The transitions of all states. For each state, the eventless ones come first, then the triggered ones.
  var selectable: ContiguousArray<Int> = []
  /// The targets of transitions and default entries, and the children and histories of states.
  var targets: ContiguousArray<Int> = []
  /// The ranges of event numbers that descriptors match.
  var descriptors: ContiguousArray<Range<Int>> = []
  /// For each event number, the states with a transition that the event may trigger. Empty if the table would be too
  /// large; a step then examines every active state.
  var responders: ContiguousArray<StateSet> = []
  /// For each event number and state, the first of the state's transitions that the event may trigger; -1 if there is
  /// none. The row of event `e` begins at `e × states`. Empty if `responders` is empty.
  var answers: ContiguousArray<Int32> = []
  /// The states with eventless transitions.
  var eventless = StateSet(capacity: 0)
  /// `busyAtEntry` has the states with entry handlers, initial actions or late data; `busyAtExit` has the states with
  /// exit handlers. The event that a final state raises does not count.
  var busyAtEntry = StateSet(capacity: 0)
  var busyAtExit = StateSet(capacity: 0)
  /// The states with a history directly inside.
  var remembered = StateSet(capacity: 0)
  var finals = StateSet(capacity: 0)
  /// The states whose `done.state` event some transition matches.
  var awaited = StateSet(capacity: 0)
  /// The top-level final states, which end the machine.
  var ends = StateSet(capacity: 0)
  /// The number of bits of `Configuration.memory`.
  var memory = 0
  var content = ContentTables()
  /// The places in `targets` of the chart's own initial.
  var initial: Range<Int> = 0..<0
  /// The places in `content.variables` of the variables that get their values before the start.
  var data: Range<Int> = 0..<0
  /// The events that the machine raises for errors (SCXML 3.12.2).
  var errorExecution = EventID(rawValue: 0)
  var errorCommunication = EventID(rawValue: 0)
  /// Whether some variables get their values when their state is first entered.
  var hasLateData = false
}

/// The tables of one chart, shared by its copies: copying a chart copies one reference.
final class ChartImage: Sendable {
  let tables: ChartTables

  init(_ tables: ChartTables) { self.tables = tables }
}

extension ContiguousArray {
  /// Appends elements and returns the range of their indices.
  mutating func appendRange(_ elements: some Sequence<Element>) -> Range<Int> {
    let start = count
    append(contentsOf: elements)
    return start..<count
  }
}
