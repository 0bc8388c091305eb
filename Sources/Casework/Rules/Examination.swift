/// The facts at the moment of deciding: everything that is not in the case itself. Handed in, never fetched.
public struct Facts: Sendable {
  public var now: Instant
  /// The day that `now` is in the office's zone.
  public var today: Day
  public var registers: Registers
  public var bases: LegalBases
  /// The other cases with the same order that have disclosed, or came before and still may.
  public var sameOrder: [CaseNumber]

  /// Makes the facts.
  public init(now: Instant, today: Day, registers: Registers, bases: LegalBases, sameOrder: [CaseNumber]) {
    self.now = now
    self.today = today
    self.registers = registers
    self.bases = bases
    self.sameOrder = sameOrder
  }
}

/// Judges the mechanical rules from the order, the registers and the matrix, as of now (I2).
///
/// The same function judges at receipt, at review and at the gate, so a suspension or a lapse between two of them is
/// seen by the later one. It holds no state and asks nobody.
public enum Examination {
  /// Judges one rule. `authenticity` is never judged here: it answers `notChecked`.
  ///
  /// - Parameter granted: the scope granted so far; competence is judged over it, else over all that is asked.
  public static func examine(_ rule: Rule, of receipt: OrderReceipt, granted: Scope?, facts: Facts) -> Finding {
    let record = receipt.authority.flatMap { facts.registers.authorities[$0] }
    var evidence: [Evidence] = [.order(document: receipt.document)]
    var short: [Shortcoming] = []
    if let record, [.authority, .competence, .destination].contains(rule) {
      evidence.append(.register(entry: record.sequence))
    }
    switch rule {
    case .authority:
      if record == nil { short.append(.unknownAuthority) }
      if record?.isSuspended == true { short.append(.suspendedAuthority) }
    case .competence:
      let rank = record?.authority.seat.rank
      let rows = rank.map { facts.bases.bases(for: receipt, rank: $0) } ?? []
      evidence.append(.legalBases(digest: facts.bases.digest, rows: rows.map(\.id)))
      if rank == nil { short.append(.unknownAuthority) }
      if let article = receipt.article, !facts.bases.articles.values.contains(article) { short.append(.unknownArticle) }
      let uncovered = uncoveredClasses(of: granted ?? receipt.requested, receipt, rank: rank, facts.bases)
      if !uncovered.isEmpty { short.append(.classesNotCovered(classes: uncovered)) }
      // What is in no class at all is covered by nothing.
      if uncovered.isEmpty, let granted, let rank, !granted.isSubset(of: facts.bases.lawful(receipt, rank: rank)) {
        short.append(.beyondLaw)
      }
    case .addressee:
      if !receipt.isAddressedToUs { short.append(.addressedToAnother) }
    case .force:
      if receipt.issued > facts.today { short.append(.issuedInFuture(issued: receipt.issued)) }
      if let last = receipt.validUntil, last < facts.today { short.append(.lapsed(validUntil: last)) }
    case .particularity:
      if receipt.targets.isEmpty { short.append(.noTarget) }
      for target in receipt.targets where !target.identifiers.contains(where: \.isParticular) {
        short.append(.noParticularTarget(target: target.ordinal))
      }
      if receipt.from == nil || receipt.through == nil { short.append(.unboundedPeriod) }
      // Who issued it cannot have known what it asks for: that is a time without bound, or a slip of the pen.
      if let last = receipt.through, receipt.issued < last { short.append(.periodAfterIssue(through: last)) }
    case .uniqueness:
      short += facts.sameOrder.sorted().map { .alreadyReceived(number: $0) }
    case .authenticity:
      return Finding(rule: rule, outcome: .notChecked, evidence: [], shortcomings: [.notLookedAt])
    case .destination:
      if let certificate = record?.authority.certificate {
        if facts.now < certificate.notBefore || certificate.notAfter < facts.now {
          short.append(.certificateNotValidNow)
        }
      } else {
        short.append(record == nil ? .unknownAuthority : .noCertificate)
      }
    }
    return Finding(rule: rule, outcome: short.isEmpty ? .pass : .fail, evidence: evidence, shortcomings: short)
  }

  /// Judges a call that was made: a pass only for a confirmation by the order's own authority, at the number that the
  /// register holds now.
  public static func judge(_ call: CallBack, for receipt: OrderReceipt, registers: Registers) -> Finding {
    let record = receipt.authority.flatMap { registers.authorities[$0] }
    let evidence: [Evidence] = [.order(document: receipt.document), .callBack(call: call)]
    guard let record, call.authority == record.authority.id, call.registerEntry == record.sequence else {
      return Finding(rule: .authenticity, outcome: .notChecked, evidence: evidence, shortcomings: [.notLookedAt])
    }
    let outcome: Outcome =
      switch call.answer {
      case .confirmed: .pass
      case .denied: .fail
      case .noAnswer: .notChecked
      }
    let short: [Shortcoming] = outcome == .pass ? [] : [.notConfirmed(answer: call.answer)]
    return Finding(rule: .authenticity, outcome: outcome, evidence: evidence, shortcomings: short)
  }

  /// The classes that a scope reaches into and no row of the matrix covers.
  private static func uncoveredClasses(
    of scope: Scope, _ receipt: OrderReceipt, rank: String?, _ bases: LegalBases
  ) -> [DataClass] {
    guard let from = receipt.from, let through = receipt.through else { return receipt.classes }
    let days = DaySet(from: from, through: through)
    let covered = Set(rank.map { bases.bases(for: receipt, rank: $0).map(\.dataClass) } ?? [])
    return bases.classes.order.filter { dataClass in
      guard !covered.contains(dataClass) else { return false }
      let whole = bases.scope(of: [dataClass], targets: receipt.targets.map(\.ordinal), days: days)
      return !scope.intersection(whole).isEmpty
    }
  }
}
