/// A chart as its document writes it, before anything is checked.
///
/// Names are strings, order is document order, and every part has the line that it was read from, or 0. A reader of
/// documents, or a program, makes these values; `Chart` checks them. Source: SCXML 3.2.
public struct ChartDefinition: Sendable, Equatable {
  /// The name of the chart, for its readers.
  public var name: String
  /// The states where the machine starts; `nil` is the first state in document order.
  public var initial: InitialDefinition?
  /// The top-level states in document order.
  public var states: [StateDefinition]
  /// The name of the data model that the chart is written for: `null` by default (SCXML 3.2.1).
  public var dataModel: String
  /// When the data of states get their values (SCXML 5.3.3).
  public var binding: Binding
  /// The chart's own variables in document order.
  public var data: [DataDefinition]
  /// The attributes that a domain adds; this library does not read them.
  public var attributes: [String: String]
  /// The line of the chart's own element.
  public var line: Int

  /// When variables get their values (SCXML 5.3.3).
  public enum Binding: Sendable, Equatable {
    /// All before the machine starts.
    case early
    /// Those of a state when it is entered for the first time, before its entry handlers.
    case late
  }

  /// Makes a chart.
  public init(
    name: String,
    initial: InitialDefinition? = nil,
    states: [StateDefinition],
    dataModel: String = "null",
    binding: Binding = .early,
    data: [DataDefinition] = [],
    attributes: [String: String] = [:],
    line: Int = 0
  ) {
    self.name = name
    self.initial = initial
    self.states = states
    self.dataModel = dataModel
    self.binding = binding
    self.data = data
    self.attributes = attributes
    self.line = line
  }
}

/// The default entry of a state: which descendants are entered, and what is done before that.
///
/// The attribute and the element are both read as this; the attribute has no actions. Source: SCXML 3.6.
public struct InitialDefinition: Sendable, Equatable {
  /// The names of the states to enter; several only where they are in different regions of one parallel state.
  public var targets: [String]
  /// The actions that are done after the state's own entry handlers and before its children are entered.
  public var actions: [Action]
  /// The line of the attribute or element.
  public var line: Int

  /// Makes a default entry.
  public init(targets: [String], actions: [Action] = [], line: Int = 0) {
    self.targets = targets
    self.actions = actions
    self.line = line
  }
}
