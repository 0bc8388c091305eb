/// What an office is, from its founding entry.
public struct OfficeProfile: Sendable, Hashable, Codable {
  public var id: OfficeID
  public var name: String
  /// Every name under which an order may address the service, normalised for comparison.
  public var addressedAs: [String]
  /// The IANA name of the zone in which days are counted.
  public var zone: String
  /// The pack's name and the SHA-256 of each of its files: the office judges under these and no others.
  public var pack: String
  public var packFiles: [String: Digest]
  /// The Ed25519 public key of the office's checkpoints, 64 hexadecimal digits.
  public var logKey: Digest

  /// Makes a profile.
  public init(
    id: OfficeID, name: String, addressedAs: [String], zone: String, pack: String, packFiles: [String: Digest],
    logKey: Digest
  ) {
    self.id = id
    self.name = name
    self.addressedAs = addressedAs
    self.zone = zone
    self.pack = pack
    self.packFiles = packFiles
    self.logKey = logKey
  }
}

/// A change to a register. Two custodians sign it; nothing about the registers is true that no such event says.
public enum RegisterEvent: Sendable, Hashable {
  case officeFounded(OfficeProfile)
  case officerEnrolled(Officer)
  case officerRetired(OfficerID)
  case authorityRegistered(Authority)
  case authoritySuspended(AuthorityID)
  case authorityRestored(AuthorityID)

  /// The event's name as it stands in entries.
  public var name: String { kind.rawValue }

  private enum Kind: String, Codable {
    case officeFounded = "office.founded"
    case officerEnrolled = "officer.enrolled"
    case officerRetired = "officer.retired"
    case authorityRegistered = "authority.registered"
    case authoritySuspended = "authority.suspended"
    case authorityRestored = "authority.restored"
  }

  private var kind: Kind {
    switch self {
    case .officeFounded: .officeFounded
    case .officerEnrolled: .officerEnrolled
    case .officerRetired: .officerRetired
    case .authorityRegistered: .authorityRegistered
    case .authoritySuspended: .authoritySuspended
    case .authorityRestored: .authorityRestored
    }
  }
}

/// In an entry an event is an object of two members: `{"detail":…,"event":"officer.enrolled"}`.
extension RegisterEvent: Codable {
  private enum Key: String, CodingKey { case event, detail }

  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: Key.self)
    switch try container.decode(Kind.self, forKey: .event) {
    case .officeFounded: self = .officeFounded(try container.decode(OfficeProfile.self, forKey: .detail))
    case .officerEnrolled: self = .officerEnrolled(try container.decode(Officer.self, forKey: .detail))
    case .officerRetired: self = .officerRetired(try container.decode(OfficerID.self, forKey: .detail))
    case .authorityRegistered: self = .authorityRegistered(try container.decode(Authority.self, forKey: .detail))
    case .authoritySuspended: self = .authoritySuspended(try container.decode(AuthorityID.self, forKey: .detail))
    case .authorityRestored: self = .authorityRestored(try container.decode(AuthorityID.self, forKey: .detail))
    }
  }

  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: Key.self)
    try container.encode(kind, forKey: .event)
    switch self {
    case .officeFounded(let detail): try container.encode(detail, forKey: .detail)
    case .officerEnrolled(let detail): try container.encode(detail, forKey: .detail)
    case .officerRetired(let detail): try container.encode(detail, forKey: .detail)
    case .authorityRegistered(let detail): try container.encode(detail, forKey: .detail)
    case .authoritySuspended(let detail): try container.encode(detail, forKey: .detail)
    case .authorityRestored(let detail): try container.encode(detail, forKey: .detail)
    }
  }
}
