/// Holds an event with everything that a data model shows of it. Source: SCXML 5.10.1.
public struct Event<Data: Sendable>: Sendable {
  /// Distinguishes where events come from.
  public enum Kind: String, Sendable {
    /// The machine itself: errors and `done.state`.
    case platform
    /// `raise`, and `send` to the internal queue.
    case `internal`
    /// Everything else.
    case external
  }

  /// Names the event.
  public var name: String
  /// Tells where it comes from.
  public var kind: Kind
  /// Names the sending, where it was named, or which failed (`_event.sendid`).
  public var sendID: String?
  /// Gives an address for an answer (`_event.origin`).
  public var origin: String?
  /// Says by which processor an answer goes (`_event.origintype`).
  public var originType: String?
  /// Holds what came along (`_event.data`).
  public var data: Data?

  /// Describes an event.
  public init(
    _ name: String,
    kind: Kind = .external,
    sendID: String? = nil,
    origin: String? = nil,
    originType: String? = nil,
    data: Data? = nil
  ) {
    self.name = name
    self.kind = kind
    self.sendID = sendID
    self.origin = origin
    self.originType = originType
    self.data = data
  }
}

extension Event: Equatable where Data: Equatable {}
extension Event: Hashable where Data: Hashable {}

/// Says what a step asks of the world; nothing happens until a caller does it.
public enum Effect<Data: Sendable>: Sendable {
  /// Put an event into the session's own external queue, after a delay.
  case send(Dispatch<Data>)
  /// Forget the delayed sends of that name which are not yet due; there may be none.
  case cancel(id: String)
  /// Show someone a label and a value.
  case log(label: String?, value: Data?)
}

/// Holds an event that is to come back to the session. Source: SCXML 6.2 and C.1.
public struct Dispatch<Data: Sendable>: Sendable {
  /// Holds the event as it will arrive.
  public var event: Event<Data>
  /// Names the sending, for a cancel; `nil` where nobody can take it back.
  public var id: String?
  /// Tells how long it waits, on the caller's clock.
  public var delay: Duration

  /// Describes an event that is to come back.
  public init(event: Event<Data>, id: String?, delay: Duration) {
    self.event = event
    self.id = id
    self.delay = delay
  }
}

extension Effect: Equatable where Data: Equatable {}
extension Effect: Hashable where Data: Hashable {}
extension Dispatch: Equatable where Data: Equatable {}
extension Dispatch: Hashable where Data: Hashable {}

/// Names the ways in which events travel. Source: SCXML 6.2.4 and C.
public enum EventProcessor {
  /// SCXML's own, the only one here.
  public static let scxml = "http://www.w3.org/TR/scxml/#SCXMLEventProcessor"
  /// The HTTP processor, which a chart is refused for (SCXML C.2).
  public static let basicHTTP = "http://www.w3.org/TR/scxml/#BasicHTTPEventProcessor"
}
