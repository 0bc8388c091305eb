/// Describes a variable. Source: SCXML 5.3.
public struct DataDefinition: Sendable, Equatable {
  /// Distinguishes where a value comes from.
  public enum Value: Sendable, Equatable {
    /// There is none: the variable exists and is empty.
    case none
    /// It is what an expression gives.
    case expression(String)
    /// It is what the data model makes of a text (SCXML B.2.1, for one).
    case text(String)
    /// It was to come from elsewhere and did not: asking for it raises `error.execution`.
    case unavailable
  }

  /// Names the variable.
  public var id: String
  /// Says what it holds at first.
  public var value: Value
  /// Tells the line of the element.
  public var line: Int

  /// Describes a variable.
  public init(id: String, value: Value = .none, line: Int = 0) {
    self.id = id
    self.value = value
    self.line = line
  }
}

/// Describes what goes along with an event: named values, or one content. Source: SCXML 5.5, 5.6, 5.7.
public enum PayloadDefinition: Sendable, Equatable {
  /// Carries named values, in document order.
  case parameters([Parameter])
  /// Carries one value.
  case content(DataDefinition.Value, line: Int = 0)

  /// Describes one named value.
  public struct Parameter: Sendable, Equatable {
    /// Distinguishes how the value is found.
    public enum Source: Sendable, Equatable {
      case expression(String)
      case location(String)
    }

    /// Names the value.
    public var name: String
    /// Says how it is found.
    public var source: Source
    /// Tells the line of the element.
    public var line: Int

    /// Describes one named value.
    public init(name: String, source: Source, line: Int = 0) {
      self.name = name
      self.source = source
      self.line = line
    }
  }
}
