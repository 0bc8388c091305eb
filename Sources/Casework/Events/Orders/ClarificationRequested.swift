/// The authority was asked for what its order lacks.
public enum ClarificationRequested: CaseEventKind {
  public static let meanings = [EventMeaning("clarification.requested", duty: .reviewing)]

  public static func event(_ detail: [MissingPart]) -> CaseEvent { .clarificationRequested(detail) }

  /// The case remembers who asked, and nothing else.
  public static func change(_ subject: inout Case, by recorded: Case.Recorded<[MissingPart]>) {}
}

extension [MissingPart]: EventDetail {
  /// Nothing is sealed.
  public var commitments: [Commitment] { [] }
}
