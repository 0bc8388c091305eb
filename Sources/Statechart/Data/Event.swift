/// An event with all fields that a data model can read. Source: SCXML 5.10.1.
public struct Event<Data: Sendable>: Sendable {
  /// The kinds of event, by their source.
  public enum Kind: String, Sendable {
    /// An event of the machine itself: an error or `done.state`.
    case platform
    /// An event of `raise`, or of `send` to the internal queue.
    case `internal`
    /// Any other event.
    case external
  }

  /// The name of the event.
  public var name: String
  /// The kind of the event (`_event.type`).
  public var kind: Kind
  /// The identifier of the `send` that made the event, or of the failed `send` that an error event reports; `nil` if
  /// there is none (`_event.sendid`).
  public var sendID: String?
  /// The address to which a reply can be sent (`_event.origin`).
  public var origin: String?
  /// The event processor with which a reply can be sent (`_event.origintype`).
  public var originType: String?
  /// The data of the event (`_event.data`).
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

/// A request of a step to its caller. A step itself has no effects: the caller must carry out the request.
public enum Effect<Data: Sendable>: Sendable {
  /// The caller must put an event into the session's own external queue, after a delay.
  case send(Dispatch<Data>)
  /// The caller must discard the delayed events with this identifier that are not yet due. There may be none.
  case cancel(id: String)
  /// The caller must log a label and a value.
  case log(label: String?, value: Data?)
}

/// An event that the caller must deliver to the session. Source: SCXML 6.2 and C.1.
public struct Dispatch<Data: Sendable>: Sendable {
  /// The event to deliver.
  public var event: Event<Data>
  /// The identifier for cancelling the event; `nil` if it cannot be cancelled.
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
  /// The SCXML event processor, the only one that is supported.
  public static let scxml = "http://www.w3.org/TR/scxml/#SCXMLEventProcessor"
  /// The HTTP event processor. A chart is refused if the attribute `type` of a `send` names it (SCXML C.2).
  public static let basicHTTP = "http://www.w3.org/TR/scxml/#BasicHTTPEventProcessor"
}
