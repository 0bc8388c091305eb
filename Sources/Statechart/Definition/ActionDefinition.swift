/// Holds a condition. The null data model knows one predicate, which is compiled; others are the data model's to read.
///
/// Source: SCXML 5.9.1 and B.1.2.
public enum Condition: Sendable, Equatable {
  /// Is true while the named state is active: `In('id')` under the null data model.
  case inState(String)
  /// Is true where the data model says so; where it cannot tell, `error.execution` is raised and it is false.
  case expression(String)
}

/// Holds one piece of executable content.
///
/// Actions in one handler are a block: where one of them fails, those after it are not done (SCXML 4.10).
///
/// Source: SCXML 4, 5.4, 6.2 and 6.3.
public indirect enum Action: Sendable, Equatable {
  /// Places an event at the back of the internal queue (SCXML 4.2).
  case raise(String, line: Int = 0)
  /// Does the first branch whose condition holds, if any (SCXML 4.3).
  case choose([Branch], line: Int = 0)
  /// Does its actions once for each item of a collection (SCXML 4.6).
  case forEach(ForEachDefinition)
  /// Tells the outside something (SCXML 4.7).
  case log(label: String?, expression: String?, line: Int = 0)
  /// Changes the data (SCXML 5.4).
  case assign(location: String, value: DataDefinition.Value, line: Int = 0)
  /// Sends an event (SCXML 6.2).
  case send(SendDefinition)
  /// Takes back a delayed send (SCXML 6.3).
  case cancel(id: Given, line: Int = 0)

  /// Holds one branch of an `if`, `elseif` or `else`; without a condition it is always taken.
  public struct Branch: Sendable, Equatable {
    /// Holds what must be true; `nil` for an `else`.
    public var condition: Condition?
    /// Lists what is done then.
    public var actions: [Action]

    /// Describes a branch.
    public init(condition: Condition?, actions: [Action]) {
      self.condition = condition
      self.actions = actions
    }
  }
}

/// Holds what an attribute says outright, or the expression that says it when the time comes (`event`, `eventexpr`).
public enum Given: Sendable, Equatable {
  case literal(String)
  case expression(String)
}

/// Describes a loop. Source: SCXML 4.6.
public struct ForEachDefinition: Sendable, Equatable {
  /// Holds the expression that gives the collection, which is copied before the first round.
  public var array: String
  /// Names the variable that each item is put into; it is declared where it is new.
  public var item: String
  /// Names the variable that counts the rounds from 0, if wanted.
  public var index: String?
  /// Lists what is done in each round.
  public var actions: [Action]
  /// Tells the line of the element.
  public var line: Int

  /// Describes a loop.
  public init(array: String, item: String, index: String? = nil, actions: [Action], line: Int = 0) {
    self.array = array
    self.item = item
    self.index = index
    self.actions = actions
    self.line = line
  }
}

/// Describes an event to send. Source: SCXML 6.2.
public struct SendDefinition: Sendable, Equatable {
  /// Says the event's name.
  public var event: Given?
  /// Says to whom; `nil` stands for the session itself, by its external queue.
  public var target: Given?
  /// Says by which event processor; `nil` stands for SCXML's own.
  public var type: Given?
  /// Says after which time, as `1.5s` or `200ms`; `nil` stands for at once.
  public var delay: Given?
  /// Names the sending, to take it back; `nil` where nobody does.
  public var id: String?
  /// Says where to put a new name for the sending, instead of `id`.
  public var idLocation: String?
  /// Lists locations that go along under their own names.
  public var names: [String]
  /// Describes what else goes along.
  public var payload: PayloadDefinition?
  /// Tells the line of the element.
  public var line: Int

  /// Describes an event to send.
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
