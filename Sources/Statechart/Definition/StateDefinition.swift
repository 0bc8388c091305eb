/// Describes one state with everything inside it.
///
/// `Chart` walks any nesting without recursion, but the language takes nested values apart recursively: whoever builds
/// them from hostile input should stop a little past `Chart.maximumDepth` and not at tens of thousands.
///
/// Source: SCXML 3.3 (state), 3.4 (parallel), 3.7 (final), 3.10 (history).
public struct StateDefinition: Sendable, Equatable {
  /// Distinguishes the elements that make a state; whether a `state` is atomic follows from its children.
  public enum Kind: Sendable, Equatable {
    case state
    case parallel
    case final
    /// Stands for where its parent was when it was last exited (SCXML 3.10). Its one transition says where to go
    /// before there was a last time.
    case history(HistoryDepth)
  }

  /// Names the state; `nil` where the document gives no name, and then nothing can refer to it.
  public var id: String?
  /// Tells which element it was.
  public var kind: Kind
  /// Says which descendants are entered by default; `nil` stands for the first child in document order.
  public var initial: InitialDefinition?
  /// Holds the child states in document order, histories among them.
  public var children: [StateDefinition]
  /// Holds the state's own transitions in document order.
  public var transitions: [TransitionDefinition]
  /// Holds the actions of each entry handler, one inner array a handler.
  public var onEntry: [[Action]]
  /// Holds the actions of each exit handler, one inner array a handler.
  public var onExit: [[Action]]
  /// Lists the state's own variables in document order (SCXML 5.2).
  public var data: [DataDefinition]
  /// Describes what the event says that announces a final state (SCXML 5.5).
  public var doneData: PayloadDefinition?
  /// Carries what a domain adds; nothing here reads it.
  public var attributes: [String: String]
  /// Tells the line of the state's element.
  public var line: Int

  /// Describes a state.
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

/// Distinguishes how much a history state remembers (SCXML 3.10).
public enum HistoryDepth: Sendable, Hashable {
  /// The active children of its parent.
  case shallow
  /// The active atomic descendants of its parent.
  case deep
}

/// Describes a transition out of the state that holds it.
///
/// Source: SCXML 3.5.
public struct TransitionDefinition: Sendable, Equatable {
  /// Lists the event descriptors, any of which may match; none makes the transition eventless (SCXML 3.12.1).
  public var events: [String]
  /// Holds what must be true for the transition to be enabled; `nil` is always true.
  public var condition: Condition?
  /// Names the states to enter; none leaves the configuration as it is.
  public var targets: [String]
  /// Tells whether a transition from a compound state to its own descendants leaves that state active.
  public var isInternal: Bool
  /// Lists what is done between the exits and the entries.
  public var actions: [Action]
  /// Carries what a domain adds; nothing here reads it.
  public var attributes: [String: String]
  /// Tells the line of the transition's element.
  public var line: Int

  /// Describes a transition.
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
