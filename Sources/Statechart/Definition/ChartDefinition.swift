/// A chart as its document describes it, not yet checked.
///
/// States are named by strings and are in document order. Each state, transition and action has its line in the
/// document; the line is 0 if there is no document. `Chart` checks a definition and compiles it. Source: SCXML 3.2.
public struct ChartDefinition: Sendable, Equatable {
  /// The name of the chart, for its readers.
  public var name: String
  /// The states that are entered at the start; `nil` is the first state in document order.
  public var initial: InitialDefinition?
  /// The top-level states in document order.
  public var states: [StateDefinition]
  /// The name of the data model that the chart uses: `null` by default (SCXML 3.2.1).
  public var dataModel: String
  /// The time when the variables of states get their values (SCXML 5.3.3).
  public var binding: Binding
  /// The chart's own variables in document order.
  public var data: [DataDefinition]
  /// The attributes that a domain adds; this library does not read them.
  public var attributes: [String: String]
  /// The line of the chart's own element.
  public var line: Int

  /// The time when variables get their values (SCXML 5.3.3).
  public enum Binding: Sendable, Equatable {
    /// All variables get their values before the machine starts.
    case early
    /// The variables of a state get their values when the state is first entered, before its entry handlers run.
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

/// The default entry of a state: the descendants to enter, and the actions that run before that.
///
/// It represents the attribute `initial` or the element `<initial>`. The attribute has no actions. Source: SCXML 3.6.
public struct InitialDefinition: Sendable, Equatable {
  /// The names of the states to enter. Several states must be in different regions of one parallel state.
  public var targets: [String]
  /// The actions that run after the state's own entry handlers and before its children are entered.
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
