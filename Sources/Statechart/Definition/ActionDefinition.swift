/// A condition of a transition or a branch. The null data model has only the predicate `In`, which is compiled. Other
/// data models read their own expressions.
///
/// Source: SCXML 5.9.1 and B.1.2.
public enum Condition: Sendable, Equatable {
  /// True while the named state is active: `In('id')` under the null data model.
  case inState(String)
  /// True if the data model evaluates the expression as true. If the evaluation fails, the condition is false and
  /// `error.execution` is raised.
  case expression(String)
}

/// One piece of executable content.
///
/// The actions of one handler are a block. If an action fails, the later actions of its block do not run (SCXML 4.10).
///
/// Source: SCXML 4, 5.4, 6.2 and 6.3.
public indirect enum Action: Sendable, Equatable {
  /// Places an event at the back of the internal queue (SCXML 4.2).
  case raise(String, line: Int = 0)
  /// Runs the first branch whose condition is true, if there is one (SCXML 4.3).
  case choose([Branch], line: Int = 0)
  /// Runs its actions once for each item of a collection (SCXML 4.6).
  case forEach(ForEachDefinition)
  /// Asks the caller to log something (SCXML 4.7).
  case log(label: String?, expression: String?, line: Int = 0)
  /// Changes the data (SCXML 5.4).
  case assign(location: String, value: DataDefinition.Value, line: Int = 0)
  /// Sends an event (SCXML 6.2).
  case send(SendDefinition)
  /// Cancels a delayed send (SCXML 6.3).
  case cancel(id: Given, line: Int = 0)

  /// One branch of an `if`, `elseif` or `else`.
  public struct Branch: Sendable, Equatable {
    /// The condition; `nil`, for an `else`, is always true.
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

/// The value of an attribute, written as text (`event`) or as an expression (`eventexpr`).
public enum Given: Sendable, Equatable {
  /// The text of the value.
  case literal(String)
  /// An expression that is evaluated when the value is needed.
  case expression(String)
}

/// A loop. Source: SCXML 4.6.
public struct ForEachDefinition: Sendable, Equatable {
  /// The expression for the collection. The collection is copied before the first round.
  public var array: String
  /// The name of the variable that receives each item. The variable is declared if it is new.
  public var item: String
  /// The name of the variable that counts the rounds from 0; `nil` for no variable.
  public var index: String?
  /// The actions that run in each round.
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
  /// The receiver; `nil` is the external queue of the session itself.
  public var target: Given?
  /// The event processor; `nil` is the SCXML event processor.
  public var type: Given?
  /// The delay, for example `1.5s` or `200ms`; `nil` is no delay.
  public var delay: Given?
  /// The identifier for cancelling the event; `nil` if the document gives none.
  public var id: String?
  /// The location that receives a generated identifier, which is used instead of `id`.
  public var idLocation: String?
  /// The locations whose values are sent. The name of a location is the name of its value (`namelist`).
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
