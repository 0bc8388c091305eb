import Statechart

/// A chart with what the domain adds to it: roles, apartness, assurances, and which states disclose or preserve.
///
/// Attributes in `urn:amanat:casework:1`, each a list of words, or one:
///
/// | on | attribute | says |
/// |---|---|---|
/// | transition | `role` | who may cause it: `legal-officer`, `manager`, … Every transition on an event has one. |
/// | transition | `apart-from` | event descriptors: whoever caused such an event in this case may not cause this. |
/// | transition, state | `voids` | assurances that fall when it is taken or entered. |
/// | state | `assures` | assurances that stand once it is entered. |
/// | state | `permits` | `disclosure`: personal data may leave. `preservation`: they are kept from change and erasure. |
/// | state | `deadline` | how long the law gives for what is done in it: `PT8H`, `P10D`, `P3M`. |
/// | the chart | `instrument` | the kind of order that it is for; `Instrument` says in code what must stand under it. |
public struct Workflow: Sendable {
  /// What the attributes say wrongly, and on which line.
  public struct Fault: Error, Sendable, Equatable {
    public var line: Int
    public var reason: String
  }

  public let chart: Chart
  /// SHA-256 of the document that the chart was read from.
  public let digest: Digest
  /// The kind of order that the chart is for.
  public let instrument: Instrument
  /// The line of the chart's own element.
  public let line: Int
  /// The kind of matter that the chart is for: which events can happen in it.
  public let matter: Matter
  let roles: [[Role]]
  let apartFrom: [[String]]
  let transitionVoids: [AssuranceSet]
  let stateVoids: [AssuranceSet]
  let stateAssures: [AssuranceSet]
  let statePermits: [Set<Permission>]
  let stateDeadline: [Deadline?]

  /// Reads the attributes of a chart and refuses words that mean nothing.
  ///
  /// - Parameters:
  ///   - line: the line of the chart's own element, for a fault in it.
  ///   - matter: the kind of matter whose events and instruments the chart may name.
  public init(chart: Chart, digest: Digest, line: Int, of matter: Matter = .orders) throws(Fault) {
    self.matter = matter
    self.chart = chart
    self.digest = digest
    self.line = line
    guard let word = chart.attributes["instrument"] else { throw Fault(line: line, reason: "no instrument is named") }
    guard let instrument = matter.instrument(named: word) else {
      throw Fault(line: line, reason: "instrument does not know '\(word)'")
    }
    self.instrument = instrument
    var roles: [[Role]] = []
    var apartFrom: [[String]] = []
    var transitionVoids: [AssuranceSet] = []
    for transition in chart.transitions {
      let known = try Self.words("role", transition.attributes, transition.line) { Role(rawValue: $0) }
      if known.isEmpty, !transition.descriptors.allSatisfy({ $0.hasPrefix("done.state.") }) {
        throw Fault(line: transition.line, reason: "a transition on an event of the case needs a role")
      }
      roles.append(known)
      apartFrom.append(
        try Self.words("apart-from", transition.attributes, transition.line) { Self.isKnown($0, matter) ? $0 : nil })
      transitionVoids.append(
        AssuranceSet(try Self.words("voids", transition.attributes, transition.line) { Assurance(rawValue: $0) }))
      for descriptor in transition.descriptors where !Self.isKnown(descriptor, matter) {
        throw Fault(line: transition.line, reason: "no event of a case is called '\(descriptor)'")
      }
    }
    self.roles = roles
    self.apartFrom = apartFrom
    self.transitionVoids = transitionVoids
    var voids: [AssuranceSet] = []
    var assures: [AssuranceSet] = []
    var permits: [Set<Permission>] = []
    var deadlines: [Deadline?] = []
    for state in chart.states {
      voids.append(AssuranceSet(try Self.words("voids", state.attributes, state.line) { Assurance(rawValue: $0) }))
      assures.append(AssuranceSet(try Self.words("assures", state.attributes, state.line) { Assurance(rawValue: $0) }))
      let permitted = try Self.words("permits", state.attributes, state.line) { Permission(rawValue: $0) }
      for permission in permitted where instrument.required(for: permission) == nil {
        throw Fault(line: state.line, reason: "under \(instrument.rawValue) no state permits \(permission.rawValue)")
      }
      permits.append(Set(permitted))
      deadlines.append(try Self.deadline(state))
    }
    stateVoids = voids
    stateAssures = assures
    statePermits = permits
    stateDeadline = deadlines
  }

  private static func deadline(_ state: Chart.State) throws(Fault) -> Deadline? {
    guard let text = state.attributes["deadline"] else { return nil }
    guard let deadline = Deadline(text) else {
      throw Fault(line: state.line, reason: "deadline does not know '\(text)': write PT8H, P10D or P3M")
    }
    return deadline
  }

  private static func words<Word>(
    _ name: String, _ attributes: [String: String], _ line: Int, _ read: (String) -> Word?
  ) throws(Fault) -> [Word] {
    var result: [Word] = []
    for text in (attributes[name] ?? "").split(whereSeparator: \.isWhitespace) {
      guard let word = read(String(text)) else { throw Fault(line: line, reason: "\(name) does not know '\(text)'") }
      result.append(word)
    }
    return result
  }

  private static func isKnown(_ descriptor: String, _ matter: Matter) -> Bool {
    descriptor.hasPrefix("done.state.") || matter.events.knows(descriptor)
  }

  /// Where a new case stands before its first event; nil where the chart never settles, which the prover refuses.
  var start: Configuration? { try? chart.start().configuration }

  /// What the chart says to an event by an actor.
  enum Answer {
    case moves(Configuration)
    case notNow
    case notByRole
    case notApart
  }

  /// Asks the chart whether an event may come now, by this actor. It changes nothing.
  ///
  /// - Parameter causes: who caused which events so far.
  func answer(
    to event: String, by actor: Actor, at configuration: Configuration, _ causes: Causes
  ) -> Answer {
    guard let step = try? chart.tracedStep(configuration, event), step.isHandled else { return .notNow }
    for taken in step.taken where !roles[taken.rawValue].isEmpty {
      guard roles[taken.rawValue].contains(actor.role) else { return .notByRole }
      guard !causes.has(actor.id, anyOf: apartFrom[taken.rawValue]) else { return .notApart }
    }
    return .moves(step.configuration)
  }

  /// The names of the states in which a case is, outermost first, without those that only group others.
  public func stateNames(_ configuration: Configuration) -> [String] {
    configuration.states.compactMap { id in
      let state = chart.states[id.rawValue]
      return state.children.isEmpty ? state.name : nil
    }
  }

  /// Says whether a case in this configuration has ended.
  public func isFinished(_ configuration: Configuration) -> Bool {
    configuration.states.contains {
      chart.states[$0.rawValue].parent == nil && chart.states[$0.rawValue].kind == .final
    }
  }

  /// Says whether a configuration permits something: personal data to leave, or to be kept.
  public func permits(_ permission: Permission, in configuration: Configuration) -> Bool {
    configuration.states.contains { statePermits[$0.rawValue].contains(permission) }
  }

  /// The deadlines that run in a configuration, with the names of their states, outermost first.
  public func deadlines(in configuration: Configuration) -> [(state: String, deadline: Deadline)] {
    configuration.states.compactMap { id in
      stateDeadline[id.rawValue].map { (chart.states[id.rawValue].name ?? "", $0) }
    }
  }
}
