/// A preservation ended without being called off.
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
  /// The reasons for which a preservation ends.
  public enum Reason: String, Sendable, Hashable, CaseIterable, Codable {
    /// The period is over.
    case periodOver = "period-over"
    /// The authority no longer needs the preservation.
    case notNeeded = "not-needed"
    /// Another order asked for the data, and that order was dealt with.
    case produced
  }

  /// The reason why the preservation ended.
  public var reason: Reason
  /// The authority's letter or the officer's reasons, sealed.
  public var note: Commitment

  /// Makes a record.
  public init(reason: Reason, note: Commitment) {
    self.reason = reason
    self.note = note
  }

  /// The sealed note.
  public var commitments: [Commitment] { [note] }
}
