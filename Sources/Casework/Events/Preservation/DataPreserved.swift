/// Data were set aside so that they are neither changed nor erased. Nobody was given anything.
enum DataPreserved: CaseEventKind {
  static let meanings = [EventMeaning("data.preserved", duty: .preparing, spends: .preservation)]

  static func event(_ detail: Preserved) -> CaseEvent { .dataPreserved(detail) }

  static func change(_ subject: inout Case, by recorded: Case.Recorded<Preserved>) {
    subject[DataPreserved.self] = recorded
  }
}

extension Case {
  /// The data that were set aside last.
  public var preserved: Recorded<Preserved>? { self[DataPreserved.self] }
}

/// What was set aside, seen by nobody outside.
public struct Preserved: EventDetail {
  /// The order under which it was.
  public var order: Commitment
  /// The preserved data, sealed.
  public var copy: Commitment
  /// What is in it.
  public var scope: Scope

  /// Makes a record.
  public init(order: Commitment, copy: Commitment, scope: Scope) {
    self.order = order
    self.copy = copy
    self.scope = scope
  }

  /// The copy.
  public var commitments: [Commitment] { [copy] }
  /// The order.
  public var cited: [Commitment] { [order] }
}
