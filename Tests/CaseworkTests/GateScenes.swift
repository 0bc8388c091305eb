import Casework
import TestTools

/// Makes what officers enter: correct and mistaken orders, findings, scopes, packages and approvals.
extension GateWorld {
  private static let targetsAsked = [[1], [2], [1, 2], [1, 2, 3]]

  mutating func someClasses() -> [DataClass] {
    let lawful: [DataClass] = [.identity, .contact, .transactions]
    let kept = lawful.filter { _ in chance.odds(60) }
    return kept.isEmpty ? [.identity] : kept
  }

  /// Returns an order that passes every rule after a lawful grant and a call-back.
  mutating func order() -> OrderReceipt {
    let first = GateReach.days.lowerBound + chance.below(8)
    let last = first + chance.below(14)
    let overBroad = chance.odds(20)
    return receipt(
      article: chance.odds(70) ? "CPC 671" : "CPC 670",
      classes: someClasses() + (overBroad ? [chance.pick([.content, .technical])] : []),
      targets: chance.pick(Self.targetsAsked), from: Day(number: first), through: Day(number: last))
  }

  private mutating func receipt(
    article: String, classes: [DataClass], targets: [Int], from: Day, through: Day
  ) -> OrderReceipt {
    let particular: [IdentifierKind] = [.nationalID, .accountID, .phoneNumber, .email]
    let sorted = DataClass.iranian.filter(classes.contains)
    let validUntil = chance.odds(40) ? Day(number: today.number + chance.below(4)) : nil
    return OrderReceipt(
      document: commitment(), fingerprint: Fingerprint(digest()), instrument: "court-order",
      authority: chance.pick(Self.courts), isAddressedToUs: true, article: article,
      issued: Day(number: today.number - chance.below(5)), validUntil: validUntil, answerBy: nil,
      targets: targets.map {
        TargetSummary(ordinal: $0, identifiers: (chance.odds(50) ? [.name] : []) + [chance.pick(particular)])
      },
      classes: sorted, from: from, through: through,
      requested: Scope(
        targets: targets, categories: sorted.flatMap { pack.bases.categories[$0] ?? [] },
        days: DaySet(from: from, through: through)))
  }

  /// Returns an order with one mistake. An order without persons, classes or a period also requests an empty scope.
  mutating func mistakenOrder() -> OrderReceipt {
    var order = order()
    let one = chance.below(order.targets.count)
    switch chance.below(17) {
    case 0: order.authority = nil
    case 1: order.authority = Self.unknownCourt
    case 2: order.authority = Self.prosecutor
    case 3: order.article = "CPC 999"
    case 4: order.article = chance.pick(["CCA 36", "CPC 150", "CPC 683"])
    case 5: order.article = nil
    case 6: order.isAddressedToUs = false
    case 7: order.issued = Day(number: today.number + 1)
    case 8: order.validUntil = Day(number: today.number - 1)
    case 9: (order.targets, order.requested) = ([], Scope())
    case 10: order.targets[one].identifiers = chance.odds(50) ? [.name] : []
    case 11: (order.from, order.requested) = (nil, Scope())
    case 12: (order.through, order.requested) = (nil, Scope())
    case 13: order.instrument = "search-warrant"
    case 14: (order.classes, order.requested) = ([], Scope())
    case 15: order.issued = Day(number: (order.through ?? today).number - 1)
    default:
      // Content needs a consent besides the order, and there is no way to prove one.
      (order.article, order.classes) = ("CPC 150", [.content])
      order.requested = Scope(
        targets: order.targets.map(\.ordinal), categories: pack.bases.categories[.content] ?? [],
        days: DaySet(from: order.from ?? today, through: order.through ?? today))
    }
    return order
  }

  mutating func reading() -> OrderReading {
    switch chance.below(20) {
    case 0: .unreadable(UnreadableDocument(document: commitment(), line: 3, fault: "no element"))
    case 1: .readable(mistakenOrder())
    default: .readable(order())
    }
  }

