/// The officer's role. A person has one role at a time; a new role is a new enrolment.
///
/// The raw values are words of entries and of the attribute `role` in charts. Only `duties` defines what a role may do.
/// Other code checks for a duty and never for a role.
public enum Role: String, Sendable, Hashable, CaseIterable, Codable {
  /// Logs and reviews orders, narrows scopes, collects.
  case legalOfficer = "legal-officer"
  /// Approves exports that another officer prepared.
  case manager
  /// Reads everything and does nothing else.
  case auditor
  /// Keeps the registers, and neither reviews nor approves.
  case custodian

  /// The duties of an officer with this role. This is the table of roles.
  public var duties: Set<Duty> {
    switch self {
    case .legalOfficer: [.reading, .reviewing, .preparing, .confirming, .releasing, .closing]
    case .manager: [.reading, .confirming, .approving, .releasing, .closing]
    case .auditor: [.reading]
    case .custodian: [.reading, .keepingRegisters]
    }
  }

  /// Says whether an officer with this role has a duty.
  public func has(_ duty: Duty) -> Bool { duties.contains(duty) }
}

/// A kind of work in the office. Every event of a case belongs to one duty, and every role has some duties.
public enum Duty: String, Sendable, Hashable, CaseIterable {
  /// Reads cases and registers.
  case reading
  /// Logs documents, asks for missing parts, checks the rules, grants a scope.
  case reviewing
  /// Collects or preserves data, and handles the notification of other authorities.
  case preparing
  /// Confirms another officer's review.
  case confirming
  /// Approves a disclosure.
  case approving
  /// Spends the permit and delivers the envelope.
  case releasing
  /// Calls the case off.
  case closing
  /// Changes the registers, together with a second custodian.
  case keepingRegisters

  /// The roles that have the duty.
  public var roles: [Role] { Role.allCases.filter { $0.has(self) } }

  /// The duties that exclude an officer from this one in the same case. An officer who did any of that work must leave
  /// this duty to another officer, even after a change of role (I4).
  public var apartFrom: Set<Duty> {
    switch self {
    case .confirming: [.reviewing]
    case .approving: [.reviewing, .preparing, .confirming, .closing]
    case .reading, .reviewing, .preparing, .releasing, .closing, .keepingRegisters: []
    }
  }
}
