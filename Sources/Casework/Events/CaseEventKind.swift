/// One kind of event of a case. The file of a kind says everything about it: its name, what it means to charts, what its
/// entry holds, and how it changes the case.
///
/// To add a kind: write its file, with the type of its detail where that is new, and add its lines to the table in
/// `CaseEvent.swift`.
protocol CaseEventKind: SendableMetatype {
  /// What the entry of such an event holds besides its name.
  associatedtype Detail: EventDetail

  /// What the event means, one for each name that it can have.
  static var meanings: [EventMeaning] { get }
  /// Returns the name of an event with this detail.
  static func name(of detail: Detail) -> String
  /// Makes the event.
  static func event(_ detail: Detail) -> CaseEvent
  /// Changes the case as the event says. What rested on something that changes is dropped here (I5).
  static func change(_ subject: inout Case, by recorded: Case.Recorded<Detail>)
  /// Returns what an officer does in a case to cause an event of that name; nil where nothing that may be done causes it.
  static func action(causing name: String, in number: CaseNumber) -> Action?
}

extension CaseEventKind {
  /// Nothing causes it.
  static func action(causing name: String, in number: CaseNumber) -> Action? { nil }

  /// The name of a kind with one name.
  static var name: String { meanings[0].name }

  /// The one name, whatever the detail.
  static func name(of detail: Detail) -> String { name }
}

/// What the entry of an event holds besides its name. It lists the sealed values that it commits to, so that an audit
/// can look for each of them: a type that lists none does not compile as a detail.
public protocol EventDetail: Sendable, Hashable, Codable {
  /// The values that are sealed together with this event.
  var commitments: [Commitment] { get }
  /// Commitments of earlier events that this one refers to.
  var cited: [Commitment] { get }
}

extension EventDetail {
  /// Nothing is referred to.
  public var cited: [Commitment] { [] }
}

extension Commitment: EventDetail {
  /// The value itself.
  public var commitments: [Commitment] { [self] }
}

/// An event seen through its kind: what the table in `CaseEvent` answers with.
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
