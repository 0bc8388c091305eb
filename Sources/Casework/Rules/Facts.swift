/// The facts at the moment of deciding: everything that is not in the case itself. Handed in, never fetched.
public struct Facts: Sendable {
  /// The moment.
  public var now: Instant
  /// The day of `now` in the office's zone.
  public var today: Day
  /// The registers as of now.
  public var registers: Registers
  /// The matrix of legal bases.
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

  /// What the register holds about the authority that an order names; nil where it knows none.
  public func authority(of order: OrderReceipt) -> Registers.AuthorityRecord? {
    order.authority.flatMap { registers.authorities[$0] }
  }
}
