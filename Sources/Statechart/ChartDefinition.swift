/// Describes a chart as its document writes it, before anything is checked.
///
/// Names are strings, order is document order, and every part carries the line that it came from. Whoever reads
/// documents fills these values; `Chart` checks them. Source: SCXML 3.2.
public struct ChartDefinition: Sendable, Equatable {
  /// Names the chart for its readers; it decides nothing.
  public var name: String
  /// Says where the machine starts; `nil` stands for the first state in document order.
  public var initial: InitialDefinition?
  /// Holds the top-level states in document order.
  public var states: [StateDefinition]
  /// Tells the line of the chart's own element.
  public var line: Int

  /// Describes a chart.
  public init(name: String, initial: InitialDefinition? = nil, states: [StateDefinition], line: Int) {
    self.name = name
    self.initial = initial
    self.states = states
    self.line = line
  }
}

/// Describes which descendants are entered when a state is entered by default, and what is done on the way.
///
/// Both the attribute and the element take this shape; the attribute has no actions. Source: SCXML 3.6.
public struct InitialDefinition: Sendable, Equatable {
  /// Names the states to enter; several only where they lie in different regions of one parallel state.
  public var targets: [String]
  /// Lists what is done after the state's own entry handlers and before its children are entered.
  public var actions: [Action]
  /// Tells the line of the attribute or element.
  public var line: Int

  /// Describes a default entry.
  public init(targets: [String], actions: [Action] = [], line: Int) {
    self.targets = targets
    self.actions = actions
    self.line = line
  }
}

/// Describes one state with everything inside it.
///
/// `Chart` walks any nesting without recursion, but the language takes nested values apart recursively: whoever builds
/// them from hostile input should stop a little past `Chart.maximumDepth` and not at tens of thousands.
///
/// Source: SCXML 3.3 (state), 3.4 (parallel), 3.7 (final).
public struct StateDefinition: Sendable, Equatable {
  /// Distinguishes the three elements that make a state; whether a `state` is atomic follows from its children.
  public enum Kind: Sendable, Equatable {
    case state
    case parallel
    case final
  }

  /// Names the state; `nil` where the document gives no name, and then nothing can refer to it.
  public var id: String?
  /// Tells which element it was.
  public var kind: Kind
  /// Says which descendants are entered by default; `nil` stands for the first child in document order.
  public var initial: InitialDefinition?
  /// Holds the child states in document order.
  public var children: [StateDefinition]
  /// Holds the state's own transitions in document order.
  public var transitions: [TransitionDefinition]
  /// Holds the actions of each entry handler, one inner array a handler.
  public var onEntry: [[Action]]
  /// Holds the actions of each exit handler, one inner array a handler.
  public var onExit: [[Action]]
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
    attributes: [String: String] = [:],
    line: Int
  ) {
    self.id = id
    self.kind = kind
    self.initial = initial
    self.children = children
    self.transitions = transitions
    self.onEntry = onEntry
    self.onExit = onExit
    self.attributes = attributes
    self.line = line
  }
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
    line: Int
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

/// Holds a condition of the null data model, which knows one predicate.
///
/// Source: SCXML B.1.2.
public enum Condition: Sendable, Equatable {
  /// Is true while the named state is active: `In('id')`.
  case inState(String)
}

/// Holds one piece of executable content.
///
/// Source: SCXML 4.
public enum Action: Sendable, Equatable {
  /// Places an event at the back of the internal queue (SCXML 4.2).
  case raise(String, line: Int)
}
