import Statechart

/// A chart with what the domain adds to it: roles, apartness, assurances, and which states disclose.
///
/// Attributes in `urn:amanat:casework:1`, each a list of words:
///
/// | on | attribute | says |
/// |---|---|---|
/// | transition | `role` | who may cause it: `legal-officer`, `manager`, … Every transition on an event has one. |
/// | transition | `apart-from` | event descriptors: whoever caused such an event in this case may not cause this. |
/// | transition, state | `voids` | assurances that fall when it is taken or entered. |
/// | state | `assures` | assurances that stand once it is entered. |
/// | state | `permits` | `disclosure`: personal data may be outside from here on. |
public struct Workflow: Sendable {
  /// What the attributes say wrongly, and on which line.
  public struct Fault: Error, Sendable, Equatable {
    public var line: Int
    public var reason: String
  }

  public let chart: Chart
  /// SHA-256 of the document that the chart was read from.
  public let digest: Digest
  let roles: [[Role]]
  let apartFrom: [[String]]
  let transitionVoids: [Set<Assurance>]
  let stateVoids: [Set<Assurance>]
  let stateAssures: [Set<Assurance>]
  let permitsDisclosure: [Bool]

  /// Reads the attributes of a chart and refuses words that mean nothing.
  public init(chart: Chart, digest: Digest) throws(Fault) {
    self.chart = chart
    self.digest = digest
    var roles: [[Role]] = []
    var apartFrom: [[String]] = []
    var transitionVoids: [Set<Assurance>] = []
    for transition in chart.transitions {
      let known = try Self.words("role", transition.attributes, transition.line) { Role(rawValue: $0) }
      if known.isEmpty, !transition.descriptors.allSatisfy({ $0.hasPrefix("done.state.") }) {
        throw Fault(line: transition.line, reason: "a transition on an event of the case needs a role")
      }
      roles.append(known)
      apartFrom.append(
        try Self.words("apart-from", transition.attributes, transition.line) { Self.isKnown($0) ? $0 : nil })
      transitionVoids.append(
        Set(try Self.words("voids", transition.attributes, transition.line) { Assurance(rawValue: $0) }))
      for descriptor in transition.descriptors where !Self.isKnown(descriptor) {
        throw Fault(line: transition.line, reason: "no event of a case is called '\(descriptor)'")
      }
    }
    self.roles = roles
    self.apartFrom = apartFrom
    self.transitionVoids = transitionVoids
    var voids: [Set<Assurance>] = []
    var assures: [Set<Assurance>] = []
    var permits: [Bool] = []
    for state in chart.states {
      voids.append(Set(try Self.words("voids", state.attributes, state.line) { Assurance(rawValue: $0) }))
      assures.append(Set(try Self.words("assures", state.attributes, state.line) { Assurance(rawValue: $0) }))
      let word = try Self.words("permits", state.attributes, state.line) { $0 == "disclosure" ? $0 : nil }
      permits.append(!word.isEmpty)
    }
    stateVoids = voids
    stateAssures = assures
    permitsDisclosure = permits
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

  private static func isKnown(_ descriptor: String) -> Bool {
    descriptor.hasPrefix("done.state.") || CaseEvent.allNames.contains { Chart.descriptor(descriptor, matches: $0) }
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
  func permits(_ event: CaseEvent, by actor: Actor, in subject: Case) -> Answer {
    guard let step = try? chart.tracedStep(subject.configuration, event.name), step.isHandled else { return .notNow }
    for taken in step.taken where !roles[taken.rawValue].isEmpty {
      guard roles[taken.rawValue].contains(actor.role) else { return .notByRole }
      guard !subject.hasCaused(actor.id, anyOf: apartFrom[taken.rawValue]) else { return .notApart }
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

  /// Says whether personal data may be outside in this configuration.
  public func isDisclosing(_ configuration: Configuration) -> Bool {
    configuration.states.contains { permitsDisclosure[$0.rawValue] }
  }
}

/// What must stand before anything is disclosed: each rule of I2, a granted scope, a collected package, an approval.
public enum Assurance: String, Sendable, Hashable, CaseIterable {
  case authority, competence, addressee, force, particularity, uniqueness, authenticity, destination
  case scope, collection, approval
}
