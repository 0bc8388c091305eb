/// Gives a chart variables and a language for expressions. Source: SCXML 5 and B.
///
/// A data model is a value without state of its own: what a session knows is its `Store`, a value that every step
/// takes and gives back, so that stepping stays pure. Evaluating changes nothing; only `declare`, `assign` and
/// `receive` do. An `EvaluationFault` raises `error.execution` and ends the block of actions it came from.
public protocol DataModel: Sendable {
  /// Holds what variables hold and what events carry.
  associatedtype Value: Sendable
  /// Holds everything that one session knows.
  associatedtype Store: Sendable
  /// Holds an expression, read once at load.
  associatedtype Expression: Sendable
  /// Holds a place that can be assigned to, read once at load.
  associatedtype Location: Sendable

  /// Names the model as a chart's `datamodel` does.
  var name: String { get }

  /// Reads an expression; a throw refuses the whole chart.
  func expression(_ text: String) throws(EvaluationFault) -> Expression
  /// Reads a location; a throw refuses the whole chart. One that merely cannot be assigned to is refused when it is.
  func location(_ text: String) throws(EvaluationFault) -> Location

  /// Makes the store of a new session, with the system variables that never change (SCXML 5.10).
  func open(_ identity: SessionIdentity) -> Store
  /// Makes a variable exist, without a value.
  func declare(_ id: String, in store: inout Store)
  /// Binds `_event` (SCXML 5.10.1).
  func receive(_ event: Event<Value>, in store: inout Store)

  /// Evaluates an expression.
  func evaluate(_ expression: Expression, in store: Store, _ moment: Moment) throws(EvaluationFault) -> Value
  /// Evaluates a condition.
  func holds(_ expression: Expression, in store: Store, _ moment: Moment) throws(EvaluationFault) -> Bool
  /// Reads what a location holds.
  func read(_ location: Location, in store: Store, _ moment: Moment) throws(EvaluationFault) -> Value
  /// Puts a value into a location that exists and may be written.
  func assign(_ value: Value, to location: Location, in store: inout Store, _ moment: Moment) throws(EvaluationFault)

  /// Lists the items that a loop runs over; throws where the value is no collection.
  func items(_ value: Value) throws(EvaluationFault) -> [Value]
  /// Makes a value of a loop's count; `nil` where the model has no values.
  func value(index: Int) -> Value?
  /// Makes a value of a text that stands in the document; `nil` where the model has no values.
  func value(text: String) -> Value?
  /// Makes one value of named ones, in order; `nil` where the model has no values.
  func value(fields: [(name: String, value: Value)]) -> Value?
  /// Gives a value as an attribute's text: an event's name, a target, a delay.
  func text(_ value: Value) throws(EvaluationFault) -> String
}

/// Says that an expression or a location cannot be read, evaluated or written.
public struct EvaluationFault: Error, Sendable, Equatable {
  /// Tells why, for whoever wrote the chart.
  public let reason: String

  /// States a fault.
  public init(_ reason: String) { self.reason = reason }
}

/// Tells a session who it is. Source: SCXML 5.10.
public struct SessionIdentity: Sendable, Equatable {
  /// Identifies the session among all; it comes from the caller, as randomness does (`_sessionid`).
  public let session: String
  /// Names the chart (`_name`).
  public let name: String
  /// Gives the address at which the session takes events (`_ioprocessors`).
  public var location: String { "#_scxml_\(session)" }

  /// Identifies a session.
  public init(session: String, name: String) {
    self.session = session
    self.name = name
  }
}

/// Answers what an expression may ask of the machine. Source: SCXML 5.9.1.
public struct Moment: Sendable {
  let chart: Chart
  let active: StateSet

  init(chart: Chart, active: StateSet) {
    self.chart = chart
    self.active = active
  }

  /// Makes a moment of a chart in a configuration, to try a data model alone.
  public init(_ chart: Chart, _ configuration: Configuration) { self.init(chart: chart, active: configuration.active) }

  /// Tells whether a state is active: `In`. A name that no state bears is never active.
  public func isActive(_ state: String) -> Bool {
    chart.state(named: state).map { active.contains($0.rawValue) } ?? false
  }
}
