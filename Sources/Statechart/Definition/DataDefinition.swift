/// A variable. Source: SCXML 5.3.
public struct DataDefinition: Sendable, Equatable {
  /// The source of a value.
  public enum Value: Sendable, Equatable {
    /// No value is given. The variable exists and is empty.
    case none
    /// The value of an expression.
    case expression(String)
    /// The value that the data model reads from a text (for example SCXML B.2.1).
    case text(String)
    /// A value that could not be fetched. Using it raises `error.execution`.
    case unavailable
  }

  /// The name of the variable.
  public var id: String
  /// Its first value.
  public var value: Value
  /// The line of the element.
  public var line: Int

  /// Makes a variable.
  public init(id: String, value: Value = .none, line: Int = 0) {
    self.id = id
    self.value = value
    self.line = line
  }
}

/// The data of an event: named values, or one content. Source: SCXML 5.5, 5.6, 5.7.
public enum PayloadDefinition: Sendable, Equatable {
  /// Named values, in document order.
  case parameters([Parameter])
  /// One value.
  case content(DataDefinition.Value, line: Int = 0)

  /// One named value.
  public struct Parameter: Sendable, Equatable {
    /// The source of a named value.
    public enum Source: Sendable, Equatable {
      /// The value is the result of an expression.
      case expression(String)
      /// The value is read from a location.
      case location(String)
    }

    /// The name of the value.
    public var name: String
    /// The source of the value.
    public var source: Source
    /// The line of the element.
    public var line: Int

    /// Makes a named value.
    public init(name: String, source: Source, line: Int = 0) {
      self.name = name
      self.source = source
      self.line = line
    }
  }
}
