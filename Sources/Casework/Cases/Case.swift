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
  /// Since when each state is entered that a deadline runs in.
  var entered: [StateID: Instant] = [:]
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
  /// The confirmation of the review that stands; nil once anything reviewed has changed.
  public internal(set) var secondReview: Recorded<SecondReview>?
  public internal(set) var validation: Recorded<Validation>?
  /// The notification of the enforcing authority, and what came of it.
  public internal(set) var notification: Recorded<NotificationLetter>?
  public internal(set) var clearance: Recorded<Clearance>?
  /// The ground for refusal that was raised against the document in force.
  public internal(set) var ground: Recorded<RaisedGround>?
  public internal(set) var preserved: Recorded<Preserved>?
  public internal(set) var preservationExtension: Recorded<PreservationExtension>?
  public internal(set) var preservationAnnouncement: Recorded<Commitment>?
  public internal(set) var preservationEnd: Recorded<PreservationEnd>?
  /// Who caused which events, for keeping people apart (I4).
  public internal(set) var causes: [OfficerID: Set<String>] = [:]
  public internal(set) var lastSequence = -1

  /// Why an order waits no longer for the enforcing authority.
  public enum Clearance: Sendable, Hashable {
    case cleared(NotificationLetter)
    case elapsed(Elapsed)
    case exempt(Exemption)
  }

  /// Makes a case before its first act; nil where its chart never settles, which the prover refuses.
  public init?(opening number: CaseNumber, under workflow: Workflow) {
    guard let start = workflow.start else { return nil }
    self.init(number: number, configuration: start)
  }

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
      case .moves(let configuration): next.enter(configuration, at: act.time, under: workflow)
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
      secondReview = nil
      validation = nil
      notification = nil
      clearance = nil
      ground = nil
    case .orderUnreadable(let document):
      unreadable = recorded(document)
    case .clarificationRequested: break
    case .findingRecorded(let finding):
      findings[finding.rule] = recorded(finding)
      secondReview = nil
    case .scopeGranted(let scope):
      granted = recorded(scope)
      collected = nil
      approval = nil
      secondReview = nil
    case .dataCollected(let package):
      collected = recorded(package)
      approval = nil
    case .approvalGiven(let given): approval = recorded(given)
    case .permitRedeemed(let spent): release = recorded(spent)
    case .disclosureDelivered(let done): delivery = recorded(done)
    case .orderWithdrawn, .orderQuashed, .orderLapsed, .caseRefused: break
    case .reviewConfirmed, .orderValidated, .validationElapsed, .notificationSent, .notificationCleared,
      .notificationElapsed, .notificationExempt, .groundRaised, .dataPreserved, .preservationExtended,
      .preservationAnnounced, .preservationEnded:
      evolveInstrument(event, of: act)
    }
  }

  /// Keeps what the events of the instruments besides the court order say.
  private mutating func evolveInstrument(_ event: CaseEvent, of act: Act) {
    func recorded<Value: Sendable>(_ value: Value) -> Recorded<Value> {
      Recorded(value: value, actor: act.actor, time: act.time, sequence: act.sequence)
    }
    switch event {
    case .reviewConfirmed(let review):
      secondReview = recorded(review)
      approval = nil
    case .orderValidated(let given): validation = recorded(given)
    case .validationElapsed: validation = nil
    case .notificationSent(let sent):
      notification = recorded(sent)
      clearance = nil
    case .notificationCleared(let answer): clearance = recorded(.cleared(answer))
    case .notificationElapsed(let window): clearance = recorded(.elapsed(window))
    case .notificationExempt(let exemption): clearance = recorded(.exempt(exemption))
    case .groundRaised(let raised):
      ground = recorded(raised)
      clearance = nil
      approval = nil
    case .dataPreserved(let data): preserved = recorded(data)
    case .preservationExtended(let longer): preservationExtension = recorded(longer)
    case .preservationAnnounced(let document): preservationAnnouncement = recorded(document)
    case .preservationEnded(let end): preservationEnd = recorded(end)
    case .orderReceived, .orderIncomplete, .orderUnreadable, .clarificationRequested, .orderSupplemented,
      .findingRecorded, .scopeGranted, .dataCollected, .approvalGiven, .permitRedeemed, .disclosureDelivered,
      .orderWithdrawn, .orderQuashed, .orderLapsed, .caseRefused:
      break
    }
  }
}
