/// The time in which an order had to be validated, or reported, is over.
enum ValidationElapsed: CaseEventKind {
  static let meanings = [
    EventMeaning("validation.elapsed", duty: .preparing, voids: AssuranceSet([.validation]))
  ]

  static func event(_ detail: Elapsed) -> CaseEvent { .validationElapsed(detail) }

  static func change(_ subject: inout Case, by recorded: Case.Recorded<Elapsed>) { subject.validation = nil }
}

/// A deadline that has passed.
public struct Elapsed: EventDetail {
  /// From when it was counted.
  public var began: Instant
  /// How long it was.
  public var deadline: Deadline

  /// Makes a record.
  public init(began: Instant, deadline: Deadline) {
    self.began = began
    self.deadline = deadline
  }

  /// Nothing is sealed.
  public var commitments: [Commitment] { [] }
}
