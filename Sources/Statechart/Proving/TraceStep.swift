/// One step of a trace. It prints as `open → opened`.
public struct TraceStep: Sendable, Equatable, CustomStringConvertible {
  /// The name of the external event; `nil` for the start.
  public let event: String?
  /// The transitions that were taken, in order.
  public let taken: [TransitionID]
  /// The states that were exited, in order.
  public let exited: [StateID]
  /// The states that were entered, in order.
  public let entered: [StateID]
  /// The names of the states that were entered, in order; `(unnamed)` for a state without one.
  public let enteredNames: [String]

  /// Makes a step of a trace from a traced step of a chart.
  public init(_ event: String?, _ step: TracedStep, in chart: Chart) {
    self.event = event
    taken = step.taken
    exited = step.exited
    entered = step.entered
    enteredNames = step.entered.map(chart.name(of:))
  }

  /// Makes a step of a trace from a macrostep that did not settle, with each state and transition once.
  public init(_ event: String?, _ runaway: ChartRunaway, in chart: Chart) {
    self.event = event
    taken = runaway.transitions
    exited = []
    entered = runaway.states
    enteredNames = runaway.states.map(chart.name(of:))
  }

  /// The event and the states that were entered: `release → cleared, released`, or `fail → (stays)`.
  public var description: String {
    "\(event ?? "(start)") → \(enteredNames.isEmpty ? "(stays)" : enteredNames.joined(separator: ", "))"
  }
}
