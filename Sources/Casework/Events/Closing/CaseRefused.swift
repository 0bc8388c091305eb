/// The office refused the order.
enum CaseRefused: CaseEventKind {
  static let meanings = [EventMeaning("case.refused", duty: .closing)]

  static func event(_ detail: Refused) -> CaseEvent { .caseRefused(detail) }

  /// Changes nothing: the chart ends the case.
  static func change(_ subject: inout Case, by recorded: Case.Recorded<Refused>) {}

  static func action(causing name: String, in number: CaseNumber) -> Action? { .refuse(number, nil) }
}

/// The grounds of a refusal.
public struct Refused: EventDetail {
  /// The rules that the order fails; empty where the reason is only in the note.
  public var rules: [Rule]
  /// The officer's reasons, sealed.
  public var note: Commitment

  /// Makes a record.
  public init(rules: [Rule], note: Commitment) {
    self.rules = rules
    self.note = note
  }

  /// The sealed note.
  public var commitments: [Commitment] { [note] }
}
