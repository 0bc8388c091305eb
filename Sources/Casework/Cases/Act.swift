/// Who acts, as the register says, not as a caller claims.
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

/// One signed act in a case: who did what, when, at which place of the log.
public struct Act: Sendable, Hashable {
  /// The place of the entry in the log.
  public var sequence: Int
  /// When it was signed.
  public var time: Instant
  /// Who acted.
  public var actor: Actor
  /// What the act says, in order.
  public var events: [CaseEvent]

  /// Makes an act. Only what has been verified against its signature belongs in one.
  public init(sequence: Int, time: Instant, actor: Actor, events: [CaseEvent]) {
    self.sequence = sequence
    self.time = time
    self.actor = actor
    self.events = events
  }
}
