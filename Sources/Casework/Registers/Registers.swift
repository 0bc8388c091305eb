/// The office's registers as they stand after some entry: officers and authorities, built from register events alone.
public struct Registers: Sendable, Hashable {
  /// An officer's place in the register.
  public struct OfficerRecord: Sendable, Hashable {
    public var officer: Officer
    public var isActive: Bool
    /// The entry of the latest change.
    public var sequence: Int
  }

  /// An authority's place in the register.
  public struct AuthorityRecord: Sendable, Hashable {
    public var authority: Authority
    public var isSuspended: Bool
    /// The entry of the latest change: evidence names it.
    public var sequence: Int
  }

  public private(set) var profile: OfficeProfile?
  public private(set) var officers: [OfficerID: OfficerRecord] = [:]
  public private(set) var authorities: [AuthorityID: AuthorityRecord] = [:]

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

  /// Returns the authority that sits there, suspended or not.
  public func authority(at seat: AuthoritySeat) -> AuthorityRecord? {
    authorities.values.first { $0.authority.seat == seat }
  }

  /// Decides whether an event may be entered; throws every rule against it.
  public func decide(_ event: RegisterEvent) throws(Refusal) -> RegisterEvent {
    var reasons: [Reason] = []
    switch event {
    case .officeFounded:
      if profile != nil { reasons.append(.register(.alreadyFounded)) }
    case .officerEnrolled(let officer):
      let holder = officers.values.first { $0.officer.key == officer.key }
      // One key is one person for ever: who comes back with a known key keeps the id, so the history of acts follows.
      if let holder, holder.officer.id != officer.id { reasons.append(.register(.keyInUse)) }
      if let known = officers[officer.id], known.isActive { reasons.append(.register(.stillActive)) }
    case .officerRetired(let id):
      if active(id) == nil { reasons.append(.register(.noSuchOfficer)) }
      let custodians = officers.values.filter { $0.isActive && $0.officer.role == .custodian }
      if custodians.count <= 2, custodians.contains(where: { $0.officer.id == id }) {
        reasons.append(.register(.lastCustodians))
      }
    case .authorityRegistered(let authority):
      if let known = self.authority(at: authority.seat), known.authority.id != authority.id {
        reasons.append(.register(.seatTaken))
      }
      // Another seat is another authority: what was confirmed for the one must not pass for the other.
      if let known = authorities[authority.id], known.authority.seat != authority.seat {
        reasons.append(.register(.seatChanged))
      }
    case .authoritySuspended(let id):
      guard let known = authorities[id] else {
        reasons.append(.register(.noSuchAuthority))
        break
      }
      if known.isSuspended { reasons.append(.register(.alreadySuspended)) }
    case .authorityRestored(let id):
      guard let known = authorities[id] else {
        reasons.append(.register(.noSuchAuthority))
        break
      }
      if !known.isSuspended { reasons.append(.register(.notSuspended)) }
    }
    guard reasons.isEmpty else { throw Refusal(reasons) }
    return event
  }

  /// Applies an event that was entered at `sequence`.
  public mutating func evolve(_ event: RegisterEvent, at sequence: Int) {
    switch event {
    case .officeFounded(let profile): self.profile = profile
    case .officerEnrolled(let officer):
      officers[officer.id] = OfficerRecord(officer: officer, isActive: true, sequence: sequence)
    case .officerRetired(let id):
      officers[id]?.isActive = false
      officers[id]?.sequence = sequence
    case .authorityRegistered(let authority):
      // Registering again (a new number, a new certificate) does not lift a suspension.
      let suspended = authorities[authority.id]?.isSuspended ?? false
      authorities[authority.id] = AuthorityRecord(authority: authority, isSuspended: suspended, sequence: sequence)
    case .authoritySuspended(let id):
      authorities[id]?.isSuspended = true
      authorities[id]?.sequence = sequence
    case .authorityRestored(let id):
      authorities[id]?.isSuspended = false
      authorities[id]?.sequence = sequence
    }
  }
}
