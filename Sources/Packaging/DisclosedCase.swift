import Casework
import Wording

/// What a case determines of its package, apart from the collected rows.
///
/// The statement is made from these values when the package is packed, and made again from them when it is verified.
public struct DisclosedCase: Sendable {
  /// The name of the office that discloses.
  public var discloser: String
  /// The order, as it was read from its sealed document.
  public var order: Order
  /// The receipt of the order.
  public var receipt: OrderReceipt
  /// The grant.
  public var granted: GrantedScope
  /// The authority as the register had it at the collection. Nil where this is not known: then the title in a package
  /// is not compared.
  public var authority: Authority?
  /// The legal bases.
  public var bases: LegalBases
  /// The time of the collection.
  public var time: Instant
  /// The day of the collection, in the office's zone.
  public var day: Day

  /// Makes the values.
  public init(
    discloser: String, order: Order, receipt: OrderReceipt, granted: GrantedScope, authority: Authority?,
    bases: LegalBases, time: Instant, day: Day
  ) {
    self.discloser = discloser
    self.order = order
    self.receipt = receipt
    self.granted = granted
    self.authority = authority
    self.bases = bases
    self.time = time
    self.day = day
  }

  /// Returns the statement of a package.
  ///
  /// - Parameters:
  ///   - released: the scope of the collected data.
  ///   - certificate: SHA-256 of the recipient's certificate.
  public func statement(
    tables: [Statement.Table], released: Scope, certificate: Digest, withheld: [Withheld]
  ) -> Statement {
    let title = authority?.title ?? ""
    return Statement(
      discloser: discloser, recipient: title, recipientCertificate: certificate, preparedOn: day,
      order: Statement.Order(
        instrument: order.instrument, authority: title, caseNumber: order.caseNumber,
        letterNumber: order.letterNumber ?? "", issued: order.issued, article: receipt.article ?? ""),
      bases: bases.bases(for: receipt, rank: (authority?.seat ?? order.seat).rank).filter { isGranted($0.dataClass) }
        .map {
          Statement.Basis(
            dataClass: $0.dataClass, article: $0.article, source: $0.source,
            confirmedBy: $0.confirmation ?? Statement.unconfirmed)
        },
      requested: receipt.requested, granted: granted.scope, released: released,
      classesNotGranted: receipt.classes.filter { !isGranted($0) }, tables: tables, withheld: withheld)
  }

  private func isGranted(_ dataClass: DataClass) -> Bool {
    let days = receipt.from.flatMap { from in receipt.through.map { DaySet(from: from, through: $0) } } ?? DaySet()
    let whole = bases.scope(of: [dataClass], targets: receipt.targets.map(\.ordinal), days: days)
    return !granted.scope.intersection(whole).isEmpty
  }

  /// Packs a payload.
  public func bag(_ payload: [Tar.File]) -> Bag {
    Bag(payload: payload, organization: discloser, date: day.description, time: time.seconds)
  }
}