  // MARK: Calls

  func call() -> CallBack? {
    guard let id = oracle.order?.authority, let branch = oracle.branches[id] else { return nil }
    return CallBack(authority: id, registerEntry: branch.entry, answer: .confirmed, note: Commitment(Self.note))
  }

  private static let note = Digest(String(repeating: "a", count: 64))!

  mutating func mistakenCall() -> CallBack? {
    guard var call = call() else { return nil }
    switch chance.below(5) {
    case 0: call.authority = chance.pick(Self.courts + [Self.prosecutor, Self.unknownCourt])
    case 1:
      call.authority = chance.pick(Self.courts)
      call.registerEntry = oracle.branches[call.authority]?.entry ?? 0
    case 2: call.registerEntry = chance.below(nextEntry)
    case 3: call.answer = .denied
    default: call.answer = .noAnswer
    }
    return call
  }

  /// Returns a pass on authenticity that is written by hand, with the given evidence.
  mutating func authenticityPass(_ call: CallBack?, besides: [Evidence] = []) -> Finding {
    let document = oracle.order?.document ?? commitment()
    let calls: [Evidence] = call.map { [.callBack(call: $0)] } ?? []
    return Finding(
      rule: .authenticity, outcome: .pass, evidence: [.order(document: document)] + calls + besides, shortcomings: [])
  }

  // MARK: Scopes and packages

  /// Returns a grant within the request and the law: all of it, or sometimes a part.
  mutating func grant() -> GrantedScope? {
    guard let order = oracle.order, let from = order.from, let through = order.through else { return nil }
    let lawful = order.classes.filter { $0 != .content && ($0 != .technical || order.article == "CPC 671") }
    let days = DaySet(from: Day(number: from.number + chance.below(2)), through: through)
    let narrow = chance.odds(40) ? lawful.filter { _ in chance.odds(60) } : lawful
    let targets = order.targets.map(\.ordinal)
    let whole = Scope(
      targets: chance.odds(30) ? Array(targets.prefix(1)) : targets,
      categories: (narrow.isEmpty ? lawful : narrow).flatMap { pack.bases.categories[$0] ?? [] },
      days: days.isEmpty ? DaySet(from: from, through: through) : days)
    return GrantedScope(scope: chance.odds(35) ? pierced(whole) : whole, digest: digest())
  }

  mutating func mistakenGrant() -> GrantedScope? {
    guard let order = oracle.order else { return nil }
    let scope = oracle.grant?.value.scope ?? order.requested
    switch chance.below(3) {
    case 0: return GrantedScope(scope: Scope(), digest: digest())
    case 1: return GrantedScope(scope: widened(scope), digest: digest())
    default: return GrantedScope(scope: order.requested, digest: digest())
    }
  }

  mutating func collected() -> Collected? {
    guard let order = oracle.order, let grant = oracle.grant?.value else { return nil }
    return Collected(
      package: commitment(), order: order.document, grant: grant.digest,
      scope: chance.odds(30) ? pierced(grant.scope) : grant.scope, annotation: digest(),
      recipient: oracle.branch?.certificate?.sha256 ?? digest(), counts: [], withheld: [])
  }

  mutating func mistakenCollected() -> Collected? {
    guard var package = collected() else { return nil }
    switch chance.below(4) {
    case 0: package.order = commitment()
    case 1: package.grant = digest()
    case 2: package.scope = widened(package.scope)
    default: package.recipient = digest()
    }
    return package
  }

  func approval() -> Approval? {
    guard let order = oracle.order, let grant = oracle.grant?.value, let package = oracle.package?.value else {
      return nil
    }
    return Approval(
      order: order.document, grant: grant.digest, package: package.package, signature: Commitment(Self.note))
  }

  mutating func mistakenApproval() -> Approval? {
    guard var approval = approval() else { return nil }
    switch chance.below(3) {
    case 0: approval.order = commitment()
    case 1: approval.grant = digest()
    default: approval.package = commitment()
    }
    return approval
  }
}
