/// The variables of a chart, and the language of its expressions. Source: SCXML 5 and B.
///
/// A data model is a value without state of its own. The data of a session are in its `Store`, a value that every step
/// takes and returns, so that a step is a function. Evaluating changes nothing; only `declare`, `assign` and `receive`
/// do. An `EvaluationFault` raises `error.execution` and ends the block of actions in which it occurred.
public protocol DataModel: Sendable {
  /// What variables hold and what events carry.
  associatedtype Value: Sendable
  /// The data of one session.
  associatedtype Store: Sendable
  /// An expression, read once at load.
  associatedtype Expression: Sendable
  /// A place that can be assigned to, read once at load.
  associatedtype Location: Sendable

  /// The name of the model, as in a chart's `datamodel`.
  var name: String { get }

  /// Reads an expression. A fault refuses the whole chart.
  func expression(_ text: String) throws(EvaluationFault) -> Expression
  /// Reads a location. A fault refuses the whole chart. A location that cannot be assigned to is a fault only when it
  /// is assigned to.
  func location(_ text: String) throws(EvaluationFault) -> Location

  /// Makes the store of a new session, with the system variables that never change (SCXML 5.10).
  func open(_ identity: SessionIdentity) -> Store
  /// Declares a variable without a value.
  func declare(_ id: String, in store: inout Store)
  /// Binds `_event` (SCXML 5.10.1).
  func receive(_ event: Event<Value>, in store: inout Store)

  /// Evaluates an expression.
  func evaluate(_ expression: Expression, in store: Store, _ moment: Moment) throws(EvaluationFault) -> Value
  /// Evaluates a condition.
  func holds(_ expression: Expression, in store: Store, _ moment: Moment) throws(EvaluationFault) -> Bool
  /// Reads the value of a location.
  func read(_ location: Location, in store: Store, _ moment: Moment) throws(EvaluationFault) -> Value
  /// Assigns a value to a location that exists and can be written.
  func assign(_ value: Value, to location: Location, in store: inout Store, _ moment: Moment) throws(EvaluationFault)

  /// Returns the items that a loop runs over, or throws where the value is not a collection.
  func items(_ value: Value) throws(EvaluationFault) -> [Value]
  /// Makes a value of a loop's count; `nil` where the model has no values.
  func value(index: Int) -> Value?
  /// Makes a value of a text of the document; `nil` where the model has no values.
  func value(text: String) -> Value?
  /// Makes one value of named ones, in order; `nil` where the model has no values.
  func value(fields: [(name: String, value: Value)]) -> Value?
  /// Returns a value as an attribute's text: an event's name, a target, a delay.
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

/// What an expression may ask of the machine: whether a state is active. Source: SCXML 5.9.1.
public struct Moment: Sendable {
  let chart: Chart
  let active: StateSet

  init(chart: Chart, active: StateSet) {
    self.chart = chart
    self.active = active
  }

  /// Makes a moment of a chart in a configuration, to test a data model alone.
  public init(_ chart: Chart, _ configuration: Configuration) { self.init(chart: chart, active: configuration.active) }

  /// Returns whether a state is active: `In`. A name that no state has is never active.
  public func isActive(_ state: String) -> Bool {
    chart.state(named: state).map { active.contains($0.rawValue) } ?? false
  }
}
