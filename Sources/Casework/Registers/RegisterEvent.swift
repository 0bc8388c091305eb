/// A change to the registers, signed by two custodians. The registers are built from these events alone.
///
/// This file is the table of these events, as `CaseEvent.swift` is the table of the events of cases. An event has a
/// case with its detail, a line in `body` that names its kind, and a line in `kinds`. The compiler asks for the first
/// two lines; a test finds a missing third line.
public enum RegisterEvent: Sendable, Hashable {
  /// The office was founded.
  case officeFounded(OfficeProfile)
  /// An officer was enrolled.
  case officerEnrolled(Officer)
  /// An officer retired.
  case officerRetired(OfficerID)
  /// An authority was registered, or changed.
  case authorityRegistered(Authority)
  /// An authority was suspended.
  case authoritySuspended(AuthorityID)
  /// The suspension of an authority ended.
  case authorityRestored(AuthorityID)
  /// The log was carried on in a new format.
  case officeUpgraded(UpgradedLog)
  /// The office went on from an older copy of its folder.
  case officeRestored(Restoration)
  /// A finding that cannot be mended was set aside.
  case findingSetAside(SetAside)
  /// An officer's key was replaced.
  case officerRekeyed(OfficerKey)

  /// Every kind of change.
  static let kinds: [any RegisterEventKind.Type] = [
    OfficeFounded.self, OfficerEnrolled.self, OfficerRetired.self, AuthorityRegistered.self, AuthoritySuspended.self,
    AuthorityRestored.self, OfficeUpgraded.self, OfficeRestored.self, FindingSetAside.self, OfficerRekeyed.self,
  ]

  /// The event with its kind.
  var body: any RegisterEventBody {
    switch self {
    case .officeFounded(let detail): RegisterEventOfKind(OfficeFounded.self, detail)
    case .officerEnrolled(let detail): RegisterEventOfKind(OfficerEnrolled.self, detail)
    case .officerRetired(let detail): RegisterEventOfKind(OfficerRetired.self, detail)
    case .authorityRegistered(let detail): RegisterEventOfKind(AuthorityRegistered.self, detail)
    case .authoritySuspended(let detail): RegisterEventOfKind(AuthoritySuspended.self, detail)
    case .authorityRestored(let detail): RegisterEventOfKind(AuthorityRestored.self, detail)
    case .officeUpgraded(let detail): RegisterEventOfKind(OfficeUpgraded.self, detail)
    case .officeRestored(let detail): RegisterEventOfKind(OfficeRestored.self, detail)
    case .findingSetAside(let detail): RegisterEventOfKind(FindingSetAside.self, detail)
    case .officerRekeyed(let detail): RegisterEventOfKind(OfficerRekeyed.self, detail)
    }
  }
}

extension RegisterEvent {
  /// The event's name in entries.
  public var name: String { body.name }

  /// The detail that the event's entry contains besides the name.
  public var detail: any EventDetail { body.anyDetail }

  /// The values that are sealed together with the event.
  public var commitments: [Commitment] { detail.commitments }
}

/// In an entry an event is an object with two members: `{"detail":…,"event":"officer.enrolled"}`.
extension RegisterEvent: Codable {
  private enum Key: String, CodingKey { case event, detail }

  /// Decodes the form that entries contain; throws for any other form.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: Key.self)
    let name = try container.decode(String.self, forKey: .event)
    guard let kind = Self.kinds.first(where: { $0.name == name }) else {
      throw DecodingError.dataCorruptedError(forKey: .event, in: container, debugDescription: "unknown event")
    }
    self = try kind.decode(from: container, forKey: .detail)
  }

  /// Encodes the form that entries contain.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: Key.self)
    let body = body
    try container.encode(body.name, forKey: .event)
    try body.encode(to: &container, forKey: .detail)
  }
}
