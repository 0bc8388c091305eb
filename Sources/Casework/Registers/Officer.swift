/// An officer as the register knows them: a key, a role, and a sealed name.
public struct Officer: Sendable, Hashable, Codable {
  /// The officer's id, the same for ever.
  public var id: OfficerID
  /// What the officer may do.
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
