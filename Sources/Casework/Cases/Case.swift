import Statechart

/// A case as its acts have made it. Nothing here is stored: it is rebuilt from the signed log whenever it matters.
///
/// A case knows nothing of its chart but the configuration that the chart is in. `replay` and `decide` bring the two
/// together.
public struct Case: Sendable {
  /// A value with the act that brought it.
  public struct Recorded<Value: Sendable>: Sendable {
    /// What the act brought.
    public var value: Value
    /// Who acted.
    public var actor: Actor
    /// When.
    public var time: Instant
    /// The act's place in the log.
    public var sequence: Int

    /// Makes another value of the same act.
    func map<Other: Sendable>(_ make: (Value) -> Other) -> Recorded<Other> {
      Recorded<Other>(value: make(value), actor: actor, time: time, sequence: sequence)
    }
  }

  /// Who acts, when, and in which entry: an act without its events.
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
  /// The instrument of the chart that the case goes under.
  public let instrument: Instrument
  /// The rules of the instrument whose findings the chart records. The others are judged without a record.
  public let recordedRules: Set<Rule>
  /// The states of the chart in which a deadline runs.
  let timedStates: Set<StateID>
  /// The state of the chart.
  public internal(set) var configuration: Configuration
  /// Since when each active state is entered in which a deadline runs.
  private(set) var entered: [StateID: Instant] = [:]
  /// The document in force: an order, complete or not; nil while there was none that could be read.
  public internal(set) var order: Recorded<OrderReceipt>?
  /// A document that could not be read; nil once one could.
  public internal(set) var unreadable: Recorded<UnreadableDocument>?
  /// The latest finding for each rule.
  public internal(set) var findings: [Rule: Recorded<Finding>] = [:]
  /// The granted scope.
  public internal(set) var granted: Recorded<GrantedScope>?
  /// What was collected.
  public internal(set) var collected: Recorded<Collected>?
  /// The approval of exactly that.
  public internal(set) var approval: Recorded<Approval>?
  /// The spending of the permit.
  public internal(set) var release: Recorded<Release>?
  /// The delivery of the envelope.
  public internal(set) var delivery: Recorded<Release>?
  /// The confirmation of the review that is valid; nil once anything reviewed has changed.
  public internal(set) var secondReview: Recorded<SecondReview>?
  /// Who is responsible for the order, as far as that is known.
  public internal(set) var validation: Recorded<Validation>?
  /// The notification of the enforcing authority.
  public internal(set) var notification: Recorded<NotificationLetter>?
  /// Why the order need not wait for that authority any longer.
  public internal(set) var clearance: Recorded<Clearance>?
  /// The ground for refusal that was raised against the document in force.
  public internal(set) var ground: Recorded<RaisedGround>?
  /// Who caused which events (I4).
  public internal(set) var causes = Causes()
  /// The last act's place in the log; -1 before the first.
  public internal(set) var lastSequence = -1

  /// What events left that have no property here, by their kind.
  private var records: [ObjectIdentifier: any Sendable] = [:]

  /// Why an order need not wait for the enforcing authority any longer.
  public enum Clearance: Sendable, Hashable {
    /// The authority answered that it raises no ground.
    case cleared(NotificationLetter)
    /// Its time is over.
    case elapsed(Elapsed)
    /// It need not be notified.
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

  /// The latest event of a kind, for kinds that keep theirs here. An event's file reads and writes it, so that a new kind
  /// of event needs no property in this type.
  subscript<Kind: CaseEventKind>(kind: Kind.Type) -> Recorded<Kind.Detail>? {
    get { records[ObjectIdentifier(kind)] as? Recorded<Kind.Detail> }
    set { records[ObjectIdentifier(kind)] = newValue }
  }

  /// Moves the case in its chart, and keeps since when it is in each state in which a deadline runs.
  ///
  /// A state that one step leaves and enters again keeps its time: the deadline of a state that begins anew because of
  /// a second document does not.
  mutating func enter(_ next: Configuration, at time: Instant) {
    configuration = next
    guard !timedStates.isEmpty else { return }
    var kept: [StateID: Instant] = [:]
    for id in next.states where timedStates.contains(id) { kept[id] = entered[id] ?? time }
    entered = kept
  }

  /// Keeps what an event says. Whether it may come is asked elsewhere.
  mutating func evolve(_ event: CaseEvent, on occasion: Occasion) {
    let body = event.body
    causes.add(body.name, by: occasion.actor.id)
    body.change(&self, by: occasion)
  }
}
