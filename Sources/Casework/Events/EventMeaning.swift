/// The meaning of an event name for charts, for the prover and for the rule of four eyes.
///
/// A chart can claim less than its events are evidence for, but never more. A state that `assures` an assurance begins
/// it only if the event that enters the state earns it.
public struct EventMeaning: Sendable, Hashable {
  /// The name in charts and entries: tokens separated by dots, `scope.granted`.
  public let name: String
  /// The duty of the event. Only roles with this duty may cause the event.
  public let duty: Duty
  /// The assurances that a state may begin when it is entered by this event.
  public let earns: AssuranceSet
  /// The assurances that end with this event. A chart cannot prevent this.
  public let voids: AssuranceSet
  /// The permission that this event spends. Only this event may lead to a state with this permission.
  public let spends: Permission?

  /// Makes a meaning. By default the event is evidence for nothing.
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

  /// Says whether the event calls the matter off. Such an event may end a case in any state.
  public var callsOff: Bool { duty == .closing }

  /// Says whether the prover must try this event by name: it calls off, or it spends a permission.
  public var isSingular: Bool { callsOff || spends != nil }

  /// Says whether the event can change the result of the prover.
  public var matters: Bool { !earns.isEmpty || !voids.isEmpty || isSingular }
}
