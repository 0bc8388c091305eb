/// The kind of order that a chart is for, with everything that depends on that kind.
///
/// A chart names its instrument, and the instrument says in code what is required under it, so that a chart can ask for
/// more and never for less. Each instrument is one value in a file of its own; code never asks which instrument it has
/// but what that instrument says: what must be certain before data leave, which rules an order is judged by, which commands
/// apply, and whether the gate can judge a disclosure under it at all.
///
/// To add an instrument: write its value in a file of its own, add it to `allCases` below, and add its chart and its rows
/// of legal bases to a pack.
public struct Instrument: Sendable, CaseIterable {
  /// The word for it in charts, orders, legal bases and entries: `court-order`.
  public let rawValue: String
  /// What a case under it is for: a chart in which no state permits that is useless.
  public let purpose: Permission
  /// What must be certain wherever data may leave, or are kept; a permission that is absent is never given.
  private let requirements: [Permission: AssuranceSet]
  /// What must be certain where a case that released data ends without having been called off.
  public let requiredAtEnd: AssuranceSet
  /// The rules that an order under it is judged by, in the order of the table.
  public let rules: [Rule]
  /// The commands that apply in a case under it.
  public let commands: Set<Command.Verb>
  /// Judges from evidence what this instrument requires besides rules, scope, package and approval, and returns every
  /// reason against a disclosure. Nil where no such judgement is written: then the gate refuses (I3).
  let judgement: (@Sendable (Case, Facts) -> [Reason])?

  /// Makes an instrument.
  ///
  /// - Parameters:
  ///   - required: what must be certain wherever a state permits something; what is absent no state may permit.
  ///   - requiredAtEnd: what must be certain at the end of a case that released data; by default what a disclosure
  ///     requires.
  ///   - judgement: what the gate judges under it besides what it always judges; nil where nothing is written.
  public init(
    _ rawValue: String, purpose: Permission, required: [Permission: AssuranceSet],
    requiredAtEnd: AssuranceSet? = nil, rules: [Rule] = Rule.allCases,
    commands: Set<Command.Verb> = Set(Command.Verb.allCases),
    judgement: (@Sendable (Case, Facts) -> [Reason])? = nil
  ) {
    self.rawValue = rawValue
    self.purpose = purpose
    requirements = required
    self.requiredAtEnd = requiredAtEnd ?? required[.disclosure] ?? []
    self.rules = rules
    self.commands = commands
    self.judgement = judgement
  }

  /// The instruments that orders can be, in the order in which they are listed.
  public static let allCases: [Instrument] = [.courtOrder, .production, .emergencyProduction, .preservation]

  /// The instrument whose chart a document is logged under when it could not be read.
  public static let ofUnreadableDocuments = Instrument.courtOrder

  /// Returns the instrument that a word names; nil for any other word.
  public init?(rawValue: String) {
    guard let known = Self.allCases.first(where: { $0.rawValue == rawValue }) else { return nil }
    self = known
  }

  /// The file of its chart in a pack.
  public var chartFile: String { "\(rawValue).scxml" }

  /// Returns what must be certain in every state that permits something; nil where no state may permit it.
  public func required(for permission: Permission) -> AssuranceSet? { requirements[permission] }

  /// Tells whether the gate can judge a disclosure under it.
  public var isJudged: Bool { judgement != nil }
}

/// Instruments are told apart by their word.
extension Instrument: Hashable {
  /// Compares words.
  public static func == (left: Instrument, right: Instrument) -> Bool { left.rawValue == right.rawValue }

  /// Hashes the word.
  public func hash(into hasher: inout Hasher) { hasher.combine(rawValue) }
}

/// In charts and entries an instrument is its word.
extension Instrument: Codable {
  /// Reads the spelling of entries; refuses any other.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    guard let known = Instrument(rawValue: try container.decode(String.self)) else {
      throw DecodingError.dataCorruptedError(in: container, debugDescription: "unknown instrument")
    }
    self = known
  }

  /// Writes the spelling of entries.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(rawValue)
  }
}

extension AssuranceSet {
  /// What is certain of an order after its review, whatever is done under it.
  static let reviewed = AssuranceSet([
    .authority, .competence, .addressee, .force, .particularity, .uniqueness, .authenticity,
  ])
  /// What every disclosure requires.
  static let disclosing = reviewed.union(AssuranceSet([.destination, .scope, .collection, .approval]))
}
