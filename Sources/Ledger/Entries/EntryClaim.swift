import Casework

/// What an entry says of its place in the log. The signers sign it.
public enum EntryClaim: Sendable, Hashable {
  /// A claim of format 1: the place in the log, and the head of the tree before the entry.
  case numbered(sequence: Int, head: Head)
  /// A claim of format 2. It does not name a place, so acts in other cases may come between proposal and submission.
  case linked(EntryLinks)

  /// The claim of format 2; nil for format 1.
  public var links: EntryLinks? {
    if case .linked(let links) = self { links } else { nil }
  }
}

/// The claim of an entry of format 2.
public struct EntryLinks: Sendable, Hashable {
  /// SHA-256 of the bytes of the founding entry; nil in the founding entry. Two offices never have the same.
  public var founding: Digest?
  /// The leaf of the last entry of the registers; nil in the founding entry.
  public var registers: Digest?
  /// The leaf of the last entry of the case; nil in the first entry of a case and in a change to a register.
  public var subject: Digest?
  /// A head that the signer's program verified. It covers both leaves above.
  public var seen: Head
  /// The entry may be submitted until this moment.
  public var until: Instant

  /// Makes a claim.
  public init(founding: Digest?, registers: Digest?, subject: Digest?, seen: Head, until: Instant) {
    self.founding = founding
    self.registers = registers
    self.subject = subject
    self.seen = seen
    self.until = until
  }

  /// The longest time from `time` to `until`, in seconds: seven days. An act has the date of its proposal, so a longer
  /// wait would allow entries with old dates.
  public static let longestWait: Int64 = 7 * 86_400

  /// Returns the claim of a founding entry.
  public static func founding(at time: Instant) -> EntryLinks {
    EntryLinks(
      founding: nil, registers: nil, subject: nil, seen: .empty,
      until: Instant(seconds: time.seconds + longestWait))
  }
}

extension Entry: Codable {
  private enum Key: String, CodingKey {
    case actor, after, `case`, chart, events, format, founding, head, office, registers, role, seen, sequence, time
    case until, witness
  }

  private enum AfterKey: String, CodingKey { case registers, subject }

  private enum Format: String, Codable {
    case one = "amanat-entry-1"
    case two = "amanat-entry-2"
  }

  /// Decodes the form that the log contains, of either format.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: Key.self)
    switch try container.decode(Format.self, forKey: .format) {
    case .one:
      claim = .numbered(
        sequence: try container.decode(Int.self, forKey: .sequence),
        head: try container.decode(Head.self, forKey: .head))
    case .two:
      var after: KeyedDecodingContainer<AfterKey>?
      if container.contains(.after) { after = try container.nestedContainer(keyedBy: AfterKey.self, forKey: .after) }
      claim = .linked(
        EntryLinks(
          founding: try container.decodeIfPresent(Digest.self, forKey: .founding),
          registers: try after?.decode(Digest.self, forKey: .registers),
          subject: try after?.decodeIfPresent(Digest.self, forKey: .subject),
          seen: try container.decode(Head.self, forKey: .seen),
          until: try container.decode(Instant.self, forKey: .until)))
    }
    office = try container.decode(OfficeID.self, forKey: .office)
    time = try container.decode(Instant.self, forKey: .time)
    actor = try container.decode(OfficerID.self, forKey: .actor)
    role = try container.decode(Role.self, forKey: .role)
    witness = try container.decodeIfPresent(OfficerID.self, forKey: .witness)
    self.case = try container.decodeIfPresent(CaseNumber.self, forKey: .case)
    chart = try container.decodeIfPresent(Digest.self, forKey: .chart)
    registers = try container.decodeIfPresent([RegisterEvent].self, forKey: .registers)
    events = try container.decodeIfPresent([CaseEvent].self, forKey: .events)
  }

  /// Encodes the form that the log contains.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: Key.self)
    switch claim {
    case .numbered(let sequence, let head):
      try container.encode(Format.one, forKey: .format)
      try container.encode(sequence, forKey: .sequence)
      try container.encode(head, forKey: .head)
    case .linked(let links):
      try container.encode(Format.two, forKey: .format)
      try container.encodeIfPresent(links.founding, forKey: .founding)
      if let registers = links.registers {
        var after = container.nestedContainer(keyedBy: AfterKey.self, forKey: .after)
        try after.encode(registers, forKey: .registers)
        try after.encodeIfPresent(links.subject, forKey: .subject)
      }
      try container.encode(links.seen, forKey: .seen)
      try container.encode(links.until, forKey: .until)
    }
    try container.encode(office, forKey: .office)
    try container.encode(time, forKey: .time)
    try container.encode(actor, forKey: .actor)
    try container.encode(role, forKey: .role)
    try container.encodeIfPresent(witness, forKey: .witness)
    try container.encodeIfPresent(self.case, forKey: .case)
    try container.encodeIfPresent(chart, forKey: .chart)
    try container.encodeIfPresent(registers, forKey: .registers)
    try container.encodeIfPresent(events, forKey: .events)
  }
}
