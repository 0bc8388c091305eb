/// One state with everything inside it.
///
/// `Chart` checks nested states without recursion. The Swift runtime destroys nested values recursively, so a reader of
/// untrusted input should refuse states that are nested much deeper than `Chart.maximumDepth`.
///
/// Source: SCXML 3.3 (state), 3.4 (parallel), 3.7 (final), 3.10 (history).
public struct StateDefinition: Sendable, Equatable {
  /// The kinds of element that define a state.
  public enum Kind: Sendable, Equatable {
    /// A state without children, which is atomic, or a state of which one child is active.
    case state
    /// A state of which all children are active.
    case parallel
    /// A final state. When it is active, its parent is done.
    case final
    /// A history. A transition to it enters the states of its parent that were active when the parent was last exited.
    /// Before the parent is first exited, it enters the targets of the history's one transition (SCXML 3.10).
    case history(HistoryDepth)
  }

  /// The name of the state; `nil` if the document gives none. Nothing can refer to a state without a name.
  public var id: String?
  /// The kind of element that defines the state.
  public var kind: Kind
  /// The descendants that are entered by default; `nil` is the first child in document order.
  public var initial: InitialDefinition?
  /// The child states in document order, including histories.
  public var children: [StateDefinition]
  /// The state's own transitions in document order.
  public var transitions: [TransitionDefinition]
  /// The actions of the entry handlers, with one inner array for each handler.
  public var onEntry: [[Action]]
  /// The actions of the exit handlers, with one inner array for each handler.
  public var onExit: [[Action]]
  /// The state's own variables in document order (SCXML 5.2).
  public var data: [DataDefinition]
  /// The data of the event that is raised when a final state is entered (SCXML 5.5).
  public var doneData: PayloadDefinition?
  /// The attributes that a domain adds; this library does not read them.
  public var attributes: [String: String]
  /// The line of the state's element.
  public var line: Int

  /// Makes a state.
  public init(
    id: String? = nil,
    kind: Kind = .state,
    initial: InitialDefinition? = nil,
    children: [StateDefinition] = [],
    transitions: [TransitionDefinition] = [],
    onEntry: [[Action]] = [],
    onExit: [[Action]] = [],
    data: [DataDefinition] = [],
    doneData: PayloadDefinition? = nil,
    attributes: [String: String] = [:],
    line: Int = 0
  ) {
    self.id = id
    self.kind = kind
    self.initial = initial
    self.children = children
    self.transitions = transitions
    self.onEntry = onEntry
    self.onExit = onExit
    self.data = data
    self.doneData = doneData
    self.attributes = attributes
    self.line = line
  }
}

/// The states that a history remembers (SCXML 3.10).
public enum HistoryDepth: Sendable, Hashable {
  /// The active children of its parent.
  case shallow
  /// The active atomic descendants of its parent.
  case deep
}

/// A transition from the state that contains it.
///
/// Source: SCXML 3.5.
public struct TransitionDefinition: Sendable, Equatable {
  /// The event descriptors. An event matches if any of them matches it. Without descriptors the transition is eventless
  /// (SCXML 3.12.1).
  public var events: [String]
  /// The condition under which the transition is enabled; `nil` is always true.
  public var condition: Condition?
  /// The names of the states to enter. Without targets the configuration does not change.
  public var targets: [String]
  /// Whether a transition from a compound state to its own descendants leaves that state active.
  public var isInternal: Bool
  /// The actions that run after the exits and before the entries.
  public var actions: [Action]
  /// The attributes that a domain adds; this library does not read them.
  public var attributes: [String: String]
  /// The line of the transition's element.
  public var line: Int

  /// Makes a transition.
  public init(
    events: [String] = [],
    condition: Condition? = nil,
    targets: [String] = [],
    isInternal: Bool = false,
    actions: [Action] = [],
    attributes: [String: String] = [:],
    line: Int = 0
  ) {
    self.events = events
    self.condition = condition
    self.targets = targets
    self.isInternal = isInternal
    self.actions = actions
    self.attributes = attributes
    self.line = line
  }
}
