/// It is known that a judge, a court or a prosecutor is responsible for the order: from the start, or afterwards.
enum OrderValidated: CaseEventKind {
  static let meanings = [
    EventMeaning("order.validated", duty: .reviewing, earns: AssuranceSet([.validation]))
  ]

  static func event(_ detail: Validation) -> CaseEvent { .orderValidated(detail) }

  static func change(_ subject: inout Case, by recorded: Case.Recorded<Validation>) {
    subject.validation = recorded
  }
}

/// How it is known that a judge, a court or a prosecutor is responsible for an order.
public struct Validation: EventDetail {
  /// When they became responsible for it.
  public enum Manner: String, Sendable, Hashable, CaseIterable, Codable {
    /// They issued it themselves.
    case issued
    /// The order shows their validation.
    case beforehand
    /// They validated afterwards what was ordered without them.
    case afterwards
  }

  /// When they became responsible.
  public var manner: Manner
  /// Who it was, as our register knows them; nil where it does not.
  public var authority: AuthorityID?
  /// The document that shows it, sealed: the order itself, or a later one.
  public var document: Commitment

  /// Makes a record.
  public init(manner: Manner, authority: AuthorityID?, document: Commitment) {
    self.manner = manner
    self.authority = authority
    self.document = document
  }

  /// The document.
  public var commitments: [Commitment] { [document] }
}
