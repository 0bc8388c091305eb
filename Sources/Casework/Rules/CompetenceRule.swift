/// The rule that the authority may have every class of data, under the article cited.
///
/// It uses the rows of the pack's matrix: instrument, rank, class of data and article. The finding names the rows. The
/// rule is checked for the granted scope; before a grant, for the whole requested scope.
enum CompetenceRule: MechanicalRule {
  static let rule = Rule.competence
  static let assurance: Assurance? = .competence

  static func judge(_ order: OrderReceipt, granted: Scope?, facts: Facts) -> Judgement {
    let record = facts.authority(of: order)
    let rank = record?.authority.seat.rank
    let rows = rank.map { facts.bases.bases(for: order, rank: $0) } ?? []
    var judgement = Judgement()
    if let record { judgement.evidence.append(.register(entry: record.sequence)) }
    judgement.evidence.append(.legalBases(digest: facts.bases.digest, rows: rows.map(\.id)))
    if rank == nil { judgement.shortcomings.append(.unknownAuthority) }
    if let article = order.article, !facts.bases.articles.values.contains(article) {
      judgement.shortcomings.append(.unknownArticle)
    }
    let uncovered = uncoveredClasses(of: granted ?? order.requested, order, Set(rows.map(\.dataClass)), facts.bases)
    if !uncovered.isEmpty { judgement.shortcomings.append(.classesNotCovered(classes: uncovered)) }
    // The check by class does not see data outside all classes, or outside what the order asks for. No row covers such
    // data.
    if uncovered.isEmpty, let granted, let rank, !granted.isSubset(of: facts.bases.lawful(order, rank: rank)) {
      judgement.shortcomings.append(.beyondLaw)
    }
    return judgement
  }

  /// Proposes to narrow the scope where a narrower scope can pass. With an unknown article no scope can pass, so it
  /// proposes to refuse the order.
  static func step(answering outcome: Outcome, _ shortcomings: [Shortcoming], in number: CaseNumber) -> NextStep {
    let isNarrowable = shortcomings.contains {
      switch $0 {
      case .classesNotCovered, .beyondLaw: true
      default: false
      }
    }
    return isNarrowable && !shortcomings.contains(.unknownArticle)
      ? NextStep(.grant(number)) : NextStep(.refuse(number, rule))
  }

  /// Returns the classes that the scope contains data of and that no row of the matrix covers.
  private static func uncoveredClasses(
    of scope: Scope, _ order: OrderReceipt, _ covered: Set<DataClass>, _ bases: LegalBases
  ) -> [DataClass] {
    guard let from = order.from, let through = order.through else { return order.classes }
    let days = DaySet(from: from, through: through)
    return bases.classes.order.filter { dataClass in
      guard !covered.contains(dataClass) else { return false }
      let whole = bases.scope(of: [dataClass], targets: order.targets.map(\.ordinal), days: days)
      return !scope.intersection(whole).isEmpty
    }
  }
}
