/// The time to validate an order, or to report it, is over.
enum ValidationElapsed: CaseEventKind {
  static let meanings = [
    EventMeaning("validation.elapsed", duty: .preparing, voids: AssuranceSet([.validation]))
  ]

  static func event(_ detail: Elapsed) -> CaseEvent { .validationElapsed(detail) }

  static func change(_ subject: inout Case, by recorded: Case.Recorded<Elapsed>) { subject.validation = nil }
}

/// A deadline that has passed.
public struct Elapsed: EventDetail {
  /// The moment from which the deadline is counted.
  public var began: Instant
  /// The length of the deadline.
  public var deadline: Deadline

  /// Makes a record.
  public init(began: Instant, deadline: Deadline) {
    self.began = began
    self.deadline = deadline
  }

  /// Empty: no value is sealed with it.
  public var commitments: [Commitment] { [] }
}
