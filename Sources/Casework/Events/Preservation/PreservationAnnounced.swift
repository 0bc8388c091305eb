/// An order to produce the preserved data was announced. The preservation goes on until that order arrives. The detail
/// is the commitment to the announcement.
enum PreservationAnnounced: CaseEventKind {
  static let meanings = [EventMeaning("preservation.announced", duty: .preparing)]

  static func event(_ detail: Commitment) -> CaseEvent { .preservationAnnounced(detail) }

  static func change(_ subject: inout Case, by recorded: Case.Recorded<Commitment>) {
    subject[PreservationAnnounced.self] = recorded
  }
}

extension Case {
  /// The last announcement of an order to produce the preserved data.
  public var preservationAnnouncement: Recorded<Commitment>? { self[PreservationAnnounced.self] }
}
