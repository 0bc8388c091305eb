import Casework
import TestTools

extension GateOracle {
  /// Says whether the condition of a rule is true now. Authenticity is always true here: `againstCall` checks its
  /// evidence.
  func isTrue(_ rule: Rule, of order: OrderReceipt, reach: GateReach, _ moment: Moment) -> Bool {
    let branch = order.authority.flatMap { branches[$0] }
    switch rule {
    case .authority: return branch?.isSuspended == false
    case .competence: return isCompetent(branch, order, reach)
    case .addressee: return order.isAddressedToUs
    case .force:
      return order.issued.number <= moment.today.number
        && moment.today.number <= (order.validUntil?.number ?? .max)
    case .particularity:
      guard let through = order.through, order.from != nil, !order.targets.isEmpty else { return false }
      return through.number <= order.issued.number
        && order.targets.allSatisfy { $0.identifiers.contains { $0 != .name } }
    case .uniqueness: return !moment.isDuplicate
    case .authenticity: return true
    case .destination:
      guard let certificate = branch?.certificate else { return false }
      return certificate.notBefore.seconds <= moment.now.seconds && moment.now.seconds <= certificate.notAfter.seconds
    }
  }

  /// Says whether the authority may receive every class in the reach under the cited article. A row that needs a
  /// further consent allows nothing, because there is no way to prove a consent.
  private func isCompetent(_ branch: Branch?, _ order: OrderReceipt, _ reach: GateReach) -> Bool {
    guard let branch, let article = order.article, let from = order.from, let through = order.through,
      bases.articles.contains(where: { $0.value == article })
    else { return false }
    let allowed = bases.rows.filter {
      $0.rank == branch.rank && $0.instrument == order.instrument && $0.article == article && $0.consent == nil
    }.map(\.dataClass)
    // Persons and days that the order does not name are a separate ground: `outsideTheOrder`.
    let period = GateReach.mask(from.number, through.number)
    let foreign = DataClass.iranian.filter { !allowed.contains($0) }
    return !reach.has { target, category, days in
      days & period != 0 && foreign.contains { isIn($0, category) }
        && order.targets.contains { $0.ordinal == target }
    }
  }

  /// Says whether the order names the person, the class and the days of a cell.
  func isNamed(_ target: Int, _ category: Int, _ days: UInt32, by order: OrderReceipt) -> Bool {
    guard let from = order.from, let through = order.through else { return false }
    return order.targets.contains { $0.ordinal == target }
      && days & ~GateReach.mask(from.number, through.number) == 0
      && order.classes.contains { isIn($0, category) }
  }

  private func isIn(_ dataClass: DataClass, _ category: Int) -> Bool { reaches[dataClass]?[category] ?? false }

  /// Returns for each class which categories of the small world belong to it, compared by whole segments.
  static func reaches(_ bases: LegalBases) -> [DataClass: [Bool]] {
    bases.categories.mapValues { tops in
      GateReach.categories.map { name in tops.contains { (name + ".").hasPrefix($0.description + ".") } }
    }
  }

  /// Says whether an order lacks a part without which it cannot be judged.
  static func lacks(_ order: OrderReceipt) -> Bool {
    order.article == nil || order.fingerprint == nil || order.targets.isEmpty || order.classes.isEmpty
      || order.from == nil || order.through == nil
  }
}
