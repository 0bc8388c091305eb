/// A condition. The null data model has one predicate, which is compiled; other data models read their own.
///
/// Source: SCXML 5.9.1 and B.1.2.
public enum Condition: Sendable, Equatable {
  /// True while the named state is active: `In('id')` under the null data model.
  case inState(String)
  /// True where the data model evaluates it as true. Where it cannot be evaluated, it is false and `error.execution` is
  /// raised.
  case expression(String)
}

/// One piece of executable content.
///
/// Actions in one handler are a block: where one of them fails, those after it are not done (SCXML 4.10).
///
/// Source: SCXML 4, 5.4, 6.2 and 6.3.
public indirect enum Action: Sendable, Equatable {
  /// Places an event at the back of the internal queue (SCXML 4.2).
  case raise(String, line: Int = 0)
  /// Does the first branch whose condition is true, if any (SCXML 4.3).
  case choose([Branch], line: Int = 0)
  /// Does its actions once for each item of a collection (SCXML 4.6).
  case forEach(ForEachDefinition)
  /// Asks the caller to log something (SCXML 4.7).
  case log(label: String?, expression: String?, line: Int = 0)
  /// Changes the data (SCXML 5.4).
  case assign(location: String, value: DataDefinition.Value, line: Int = 0)
  /// Sends an event (SCXML 6.2).
  case send(SendDefinition)
  /// Cancels a delayed send (SCXML 6.3).
  case cancel(id: Given, line: Int = 0)

  /// One branch of an `if`, `elseif` or `else`; without a condition it is always taken.
  public struct Branch: Sendable, Equatable {
    /// The condition; `nil` for an `else`.
    public var condition: Condition?
    /// The actions of the branch.
    public var actions: [Action]

    /// Makes a branch.
    public init(condition: Condition?, actions: [Action]) {
      self.condition = condition
      self.actions = actions
    }
  }
}

/// A value that an attribute gives itself, or by an expression (`event`, `eventexpr`).
public enum Given: Sendable, Equatable {
  /// The value itself.
  case literal(String)
  /// An expression that is evaluated when the value is needed.
  case expression(String)
}

/// A loop. Source: SCXML 4.6.
public struct ForEachDefinition: Sendable, Equatable {
  /// The expression that gives the collection, which is copied before the first round.
  public var array: String
  /// The name of the variable that each item is put into; it is declared if it is new.
  public var item: String
  /// The name of the variable that counts the rounds from 0, if wanted.
  public var index: String?
  /// The actions that are done in each round.
  public var actions: [Action]
  /// The line of the element.
  public var line: Int

  /// Makes a loop.
  public init(array: String, item: String, index: String? = nil, actions: [Action], line: Int = 0) {
    self.array = array
    self.item = item
    self.index = index
    self.actions = actions
    self.line = line
  }
}

/// An event to send. Source: SCXML 6.2.
public struct SendDefinition: Sendable, Equatable {
  /// The event's name.
  public var event: Given?
  /// The receiver; `nil` is the session itself, by its external queue.
  public var target: Given?
  /// The event processor; `nil` is SCXML's own.
  public var type: Given?
  /// The delay, as `1.5s` or `200ms`; `nil` is no delay.
  public var delay: Given?
  /// The identifier by which the event can be cancelled; `nil` where it cannot.
  public var id: String?
  /// The location that receives a new identifier, instead of `id`.
  public var idLocation: String?
  /// Locations whose values are sent under their own names.
  public var names: [String]
  /// The other data of the event.
  public var payload: PayloadDefinition?
  /// The line of the element.
  public var line: Int

  /// Makes an event to send.
  public init(
    event: Given? = nil,
    target: Given? = nil,
    type: Given? = nil,
    delay: Given? = nil,
    id: String? = nil,
    idLocation: String? = nil,
    names: [String] = [],
    payload: PayloadDefinition? = nil,
    line: Int = 0
  ) {
    self.event = event
    self.target = target
    self.type = type
    self.delay = delay
    self.id = id
    self.idLocation = idLocation
    self.names = names
    self.payload = payload
    self.line = line
  }
}
