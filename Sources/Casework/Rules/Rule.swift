/// The rules that an order is judged by, one finding each (I2).
///
/// This enumeration is the table of rules: its order is the order in which rules are judged and listed, and its raw values
/// are words of entries, of findings' names and of charts. Everything else about a rule is in the file of its type. To add
/// one: write its type, and add its case and its line in `type` here, and the instruments that ask for it.
public enum Rule: String, Sendable, Hashable, CaseIterable, Codable, Comparable {
  /// The rule of that name; its type says what it is.
  case authority, competence, addressee, force, particularity, uniqueness, authenticity, destination

  /// The type that judges the rule.
  var type: any OrderRule.Type {
    switch self {
    case .authority: AuthorityRule.self
    case .competence: CompetenceRule.self
    case .addressee: AddresseeRule.self
    case .force: ForceRule.self
    case .particularity: ParticularityRule.self
    case .uniqueness: UniquenessRule.self
    case .authenticity: AuthenticityRule.self
    case .destination: DestinationRule.self
    }
  }

  /// Tells whether the rule is judged from register, matrix and order alone, and so again at the gate.
  public var isMechanical: Bool { type is any MechanicalRule.Type }

  /// What a pass is evidence of in charts.
  public var assurance: Assurance? { type.assurance }

  /// The invariant that the rule is part of.
  public var invariant: Invariant { type.invariant }

  /// Orders rules as they are listed.
  public static func < (left: Rule, right: Rule) -> Bool {
    (allCases.firstIndex(of: left) ?? 0) < (allCases.firstIndex(of: right) ?? 0)
  }
}
