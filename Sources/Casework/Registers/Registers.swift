/// The office's registers as they are after some entry: officers and authorities, built from register events alone.
public struct Registers: Sendable, Hashable {
  /// What the register holds about an officer.
  public struct OfficerRecord: Sendable, Hashable {
    /// The officer, as enrolled last.
    public var officer: Officer
    /// False once retired.
    public var isActive: Bool
    /// The entry of the latest change.
    public var sequence: Int
  }

  /// What the register holds about an authority.
  public struct AuthorityRecord: Sendable, Hashable {
    /// The authority, as registered last.
    public var authority: Authority
    /// True while suspended.
    public var isSuspended: Bool
    /// The entry of the latest change: evidence names it.
    public var sequence: Int
  }

  /// What the office was founded as; nil before its founding.
  public internal(set) var profile: OfficeProfile?
  /// Everyone who was ever enrolled.
  public internal(set) var officers: [OfficerID: OfficerRecord] = [:]
  /// Every authority that was ever registered.
  public internal(set) var authorities: [AuthorityID: AuthorityRecord] = [:]

  /// Makes the registers of an office that has not been founded.
  public init() {}

  /// Returns the active officer who holds a key.
  public func officer(holding key: String) -> Officer? {
    officers.values.first { $0.isActive && $0.officer.key == key }?.officer
  }

  /// Returns the active officer of that id.
  public func active(_ id: OfficerID) -> Officer? {
    officers[id].flatMap { $0.isActive ? $0.officer : nil }
  }

  /// Tells whether an officer of that id is active now and has a duty now.
  public func active(_ id: OfficerID, has duty: Duty) -> Bool { active(id)?.role.has(duty) ?? false }

  /// Returns the authority with that seat, suspended or not.
  public func authority(at seat: AuthoritySeat) -> AuthorityRecord? {
    authorities.values.first { $0.authority.seat == seat }
  }

  /// Decides whether an event may be entered.
  ///
  /// - Throws: a `Refusal` with every rule against it.
  public func decide(_ event: RegisterEvent) throws(Refusal) -> RegisterEvent {
    let rules = event.body.rules(in: self)
    guard rules.isEmpty else { throw Refusal(rules.map { .register($0) }) }
    return event
  }

  /// Applies an event that was entered at `sequence`.
  public mutating func evolve(_ event: RegisterEvent, at sequence: Int) { event.body.change(&self, at: sequence) }
}
