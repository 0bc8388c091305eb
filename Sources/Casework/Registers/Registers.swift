/// The office's registers after some entry: officers and authorities, built from register events alone.
public struct Registers: Sendable, Hashable {
  /// The register's record of an officer.
  public struct OfficerRecord: Sendable, Hashable {
    /// The officer, as last enrolled.
    public var officer: Officer
    /// False after the officer retired.
    public var isActive: Bool
    /// The place of the entry of the latest change.
    public var sequence: Int
    /// The keys that the officer had before the present one, in order.
    public var formerKeys: [FormerKey] = []

    /// Returns the key that the officer had at a place of the log.
    public func key(at sequence: Int) -> String {
      formerKeys.first { sequence < $0.until }?.key ?? officer.key
    }
  }

  /// A key that was replaced.
  public struct FormerKey: Sendable, Hashable {
    /// The public key as an OpenSSH line.
    public var key: String
    /// The place of the entry that replaced it.
    public var until: Int
  }

  /// The register's record of an authority.
  public struct AuthorityRecord: Sendable, Hashable {
    /// The authority, as last registered.
    public var authority: Authority
    /// True while the authority is suspended.
    public var isSuspended: Bool
    /// The place of the entry of the latest change. Evidence names this entry.
    public var sequence: Int
  }

  /// The profile from the founding entry; nil before the founding.
  public internal(set) var profile: OfficeProfile?
  /// Every officer who was ever enrolled.
  public internal(set) var officers: [OfficerID: OfficerRecord] = [:]
  /// Every authority that was ever registered.
  public internal(set) var authorities: [AuthorityID: AuthorityRecord] = [:]
  /// The head of the log in its old format; nil where it was not upgraded.
  public internal(set) var upgrade: UpgradedLog?
  /// The last restoration from an older copy; nil where there was none.
  public internal(set) var restoration: Restoration?
  /// Every entry that was ever lost with an older copy of the office.
  public internal(set) var losses: [Loss] = []
  /// The findings that were set aside.
  public internal(set) var setAside: Set<SetAside> = []

  /// Makes the registers of an office that has not been founded.
  public init() {}

  /// Returns the active officer who holds a key; nil where none does.
  public func officer(holding key: String) -> Officer? {
    officers.values.first { $0.isActive && $0.officer.key == key }?.officer
  }

  /// Returns the officer who has or had a key; nil where nobody ever had it.
  public func holder(of key: String) -> OfficerID? {
    officers.values.first { $0.officer.key == key || $0.formerKeys.contains { $0.key == key } }?.officer.id
  }

  /// Says whether the time of an entry was set aside.
  ///
  /// - Parameter entry: the leaf of the entry.
  public func hasSetAsideTime(of entry: Digest) -> Bool {
    setAside.contains { $0.entry == entry && $0.finding == SetAside.time }
  }

  /// Returns the active officer with this id; nil where none has it.
  public func active(_ id: OfficerID) -> Officer? {
    officers[id].flatMap { $0.isActive ? $0.officer : nil }
  }

  /// The number of active custodians.
  public var custodians: Int { officers.values.count { $0.isActive && $0.officer.role.has(.keepingRegisters) } }

  /// Says whether the officer with this id is active now and has a duty now.
  public func active(_ id: OfficerID, has duty: Duty) -> Bool { active(id)?.role.has(duty) ?? false }

  /// Returns the authority with this seat, suspended or not; nil where the register has none.
  public func authority(at seat: AuthoritySeat) -> AuthorityRecord? {
    authorities.values.first { $0.authority.seat == seat }
  }

  /// Returns the event if it may be entered.
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
