/// The authority was asked for the parts that its order lacks.
enum ClarificationRequested: CaseEventKind {
  static let meanings = [EventMeaning("clarification.requested", duty: .reviewing)]

  static func event(_ detail: [MissingPart]) -> CaseEvent { .clarificationRequested(detail) }

  /// Changes nothing: the case records only which officer caused the event.
  static func change(_ subject: inout Case, by recorded: Case.Recorded<[MissingPart]>) {}

  static func action(causing name: String, in number: CaseNumber) -> Action? { .clarify(number) }
}

extension [MissingPart]: EventDetail {
  /// Empty: no value is sealed with it.
  public var commitments: [Commitment] { [] }
}
