/// What someone in the office is there for. A person holds one role at a time; a new role is a new enrolment.
public enum Role: String, Sendable, Hashable, CaseIterable, Codable {
  /// Logs and reviews orders, narrows scopes, collects.
  case legalOfficer = "legal-officer"
  /// Approves exports that somebody else prepared.
  case manager
  /// Reads everything and acts on nothing.
  case auditor
  /// Keeps the registers, and may neither review nor approve.
  case custodian
}

/// An officer as the register knows them: a key, a role, and a sealed name.
public struct Officer: Sendable, Hashable, Codable {
  public var id: OfficerID
  public var role: Role
  /// The public key line, without a comment (a comment can be a name).
  public var key: String
  /// The name, sealed.
  public var name: Commitment

  /// Makes an officer.
  public init(id: OfficerID, role: Role, key: String, name: Commitment) {
    self.id = id
    self.role = role
    self.key = key
    self.name = name
  }
}
