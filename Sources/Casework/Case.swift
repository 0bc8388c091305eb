import Statechart

/// A case as its acts have made it. Nothing here is stored: it is rebuilt from the signed log whenever it matters.
public struct Case: Sendable {
  /// A value with the act that brought it.
  public struct Recorded<Value: Sendable>: Sendable {
    public var value: Value
    public var actor: Actor
    public var time: Instant
    public var sequence: Int
  }

  public let number: CaseNumber
  public internal(set) var configuration: Configuration
  /// The document in force: an order, complete or not; nil while there was none that could be read.
  public internal(set) var order: Recorded<OrderReceipt>?
  public internal(set) var unreadable: Recorded<UnreadableDocument>?
  /// The latest finding for each rule.
  public internal(set) var findings: [Rule: Recorded<Finding>] = [:]
  public internal(set) var granted: Recorded<GrantedScope>?
  public internal(set) var collected: Recorded<Collected>?
  public internal(set) var approval: Recorded<Approval>?
  public internal(set) var release: Recorded<Release>?
  public internal(set) var delivery: Recorded<Release>?
  /// Who caused which events, for keeping people apart (I4).
  public internal(set) var causes: [OfficerID: Set<String>] = [:]
  public internal(set) var lastSequence = -1

  init(number: CaseNumber, configuration: Configuration) {
    self.number = number
    self.configuration = configuration
  }

  /// Says whether an officer caused an event that one of the descriptors matches.
  public func hasCaused(_ officer: OfficerID, anyOf descriptors: [String]) -> Bool {
    (causes[officer] ?? []).contains { name in descriptors.contains { Chart.descriptor($0, matches: name) } }
  }
}

/// Why acts do not make a case: the log says what cannot have happened.
public enum ReplayFault: Error, Sendable, Equatable {
  /// The chart had no transition for the event.
  case notUnderChart(sequence: Int, event: String)
  /// The chart's role or apart-from forbids the actor.
  case notByActor(sequence: Int, event: String)
  /// An act without events, or the first act does not open a case, or a later one opens it again.
  case malformed(sequence: Int)
}

extension Case {
  /// Rebuilds a case from all its acts, in order, under its workflow.
  public static func replay(_ number: CaseNumber, _ acts: [Act], under workflow: Workflow) throws(ReplayFault) -> Case {
    guard let first = acts.first else { throw .malformed(sequence: -1) }
    guard let start = workflow.start else { throw .malformed(sequence: first.sequence) }
    var result = Case(number: number, configuration: start)
    for act in acts { result = try result.evolving(act, under: workflow) }
    return result
  }

  /// Applies an act, event by event.
  public func evolving(_ act: Act, under workflow: Workflow) throws(ReplayFault) -> Case {
    guard !act.events.isEmpty else { throw .malformed(sequence: act.sequence) }
    var next = self
    for event in act.events {
      switch workflow.permits(event, by: act.actor, in: next) {
      case .moves(let configuration): next.configuration = configuration
      case .notNow: throw .notUnderChart(sequence: act.sequence, event: event.name)
      case .notByRole, .notApart: throw .notByActor(sequence: act.sequence, event: event.name)
      }
      next.evolve(event, of: act)
    }
    next.lastSequence = act.sequence
    return next
  }

  /// Keeps what an event says. A change to what an approval rests on drops what rested on it (I5).
  private mutating func evolve(_ event: CaseEvent, of act: Act) {
    func recorded<Value: Sendable>(_ value: Value) -> Recorded<Value> {
      Recorded(value: value, actor: act.actor, time: act.time, sequence: act.sequence)
    }
    causes[act.actor.id, default: []].insert(event.name)
    switch event {
    case .orderReceived(let receipt), .orderIncomplete(let receipt), .orderSupplemented(let receipt):
      order = recorded(receipt)
      unreadable = nil
      findings = [:]
      granted = nil
      collected = nil
      approval = nil
    case .orderUnreadable(let document):
      unreadable = recorded(document)
    case .clarificationRequested: break
    case .findingRecorded(let finding): findings[finding.rule] = recorded(finding)
    case .scopeGranted(let scope):
      granted = recorded(scope)
      collected = nil
      approval = nil
    case .dataCollected(let package):
      collected = recorded(package)
      approval = nil
    case .approvalGiven(let given): approval = recorded(given)
    case .permitRedeemed(let spent): release = recorded(spent)
    case .disclosureDelivered(let done): delivery = recorded(done)
    case .orderWithdrawn, .orderQuashed, .orderLapsed, .caseRefused: break
    }
  }
}
