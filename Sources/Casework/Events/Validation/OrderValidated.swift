/// A judge, a court or a prosecutor is responsible for the order, from the start or since a later validation.
enum OrderValidated: CaseEventKind {
  static let meanings = [
    EventMeaning("order.validated", duty: .reviewing, earns: AssuranceSet([.validation]))
  ]

  static func event(_ detail: Validation) -> CaseEvent { .orderValidated(detail) }

  static func change(_ subject: inout Case, by recorded: Case.Recorded<Validation>) {
    subject.validation = recorded
  }
}

/// The validation of an order by a judge, a court or a prosecutor.
public struct Validation: EventDetail {
  /// When the judge, the court or the prosecutor became responsible for the order.
  public enum Manner: String, Sendable, Hashable, CaseIterable, Codable {
    /// They issued the order.
    case issued
    /// They validated the order before it was sent, and the order shows it.
    case beforehand
    /// They validated the order after it was sent.
    case afterwards
  }

  /// When they became responsible.
  public var manner: Manner
  /// The judge, court or prosecutor in the register; nil where the register does not have them.
  public var authority: AuthorityID?
  /// The document that shows the validation, sealed: the order itself, or a later one.
  public var document: Commitment

  /// Makes a record.
  public init(manner: Manner, authority: AuthorityID?, document: Commitment) {
    self.manner = manner
    self.authority = authority
    self.document = document
  }

  /// The sealed document.
  public var commitments: [Commitment] { [document] }
}
