/// A kind of change to the registers. The file of a kind contains everything about the kind: its name, the detail in
/// its entries, the rules that forbid it, and its change to the registers.
protocol RegisterEventKind: SendableMetatype {
  /// The detail that the entry of such an event contains besides the name.
  associatedtype Detail: EventDetail

  /// The name in entries.
  static var name: String { get }
  /// Makes the event.
  static func event(_ detail: Detail) -> RegisterEvent
  /// Returns every rule that forbids the event in these registers; empty where the event may be entered.
  static func rules(against detail: Detail, in registers: Registers) -> [RegisterRule]
  /// Applies the event to the registers.
  ///
  /// - Parameter sequence: the place of the event's entry.
  static func change(_ registers: inout Registers, by detail: Detail, at sequence: Int)
}

/// A change as a value of its kind, as `RegisterEvent.body` returns it.
protocol RegisterEventBody {
  var name: String { get }
  var anyDetail: any EventDetail { get }
  func encode<Key: CodingKey>(to container: inout KeyedEncodingContainer<Key>, forKey key: Key) throws
  func rules(in registers: Registers) -> [RegisterRule]
  func change(_ registers: inout Registers, at sequence: Int)
}

/// A change of one kind.
struct RegisterEventOfKind<Kind: RegisterEventKind>: RegisterEventBody {
  let detail: Kind.Detail

  init(_ kind: Kind.Type, _ detail: Kind.Detail) { self.detail = detail }

  var name: String { Kind.name }
  var anyDetail: any EventDetail { detail }

  func encode<Key: CodingKey>(to container: inout KeyedEncodingContainer<Key>, forKey key: Key) throws {
    try container.encode(detail, forKey: key)
  }

  func rules(in registers: Registers) -> [RegisterRule] { Kind.rules(against: detail, in: registers) }

  func change(_ registers: inout Registers, at sequence: Int) { Kind.change(&registers, by: detail, at: sequence) }
}

extension RegisterEventKind {
  /// Reads an event of this kind from the member `detail` of an entry's event.
  static func decode<Key: CodingKey>(
    from container: KeyedDecodingContainer<Key>, forKey key: Key
  ) throws -> RegisterEvent {
    event(try container.decode(Detail.self, forKey: key))
  }
}
