/// A value as a source stores it. Two values are equal if they have the same kind and the same content.
public enum SourceValue: Sendable {
  /// No value.
  case null
  /// A whole number.
  case integer(Int64)
  /// A floating-point number.
  case real(Double)
  /// A text. Texts are compared byte by byte, so two Unicode spellings of one letter are different.
  case text(String)
  /// Bytes.
  case bytes([UInt8])

  /// Says whether the value is null.
  public var isNull: Bool { if case .null = self { true } else { false } }
}

extension SourceValue: Hashable {
  /// Says whether two values have the same kind and the same content. Texts are compared byte by byte.
  public static func == (left: SourceValue, right: SourceValue) -> Bool {
    switch (left, right) {
    case (.null, .null): true
    case (.integer(let one), .integer(let other)): one == other
    case (.real(let one), .real(let other)): one == other
    // `String` compares by canonical equivalence, which would treat the names of two persons as equal.
    case (.text(let one), .text(let other)): one.utf8.elementsEqual(other.utf8)
    case (.bytes(let one), .bytes(let other)): one == other
    default: false
    }
  }

  /// Hashes the content that `==` compares.
  public func hash(into hasher: inout Hasher) {
    switch self {
    case .null: hasher.combine(0)
    case .integer(let number): hasher.combine(number)
    case .real(let number): hasher.combine(number)
    case .text(let text): for byte in text.utf8 { hasher.combine(byte) }
    case .bytes(let bytes): hasher.combine(bytes)
    }
  }
}

/// A column of a source's collection.
public struct SourceColumn: Sendable, Hashable {
  /// The kind of values that a column is declared to have.
  public enum Kind: String, Sendable, Hashable, CaseIterable {
    /// Whole numbers.
    case integer
    /// Numbers.
    case real
    /// Texts.
    case text
    /// Bytes.
    case bytes
    /// Another kind, or no declared kind.
    case other
  }

  /// The column's name, as the source spells it.
  public let name: String
  /// The declared kind. The values themselves may be of another kind.
  public let kind: Kind

  /// Makes a column.
  public init(name: String, kind: Kind) {
    self.name = name
    self.kind = kind
  }
}
