/// The officer who acts, with the role that the register gives. A role that a caller claims is not used.
public struct Actor: Sendable, Hashable, Codable {
  /// The officer.
  public var id: OfficerID
  /// The role in which they act.
  public var role: Role

  /// Makes an actor.
  public init(id: OfficerID, role: Role) {
    self.id = id
    self.role = role
  }
}

/// One signed act in a case: the actor, the time, the events, and the place in the log.
public struct Act: Sendable, Hashable {
  /// The place of the entry in the log.
  public var sequence: Int
  /// The time that the entry names.
  public var time: Instant
  /// The officer who acted, with the role.
  public var actor: Actor
  /// The events of the act, in order.
  public var events: [CaseEvent]

  /// Makes an act. Make one only from an entry whose signature was verified.
  public init(sequence: Int, time: Instant, actor: Actor, events: [CaseEvent]) {
    self.sequence = sequence
    self.time = time
    self.actor = actor
    self.events = events
  }
}
