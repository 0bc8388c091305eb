/// One state with everything inside it.
///
/// `Chart` checks nested states without recursion. The runtime destroys nested values recursively, so a reader of
/// untrusted input should stop soon after `Chart.maximumDepth`.
///
/// Source: SCXML 3.3 (state), 3.4 (parallel), 3.7 (final), 3.10 (history).
public struct StateDefinition: Sendable, Equatable {
  /// The element that makes the state. A `state` without children is atomic.
  public enum Kind: Sendable, Equatable {
    /// A state of which one child is active.
    case state
    /// A state of which all children are active.
    case parallel
    /// A state in which its parent is done.
    case final
    /// The states that were active in its parent when it was last exited (SCXML 3.10). Its one transition leads to where
    /// the parent is entered the first time.
    case history(HistoryDepth)
  }

  /// The name of the state; `nil` where the document gives no name, and then nothing can refer to it.
  public var id: String?
  /// The element that makes it.
  public var kind: Kind
  /// The descendants that are entered by default; `nil` is the first child in document order.
  public var initial: InitialDefinition?
  /// The child states in document order, histories among them.
  public var children: [StateDefinition]
  /// The state's own transitions in document order.
  public var transitions: [TransitionDefinition]
  /// The actions of each entry handler, one inner array a handler.
  public var onEntry: [[Action]]
  /// The actions of each exit handler, one inner array a handler.
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

/// How much a history state remembers (SCXML 3.10).
public enum HistoryDepth: Sendable, Hashable {
  /// The active children of its parent.
  case shallow
  /// The active atomic descendants of its parent.
  case deep
}

/// A transition out of the state that holds it.
///
/// Source: SCXML 3.5.
public struct TransitionDefinition: Sendable, Equatable {
  /// The event descriptors, any of which may match; none makes the transition eventless (SCXML 3.12.1).
  public var events: [String]
  /// What must be true for the transition to be enabled; `nil` is always true.
  public var condition: Condition?
  /// The name of the states to enter; none leaves the configuration as it is.
  public var targets: [String]
  /// Whether a transition from a compound state to its own descendants leaves that state active.
  public var isInternal: Bool
  /// What is done between the exits and the entries.
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
