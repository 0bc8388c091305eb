/// An officer in the register: a key, a role, and a sealed name.
public struct Officer: Sendable, Hashable, Codable {
  /// The officer's id. It never changes.
  public var id: OfficerID
  /// The officer's role.
  public var role: Role
  /// The public key line. It has no comment, because a comment can be a name.
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
