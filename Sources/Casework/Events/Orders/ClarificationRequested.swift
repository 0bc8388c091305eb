/// The authority was asked for what its order lacks.
enum ClarificationRequested: CaseEventKind {
  static let meanings = [EventMeaning("clarification.requested", duty: .reviewing)]

  static func event(_ detail: [MissingPart]) -> CaseEvent { .clarificationRequested(detail) }

  /// The case remembers who asked, and nothing else.
  static func change(_ subject: inout Case, by recorded: Case.Recorded<[MissingPart]>) {}

  static func action(causing name: String, in number: CaseNumber) -> Action? { .clarify(number) }
}

extension [MissingPart]: EventDetail {
  /// Nothing is sealed.
  public var commitments: [Commitment] { [] }
}
