/// The kind of order that a chart is for, with everything that depends on that kind.
///
/// A chart names its instrument. The instrument defines in code what is required, so that a chart can require more but
/// never less: the assurances before data leave, the rules that an order must pass, the commands that apply, and the
/// gate's further check. Other code reads these values and does not compare instruments.
///
/// To add an instrument, write its value in a file of its own, add it to `allCases` below, and add its chart and its
/// rows of legal bases to a pack.
public struct Instrument: Sendable, CaseIterable {
  /// The word for it in charts, orders, legal bases and entries: `court-order`.
  public let rawValue: String
  /// The permission that a case under this instrument aims at. The prover refuses a chart in which no state permits it.
  public let purpose: Permission
  /// The assurances that each permission requires. No state may have a permission that is absent here.
  private let requirements: [Permission: AssuranceSet]
  /// The assurances required at the end of a case that released data, unless the case is called off.
  public let requiredAtEnd: AssuranceSet
  /// The rules that an order under this instrument must pass, in the order of the table.
  public let rules: [Rule]
  /// The commands that apply in a case under this instrument.
  public let commands: Set<Command.Verb>
  /// Checks the requirements of this instrument besides rules, scope, package and approval, and returns every reason
  /// against a disclosure. Nil where no such check is written; the gate then refuses every case (I3).
  let judgement: (@Sendable (Case, Facts) -> [Reason])?

  /// Makes an instrument.
  ///
  /// - Parameters:
  ///   - required: the assurances that each permission requires. No state may have a permission that is absent here.
  ///   - requiredAtEnd: the assurances required at the end of a case that released data; by default those of a
  ///     disclosure.
  ///   - judgement: the gate's further check; nil where none is written.
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

  /// The instruments of orders, in the order in which they are listed.
  public static let allCases: [Instrument] = [.courtOrder, .production, .emergencyProduction, .preservation]

  /// The instrument of a document that could not be read, for a pack whose manifest lists no instrument.
  public static let ofUnreadableDocuments = Instrument.courtOrder

  /// Makes the instrument that a word names; nil for any other word.
  public init?(rawValue: String) {
    guard let known = Self.allCases.first(where: { $0.rawValue == rawValue }) else { return nil }
    self = known
  }

  /// The name of the chart's file in a pack.
  public var chartFile: String { "\(rawValue).scxml" }

  /// Returns the assurances that every state with a permission requires; nil where no state may have the permission.
  public func required(for permission: Permission) -> AssuranceSet? { requirements[permission] }

  /// Says whether the gate can check a disclosure under this instrument.
  public var isJudged: Bool { judgement != nil }
}

/// Two instruments are equal if their raw values are equal.
extension Instrument: Hashable {
  /// Compares the raw values.
  public static func == (left: Instrument, right: Instrument) -> Bool { left.rawValue == right.rawValue }

  /// Hashes the raw value.
  public func hash(into hasher: inout Hasher) { hasher.combine(rawValue) }
}

/// In charts and entries an instrument is written as its raw value.
extension Instrument: Codable {
  /// Decodes the form that entries contain; throws for any other form.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    guard let known = Instrument(rawValue: try container.decode(String.self)) else {
      throw DecodingError.dataCorruptedError(in: container, debugDescription: "unknown instrument")
    }
    self = known
  }

  /// Encodes the form that entries contain.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(rawValue)
  }
}

extension AssuranceSet {
  /// The assurances that a review gives, for every instrument.
  static let reviewed = AssuranceSet([
    .authority, .competence, .addressee, .force, .particularity, .uniqueness, .authenticity,
  ])
  /// The assurances that every disclosure requires.
  static let disclosing = reviewed.union(AssuranceSet([.destination, .scope, .collection, .approval]))
}
