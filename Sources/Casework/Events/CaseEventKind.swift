/// A kind of event of a case. The file of a kind contains everything about the kind: its name, its meaning in charts,
/// the detail in its entries, and its change to the case.
///
/// To add a kind, write its file, with the type of its detail if that is new, and add its lines to the table in
/// `CaseEvent.swift`.
protocol CaseEventKind: SendableMetatype {
  /// The detail that the entry of such an event contains besides the name.
  associatedtype Detail: EventDetail

  /// The meanings of the event, one for each name that it can have.
  static var meanings: [EventMeaning] { get }
  /// Returns the name of an event with this detail.
  static func name(of detail: Detail) -> String
  /// Makes the event.
  static func event(_ detail: Detail) -> CaseEvent
  /// Applies the event to the case. It must also remove every value that depended on the changed one (I5).
  static func change(_ subject: inout Case, by recorded: Case.Recorded<Detail>)
  /// Returns the action by which an officer causes an event of that name; nil where no action causes it.
  static func action(causing name: String, in number: CaseNumber) -> Action?
}

extension CaseEventKind {
  /// No action causes the event.
  static func action(causing name: String, in number: CaseNumber) -> Action? { nil }

  /// The name of a kind with one name.
  static var name: String { meanings[0].name }

  /// Returns the one name of the kind, for every detail.
  static func name(of detail: Detail) -> String { name }
}

/// The detail that the entry of an event contains besides the name. It must list the values that are sealed with the
/// event, so that an audit can look for each of them.
public protocol EventDetail: Sendable, Hashable, Codable {
  /// The values that are sealed together with this event.
  var commitments: [Commitment] { get }
  /// The commitments of earlier events that this event refers to.
  var cited: [Commitment] { get }
}

extension EventDetail {
  /// The event refers to no earlier commitment.
  public var cited: [Commitment] { [] }
}

extension Commitment: EventDetail {
  /// The commitment itself.
  public var commitments: [Commitment] { [self] }
}

/// An event as a value of its kind, as `CaseEvent.body` returns it.
protocol CaseEventBody {
  var name: String { get }
  var anyDetail: any EventDetail { get }
  func encode<Key: CodingKey>(to container: inout KeyedEncodingContainer<Key>, forKey key: Key) throws
  func change(_ subject: inout Case, by act: Case.Occasion)
}

/// An event of one kind.
struct EventOfKind<Kind: CaseEventKind>: CaseEventBody {
  let detail: Kind.Detail

  init(_ kind: Kind.Type, _ detail: Kind.Detail) { self.detail = detail }

  var name: String { Kind.name(of: detail) }
  var anyDetail: any EventDetail { detail }

  func encode<Key: CodingKey>(to container: inout KeyedEncodingContainer<Key>, forKey key: Key) throws {
    try container.encode(detail, forKey: key)
  }

  func change(_ subject: inout Case, by occasion: Case.Occasion) {
    Kind.change(&subject, by: occasion.recorded(detail))
  }
}

extension CaseEventKind {
  /// Reads an event of this kind from the member `detail` of an entry's event.
  static func decode<Key: CodingKey>(from container: KeyedDecodingContainer<Key>, forKey key: Key) throws -> CaseEvent {
    event(try container.decode(Detail.self, forKey: key))
  }
}
