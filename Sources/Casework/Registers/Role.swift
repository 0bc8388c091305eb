/// The officer's role. A person has one role at a time; a new role is a new enrolment.
///
/// The raw values are words of entries and of the attribute `role` in charts. What a role may do is in `duties`, and
/// nowhere else: code asks for a duty and never for a role.
public enum Role: String, Sendable, Hashable, CaseIterable, Codable {
  /// Logs and reviews orders, narrows scopes, collects.
  case legalOfficer = "legal-officer"
  /// Approves exports that somebody else prepared.
  case manager
  /// Reads everything and does nothing else.
  case auditor
  /// Keeps the registers, and neither reviews nor approves.
  case custodian

  /// What an officer with this role may do. This is the table of roles.
  public var duties: Set<Duty> {
    switch self {
    case .legalOfficer: [.reading, .reviewing, .preparing, .confirming, .releasing, .closing]
    case .manager: [.reading, .confirming, .approving, .releasing, .closing]
    case .auditor: [.reading]
    case .custodian: [.reading, .keepingRegisters]
    }
  }

  /// Tells whether an officer with this role has a duty.
  public func has(_ duty: Duty) -> Bool { duties.contains(duty) }
}

/// A kind of work in the office. Every event of a case belongs to one duty, and every role has some duties.
public enum Duty: String, Sendable, Hashable, CaseIterable {
  /// Reads cases and registers.
  case reading
  /// Logs documents, asks for what they lack, judges the rules, grants a scope.
  case reviewing
  /// Collects or preserves data, and settles with other authorities what the case needs from them.
  case preparing
  /// Confirms the review of another officer.
  case confirming
  /// Approves what will be disclosed.
  case approving
  /// Spends the permit and delivers the envelope.
  case releasing
  /// Calls the case off.
  case closing
  /// Changes the registers, together with a second custodian.
  case keepingRegisters

  /// The roles that have the duty.
  public var roles: [Role] { Role.allCases.filter { $0.has(self) } }

  /// The duties that exclude an officer from this one in the same case: who did any of that work must leave this to
  /// somebody else, whatever their role is now (I4).
  public var apartFrom: Set<Duty> {
    switch self {
    case .confirming: [.reviewing]
    case .approving: [.reviewing, .preparing, .confirming, .closing]
    case .reading, .reviewing, .preparing, .releasing, .closing, .keepingRegisters: []
    }
  }
}
