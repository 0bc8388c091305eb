/// The rules that an order must pass, one finding each (I2).
///
/// This enumeration is the table of rules. Rules are checked and listed in its order. Its raw values are words of
/// entries, of findings' names and of charts. The file of a rule's type contains everything else about the rule. To add
/// a rule, write its type, add its case and its line in `type` here, and add it to the instruments that require it.
public enum Rule: String, Sendable, Hashable, CaseIterable, Codable, Comparable {
  /// The rule of that name. The documentation of its type describes it.
  case authority, competence, addressee, force, particularity, uniqueness, authenticity, destination

  /// The type that checks the rule.
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

  /// Says whether the program checks the rule from the order, the registers and the matrix alone.
  public var isMechanical: Bool { type is any MechanicalRule.Type }

  /// The assurance that a pass is evidence for in charts; nil for a rule that has no state in any chart.
  public var assurance: Assurance? { type.assurance }

  /// The invariant that the rule is part of.
  public var invariant: Invariant { type.invariant }

  /// Compares rules by their place in the table.
  public static func < (left: Rule, right: Rule) -> Bool {
    (allCases.firstIndex(of: left) ?? 0) < (allCases.firstIndex(of: right) ?? 0)
  }
}
