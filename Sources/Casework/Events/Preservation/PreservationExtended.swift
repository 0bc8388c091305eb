/// A preservation was extended.
enum PreservationExtended: CaseEventKind {
  static let meanings = [EventMeaning("preservation.extended", duty: .preparing)]

  static func event(_ detail: PreservationExtension) -> CaseEvent { .preservationExtended(detail) }

  static func change(_ subject: inout Case, by recorded: Case.Recorded<PreservationExtension>) {
    subject[PreservationExtended.self] = recorded
  }
}

extension Case {
  /// The last extension of the preservation.
  public var preservationExtension: Recorded<PreservationExtension>? { self[PreservationExtended.self] }
}

/// An extension of a preservation.
public struct PreservationExtension: EventDetail {
  /// The document that orders the extension, sealed.
  public var document: Commitment
  /// The last day of the extended preservation.
  public var through: Day

  /// Makes a record.
  public init(document: Commitment, through: Day) {
    self.document = document
    self.through = through
  }

  /// The sealed document.
  public var commitments: [Commitment] { [document] }
}
