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
  /// Names the data model that the chart is written for: `null` unless it says otherwise (SCXML 3.2.1).
  public var dataModel: String
  /// Tells when the data of states get their values (SCXML 5.3.3).
  public var binding: Binding
  /// Lists the chart's own variables in document order.
  public var data: [DataDefinition]
  /// Carries what a domain adds; nothing here reads it.
  public var attributes: [String: String]
  /// Tells the line of the chart's own element.
  public var line: Int

  /// Distinguishes when variables get their values (SCXML 5.3.3).
  public enum Binding: Sendable, Equatable {
    /// All before the machine starts.
    case early
    /// Those of a state when it is entered for the first time, before its entry handlers.
    case late
  }

  /// Describes a chart.
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
  public init(targets: [String], actions: [Action] = [], line: Int = 0) {
    self.targets = targets
    self.actions = actions
    self.line = line
  }
}
