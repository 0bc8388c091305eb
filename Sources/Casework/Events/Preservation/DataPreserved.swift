/// Data were set aside so that they are neither changed nor erased. No data have left.
enum DataPreserved: CaseEventKind {
  static let meanings = [EventMeaning("data.preserved", duty: .preparing, spends: .preservation)]

  static func event(_ detail: Preserved) -> CaseEvent { .dataPreserved(detail) }

  static func change(_ subject: inout Case, by recorded: Case.Recorded<Preserved>) {
    subject[DataPreserved.self] = recorded
  }
}

extension Case {
  /// The last preservation.
  public var preserved: Recorded<Preserved>? { self[DataPreserved.self] }
}

/// The record of a preservation. Nobody outside the office sees the data.
public struct Preserved: EventDetail {
  /// The order under which the data were preserved.
  public var order: Commitment
  /// The preserved data, sealed.
  public var copy: Commitment
  /// The scope of the preserved data.
  public var scope: Scope

  /// Makes a record.
  public init(order: Commitment, copy: Commitment, scope: Scope) {
    self.order = order
    self.copy = copy
    self.scope = scope
  }

  /// The sealed copy.
  public var commitments: [Commitment] { [copy] }
  /// The order's document.
  public var cited: [Commitment] { [order] }
}
