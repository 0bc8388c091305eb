/// A preservation ended that nobody called off.
enum PreservationEnded: CaseEventKind {
  static let meanings = [EventMeaning("preservation.ended", duty: .preparing)]

  static func event(_ detail: PreservationEnd) -> CaseEvent { .preservationEnded(detail) }

  static func change(_ subject: inout Case, by recorded: Case.Recorded<PreservationEnd>) {
    subject[PreservationEnded.self] = recorded
  }
}

extension Case {
  /// The end of the preservation.
  public var preservationEnd: Recorded<PreservationEnd>? { self[PreservationEnded.self] }
}

/// Why a preservation ended.
public struct PreservationEnd: EventDetail {
  /// The reasons for which one ends.
  public enum Reason: String, Sendable, Hashable, CaseIterable, Codable {
    /// The period is over.
    case periodOver = "period-over"
    /// The authority no longer needs it.
    case notNeeded = "not-needed"
    /// The data were asked for, and that order was dealt with.
    case produced
  }

  /// Why it ended.
  public var reason: Reason
  /// The letter or the reasons, sealed.
  public var note: Commitment

  /// Makes a record.
  public init(reason: Reason, note: Commitment) {
    self.reason = reason
    self.note = note
  }

  /// The note.
  public var commitments: [Commitment] { [note] }
}
