/// An event with everything that a data model can read from it. Source: SCXML 5.10.1.
public struct Event<Data: Sendable>: Sendable {
  /// Where an event comes from.
  public enum Kind: String, Sendable {
    /// The machine itself: errors and `done.state`.
    case platform
    /// `raise`, and `send` to the internal queue.
    case `internal`
    /// Everything else.
    case external
  }

  /// The name of the event.
  public var name: String
  /// Where it comes from.
  public var kind: Kind
  /// The identifier of the `send` that made it or that failed, if it has one (`_event.sendid`).
  public var sendID: String?
  /// An address for an answer (`_event.origin`).
  public var origin: String?
  /// The event processor that sends an answer (`_event.origintype`).
  public var originType: String?
  /// Its data (`_event.data`).
  public var data: Data?

  /// Makes an event.
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

/// Something that a step asks of its caller. Nothing happens until the caller does it.
public enum Effect<Data: Sendable>: Sendable {
  /// Put an event into the session's own external queue, after a delay.
  case send(Dispatch<Data>)
  /// Forget the delayed events with that identifier that are not yet due; there may be none.
  case cancel(id: String)
  /// Log a label and a value.
  case log(label: String?, value: Data?)
}

/// An event that the caller must give back to the session. Source: SCXML 6.2 and C.1.
public struct Dispatch<Data: Sendable>: Sendable {
  /// The event as it will arrive.
  public var event: Event<Data>
  /// The identifier by which it can be cancelled; `nil` where it cannot.
  public var id: String?
  /// The delay, on the caller's clock.
  public var delay: Duration

  /// Makes a dispatch.
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

/// The identifiers of event processors. Source: SCXML 6.2.4 and C.
public enum EventProcessor {
  /// SCXML's own, the only one that is supported.
  public static let scxml = "http://www.w3.org/TR/scxml/#SCXMLEventProcessor"
  /// The HTTP processor. A chart that uses it is refused (SCXML C.2).
  public static let basicHTTP = "http://www.w3.org/TR/scxml/#BasicHTTPEventProcessor"
}
