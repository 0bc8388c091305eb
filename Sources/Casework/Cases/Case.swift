import Statechart

/// A case, rebuilt from its acts. A case is never stored: it is rebuilt from the signed log each time.
///
/// A case contains the configuration of its chart, but not the chart itself. `replay` and `decide` take the chart.
public struct Case: Sendable {
  /// A value with the act that recorded it.
  public struct Recorded<Value: Sendable>: Sendable {
    /// The recorded value.
    public var value: Value
    /// The officer who acted.
    public var actor: Actor
    /// The time of the act.
    public var time: Instant
    /// The act's place in the log.
    public var sequence: Int

    /// Returns a value made from this one, recorded by the same act.
    func map<Other: Sendable>(_ make: (Value) -> Other) -> Recorded<Other> {
      Recorded<Other>(value: make(value), actor: actor, time: time, sequence: sequence)
    }
  }

  /// The actor, the time and the entry of an act, without its events.
  struct Occasion: Sendable {
    var actor: Actor
    var time: Instant
    var sequence: Int

    func recorded<Value: Sendable>(_ value: Value) -> Recorded<Value> {
      Recorded(value: value, actor: actor, time: time, sequence: sequence)
    }
  }

  /// The case's number.
  public let number: CaseNumber
  /// The instrument of the chart of the case.
  public let instrument: Instrument
  /// The rules of the instrument whose findings the chart records. The other rules are checked without a record.
  public let recordedRules: Set<Rule>
  /// The states of the chart in which a deadline runs.
  let timedStates: Set<StateID>
  /// The configuration of the chart.
  public internal(set) var configuration: Configuration
  /// For each active state with a deadline, the time at which the case entered it.
  private(set) var entered: [StateID: Instant] = [:]
  /// The order in force, complete or not; nil while no document could be read.
  public internal(set) var order: Recorded<OrderReceipt>?
  /// The last document that could not be read; nil after a later document could be read.
  public internal(set) var unreadable: Recorded<UnreadableDocument>?
  /// The latest finding for each rule.
  public internal(set) var findings: [Rule: Recorded<Finding>] = [:]
  /// The granted scope.
  public internal(set) var granted: Recorded<GrantedScope>?
  /// The record of the collection.
  public internal(set) var collected: Recorded<Collected>?
  /// The approval of the collected package.
  public internal(set) var approval: Recorded<Approval>?
  /// The release, recorded when the permit was spent.
  public internal(set) var release: Recorded<Release>?
  /// The delivery of the envelope.
  public internal(set) var delivery: Recorded<Release>?
  /// The confirmation of the review; nil after a later finding or grant, or a new document.
  public internal(set) var secondReview: Recorded<SecondReview>?
  /// The validation of the order by a judge, a court or a prosecutor; nil while not known.
  public internal(set) var validation: Recorded<Validation>?
  /// The notification of the enforcing authority.
  public internal(set) var notification: Recorded<NotificationLetter>?
  /// The reason why the order no longer waits for the enforcing authority.
  public internal(set) var clearance: Recorded<Clearance>?
  /// The ground for refusal that was raised against the order in force.
  public internal(set) var ground: Recorded<RaisedGround>?
  /// Which officers caused which events (I4).
  public internal(set) var causes = Causes()
  /// The last act's place in the log; -1 before the first.
  public internal(set) var lastSequence = -1

  /// The latest event of each kind that has no property of its own in this type, by kind.
  private var records: [ObjectIdentifier: any Sendable] = [:]

  /// Why an order no longer waits for the enforcing authority.
  public enum Clearance: Sendable, Hashable {
    /// The authority answered that it raises no ground for refusal.
    case cleared(NotificationLetter)
    /// The authority's time to raise one is over.
    case elapsed(Elapsed)
    /// The authority need not be notified.
    case exempt(Exemption)
  }

  init(
    number: CaseNumber, instrument: Instrument, recordedRules: Set<Rule>, timedStates: Set<StateID>,
    configuration: Configuration
  ) {
    self.number = number
    self.timedStates = timedStates
    self.instrument = instrument
    self.recordedRules = recordedRules
    self.configuration = configuration
  }

  /// The latest event of a kind that has no property of its own. The file of the kind reads and writes it here, so that
  /// a new kind of event needs no new property in this type.
  subscript<Kind: CaseEventKind>(kind: Kind.Type) -> Recorded<Kind.Detail>? {
    get { records[ObjectIdentifier(kind)] as? Recorded<Kind.Detail> }
    set { records[ObjectIdentifier(kind)] = newValue }
  }

  /// Moves the case to a configuration of its chart, and records when it entered each state that has a deadline.
  ///
  /// A state that one step leaves and enters again keeps its first time. So a second document, which enters the review
  /// again, does not restart the deadline of the review.
  mutating func enter(_ next: Configuration, at time: Instant) {
    configuration = next
    guard !timedStates.isEmpty else { return }
    var kept: [StateID: Instant] = [:]
    for id in next.states where timedStates.contains(id) { kept[id] = entered[id] ?? time }
    entered = kept
  }

  /// Applies an event to the case. The caller has already checked that the chart allows the event.
  mutating func evolve(_ event: CaseEvent, on occasion: Occasion) {
    let body = event.body
    causes.add(body.name, by: occasion.actor.id)
    body.change(&self, by: occasion)
  }
}
