import Casework
import Ledger

/// The part of the requested scope that an officer grants.
public struct Narrowing: Sendable {
  /// The classes to grant; nil grants every class that a legal basis covers.
  public var classes: [DataClass]?
  public var from: Day?
  public var through: Day?
  /// The targets to grant, by their place in the order; nil grants all.
  public var targets: [Int]?

  /// Makes a narrowing. Without arguments, it grants everything that a legal basis covers.
  public init(classes: [DataClass]? = nil, from: Day? = nil, through: Day? = nil, targets: [Int]? = nil) {
    self.classes = classes
    self.from = from
    self.through = through
    self.targets = targets
  }
}

extension ActRequest where Answer == CaseView {
  /// Requests a grant: the requested scope, without the part that no legal basis covers and without the part that the
  /// officer leaves out (I6).
  public static func grant(_ narrowing: Narrowing, in number: CaseNumber) -> ActRequest {
    inCase(number) { desk, standing, _, _ in
      let bases = standing.facts.bases
      let known = bases.classes
      if let unknown = narrowing.classes?.first(where: { !known.contains($0) }) {
        throw ServiceFault.usage(.unknownClass(unknown, known: known.order))
      }
      let missing = standing.subject.order?.value.missing ?? [.readableDocument]
      guard missing.isEmpty, let receipt = standing.subject.order?.value, let first = receipt.from,
        let last = receipt.through
      else { throw ServiceFault.refused(Refusal([.incomplete(missing)]), number) }
      guard let rank = receipt.authority.flatMap({ standing.facts.registers.authorities[$0]?.authority.seat.rank })
      else { throw ServiceFault.refused(Refusal([.finding(.authority, .fail, [.unknownAuthority])]), number) }
      let lawful = bases.lawful(receipt, rank: rank)
      // Named classes are granted exactly as named, so that a grant beyond the order is refused and not cut down.
      let wanted = bases.scope(
        of: narrowing.classes ?? bases.classes.order, targets: narrowing.targets ?? receipt.targets.map(\.ordinal),
        days: DaySet(from: narrowing.from ?? first, through: narrowing.through ?? last))
      let scope = narrowing.classes == nil ? lawful.intersection(wanted) : wanted
      return Desk.Prepared(command: .grant(try GrantedScope(digesting: scope)))
    }
  }
}
