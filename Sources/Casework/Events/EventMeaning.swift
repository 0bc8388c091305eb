/// What an event with a given name means to charts, to the prover and to the rule of four eyes.
///
/// A chart may claim less than its events are evidence for, never more: a state that `assures` something does so only
/// when it is entered by an event that earns it.
public struct EventMeaning: Sendable, Hashable {
  /// The name in charts and entries: tokens with dots between them, `scope.granted`.
  public let name: String
  /// The duty that the event belongs to. The roles with that duty may cause it.
  public let duty: Duty
  /// The assurances that a state may begin when it is entered by this event.
  public let earns: AssuranceSet
  /// The assurances that end with this event, whatever the chart says.
  public let voids: AssuranceSet
  /// The permission that this event spends; it alone may lead to a state that permits it.
  public let spends: Permission?

  /// Makes a meaning. An event is evidence for nothing unless it says so.
  public init(
    _ name: String, duty: Duty, earns: AssuranceSet = [], voids: AssuranceSet = [], spends: Permission? = nil
  ) {
    self.name = name
    self.duty = duty
    self.earns = earns
    self.voids = voids
    self.spends = spends
  }

  /// The roles that may cause the event. A chart may allow fewer of them.
  public var roles: [Role] { duty.roles }

  /// Tells whether the event calls the matter off: it may end it wherever it is.
  public var callsOff: Bool { duty == .closing }

  /// Tells whether some question of the prover is about this event alone.
  public var isSingular: Bool { callsOff || spends != nil }

  /// Tells whether the event matters to any question of the prover.
  public var matters: Bool { !earns.isEmpty || !voids.isEmpty || isSingular }
}
