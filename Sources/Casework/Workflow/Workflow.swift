import Statechart

/// A chart with the additions of the domain: the roles that may cause a transition, and the assurances, the permissions
/// and the deadline of a state.
///
/// The additions are attributes of the namespace `urn:amanat:casework:1`. Each is one word or a list of words:
///
/// | on | attribute | meaning |
/// |---|---|---|
/// | the chart | `instrument` | The kind of order that the chart is for. `Instrument` defines what that kind requires. |
/// | transition | `role` | The roles that may cause it: `legal-officer`, … Required on every event of a case. |
/// | transition | `apart-from` | Event descriptors: a person who caused such an event in this case may not cause this one. |
/// | transition, state | `voids` | Assurances that end when it is taken or entered. |
/// | state | `assures` | Assurances that begin when it is entered by an event that is evidence for them. |
/// | state | `permits` | `disclosure`: personal data may leave. `preservation`: data are kept from change and erasure. |
/// | state | `deadline` | The time that the law gives for the work in this state: `PT8H`, `P10D`, `P3M`. |
///
/// For example: `<transition event="approval.given" target="cleared" case:role="manager" case:apart-from="order data"/>`.
public struct Workflow: Sendable {
  /// A wrong attribute of a chart, and its line.
  public struct Fault: Error, Sendable, Equatable {
    /// The line of the element that has the attribute.
    public var line: Int
    /// The fault in words, with the name of the attribute.
    public var reason: String

    /// Makes a fault.
    public init(line: Int, reason: String) {
      self.line = line
      self.reason = reason
    }
  }

  /// The compiled chart.
  public let chart: Chart
  /// The SHA-256 of the document that the chart was read from.
  public let digest: Digest
  /// The kind of order that the chart is for.
  public let instrument: Instrument
  /// The line of the chart's own element.
  public let line: Int
  /// The kind of matter that the chart is for. The chart may use the words of its events and instruments.
  public let matter: Matter
  /// The attributes of the transitions, by `TransitionID.rawValue`.
  let transitions: [TransitionRules]
  /// The attributes of the states, by `StateID.rawValue`.
  let states: [StateRules]
  /// The states that have a permission.
  private let permitting: [(state: StateID, permits: Set<Permission>)]

  /// The attributes of a transition.
  struct TransitionRules: Sendable {
    /// The roles that may cause the transition; empty where it needs no officer.
    var roles: [Role] = []
    var apartFrom: [String] = []
    var voids: AssuranceSet = []
  }

  /// The attributes of a state.
  struct StateRules: Sendable {
    var voids: AssuranceSet = []
    var assures: AssuranceSet = []
    var permits: Set<Permission> = []
    var deadline: Deadline?
  }

  /// Reads the attributes of a chart.
  ///
  /// - Parameters:
  ///   - chart: the compiled chart.
  ///   - digest: the SHA-256 of its document.
  ///   - line: the line of the chart's own element, for a fault in its attributes.
  ///   - matter: the kind of matter whose events and instruments the chart may name.
  /// - Throws: a `Fault` for a missing attribute and for an unknown word.
  public init(chart: Chart, digest: Digest, line: Int = 0, of matter: Matter = .orders) throws(Fault) {
    self.chart = chart
    self.digest = digest
    self.line = line
    self.matter = matter
    instrument = try Self.instrument(of: chart, line, matter)
    var reader = WorkflowAttributes(matter.events)
    var transitions: [TransitionRules] = []
    for transition in chart.transitions { transitions.append(try reader.rules(of: transition)) }
    var states: [StateRules] = []
    for state in chart.states { states.append(try reader.rules(of: state, under: instrument)) }
    self.transitions = transitions
    self.states = states
    permitting = Self.permitting(chart, states)
  }

  /// Makes the workflow of a slice of the chart. Its attributes were already read with the whole chart.
  init(slice: Slice, of whole: Workflow) {
    chart = slice.chart
    (digest, line, matter, instrument) = (whole.digest, whole.line, whole.matter, whole.instrument)
    transitions = slice.transitions.map { whole.transitions[$0.rawValue] }
    states = slice.states.map { whole.states[$0.rawValue] }
    permitting = Self.permitting(chart, states)
  }

  private static func permitting(
    _ chart: Chart, _ rules: [StateRules]
  ) -> [(state: StateID, permits: Set<Permission>)] {
    zip(chart.states, rules).filter { !$0.1.permits.isEmpty }.map { ($0.0.id, $0.1.permits) }
  }

  private static func instrument(of chart: Chart, _ line: Int, _ matter: Matter) throws(Fault) -> Instrument {
    guard let word = chart.attributes["instrument"] else {
      throw Fault(line: line, reason: "the attribute 'instrument' is missing")
    }
    guard let instrument = matter.instrument(named: word) else {
      throw Fault(line: line, reason: "the attribute 'instrument' has the unknown value '\(word)'")
    }
    return instrument
  }
}

// MARK: - Questions about a configuration

extension Workflow {
  /// Returns the names of the active states that have no states inside, in document order.
  public func stateNames(_ configuration: Configuration) -> [String] {
    configuration.states.compactMap { chart[$0].children.isEmpty ? chart[$0].name : nil }
  }

  /// Says whether a case in this configuration has ended.
  public func isFinished(_ configuration: Configuration) -> Bool {
    configuration.states.contains { chart[$0].parent == nil && chart[$0].kind == .final }
  }

  /// Says whether a configuration has a permission: personal data may leave, or data are preserved.
  public func permits(_ permission: Permission, in configuration: Configuration) -> Bool {
    permitting.contains { configuration.contains($0.state) && $0.permits.contains(permission) }
  }

  /// Returns the deadlines that run in a configuration, with the names of their states, in document order.
  public func deadlines(in configuration: Configuration) -> [(state: String, deadline: Deadline)] {
    configuration.states.compactMap { id in
      states[id.rawValue].deadline.map { (chart[id].name ?? "", $0) }
    }
  }

  /// The configuration of a new case before its first event; `nil` where the chart never settles. The prover refuses
  /// such a chart.
  var start: Configuration? { try? chart.start().configuration }

  /// The result of an event by an actor: the next configuration, or why the event may not come now.
  enum Answer {
    case moves(Configuration)
    case notNow
    case notByRole
    case notApart
  }

  /// Returns the result of an event by an actor. The case does not change.
  ///
  /// - Parameter causes: which officers caused which events so far.
  func answer(
    to event: String, by actor: Actor, at configuration: Configuration, _ causes: Causes
  ) -> Answer {
    guard let step = try? chart.tracedStep(configuration, event), step.isHandled else { return .notNow }
    // Holds whatever the chart says (I3): a chart may allow fewer roles, never more.
    if let meaning = matter.events[event], !actor.role.has(meaning.duty) { return .notByRole }
    for taken in step.taken {
      let rules = transitions[taken.rawValue]
      if rules.roles.isEmpty { continue }
      guard rules.roles.contains(actor.role) else { return .notByRole }
      guard !causes.has(actor.id, anyOf: rules.apartFrom) else { return .notApart }
    }
    return .moves(step.configuration)
  }
}
