/// The variables of a chart, and the language of its expressions. Source: SCXML 5 and B.
///
/// A data model has no state of its own. The data of a session are in its `Store`, a value that every step takes and
/// returns, so that a step is a function. Only `declare`, `assign` and `receive` change a store. An `EvaluationFault`
/// raises `error.execution` and ends the block of actions in which it occurred.
public protocol DataModel: Sendable {
  /// The type of the values of variables and of the data of events.
  associatedtype Value: Sendable
  /// The data of one session.
  associatedtype Store: Sendable
  /// An expression. It is read once, when the chart is compiled.
  associatedtype Expression: Sendable
  /// A location that can be assigned to. It is read once, when the chart is compiled.
  associatedtype Location: Sendable

  /// The name of the model, as in a chart's `datamodel`.
  var name: String { get }

  /// Reads an expression. If it throws, the whole chart is refused.
  func expression(_ text: String) throws(EvaluationFault) -> Expression
  /// Reads a location. If it throws, the whole chart is refused. For a location that cannot be assigned to, `assign`
  /// throws instead.
  func location(_ text: String) throws(EvaluationFault) -> Location

  /// Makes the store of a new session, with the constant system variables (SCXML 5.10).
  func open(_ identity: SessionIdentity) -> Store
  /// Declares a variable without a value. A variable that already exists must keep its value.
  func declare(_ id: String, in store: inout Store)
  /// Sets the system variable `_event` to an event (SCXML 5.10.1).
  func receive(_ event: Event<Value>, in store: inout Store)

  /// Evaluates an expression.
  func evaluate(_ expression: Expression, in store: Store, _ moment: Moment) throws(EvaluationFault) -> Value
  /// Evaluates a condition.
  func holds(_ expression: Expression, in store: Store, _ moment: Moment) throws(EvaluationFault) -> Bool
  /// Reads the value of a location.
  func read(_ location: Location, in store: Store, _ moment: Moment) throws(EvaluationFault) -> Value
  /// Assigns a value to a location that exists and can be written.
  func assign(_ value: Value, to location: Location, in store: inout Store, _ moment: Moment) throws(EvaluationFault)

  /// Returns the items of a collection for a loop. Throws if the value is not a collection.
  func items(_ value: Value) throws(EvaluationFault) -> [Value]
  /// Makes a value from the number of a loop's round; `nil` if the model has no values.
  func value(index: Int) -> Value?
  /// Makes a value from a text of the document; `nil` if the model has no values.
  func value(text: String) -> Value?
  /// Makes one value from named values, in order; `nil` if the model has no values.
  func value(fields: [(name: String, value: Value)]) -> Value?
  /// Returns a value as the text of an attribute, for example of an event's name, a target or a delay.
  func text(_ value: Value) throws(EvaluationFault) -> String
}

/// A fault: an expression or a location cannot be read, evaluated or written.
public struct EvaluationFault: Error, Sendable, Equatable {
  /// The reason in words, for the author of the chart.
  public let reason: String

  /// Makes a fault.
  public init(_ reason: String) { self.reason = reason }
}

/// The identity of a session. Source: SCXML 5.10.
public struct SessionIdentity: Sendable, Equatable {
  /// The identifier of the session, chosen by the caller (`_sessionid`).
  public let session: String
  /// The name of the chart (`_name`).
  public let name: String
  /// The address at which the session takes events (`_ioprocessors`).
  public var location: String { "#_scxml_\(session)" }

  /// Makes an identity.
  public init(session: String, name: String) {
    self.session = session
    self.name = name
  }
}

/// The active states at the time of an evaluation, for the predicate `In`. Source: SCXML 5.9.1.
public struct Moment: Sendable {
  let chart: Chart
  let active: StateSet

  init(chart: Chart, active: StateSet) {
    self.chart = chart
    self.active = active
  }

  /// Makes a moment from a chart and a configuration, for tests of a data model without a machine.
  public init(_ chart: Chart, _ configuration: Configuration) { self.init(chart: chart, active: configuration.active) }

  /// Returns whether the state with this name is active (`In`). Returns false if no state has the name.
  public func isActive(_ state: String) -> Bool {
    chart.state(named: state).map { active.contains($0.rawValue) } ?? false
  }
}
