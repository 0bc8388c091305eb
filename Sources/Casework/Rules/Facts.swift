/// The facts of the moment that a decision needs and the case does not contain. The caller passes them in.
public struct Facts: Sendable {
  /// The moment.
  public var now: Instant
  /// The day of `now` in the office's zone.
  public var today: Day
  /// The registers as of now.
  public var registers: Registers
  /// The matrix of legal bases.
  public var bases: LegalBases
  /// The other cases with the same order that have disclosed, or that were opened earlier and may still disclose.
  public var sameOrder: [CaseNumber]

  /// Makes the facts.
  public init(now: Instant, today: Day, registers: Registers, bases: LegalBases, sameOrder: [CaseNumber]) {
    self.now = now
    self.today = today
    self.registers = registers
    self.bases = bases
    self.sameOrder = sameOrder
  }

  /// Returns the register's record of the authority that an order names; nil where the register has none.
  public func authority(of order: OrderReceipt) -> Registers.AuthorityRecord? {
    order.authority.flatMap { registers.authorities[$0] }
  }
}
