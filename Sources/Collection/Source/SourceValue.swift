/// A value as a source holds it. Equal values have the same kind and the same bytes.
public enum SourceValue: Sendable {
  /// No value.
  case null
  /// A whole number.
  case integer(Int64)
  /// A floating-point number.
  case real(Double)
  /// A text, compared byte by byte: two spellings of one letter are two texts.
  case text(String)
  /// Bytes.
  case bytes([UInt8])

  /// Says whether there is no value.
  public var isNull: Bool { if case .null = self { true } else { false } }
}

extension SourceValue: Hashable {
  /// Says whether two values have the same kind and bytes.
  public static func == (left: SourceValue, right: SourceValue) -> Bool {
    switch (left, right) {
    case (.null, .null): true
    case (.integer(let one), .integer(let other)): one == other
    case (.real(let one), .real(let other)): one == other
    // Strings compare by canonical equivalence, which would take two people's names for one.
    case (.text(let one), .text(let other)): one.utf8.elementsEqual(other.utf8)
    case (.bytes(let one), .bytes(let other)): one == other
    default: false
    }
  }

  /// Feeds what `==` compares.
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
  /// What a column is declared to hold.
  public enum Kind: String, Sendable, Hashable, CaseIterable {
    /// Whole numbers.
    case integer
    /// Numbers.
    case real
    /// Texts.
    case text
    /// Bytes.
    case bytes
    /// Another kind, or any.
    case other
  }

  /// The column's name, spelled as the source spells it.
  public let name: String
  /// What it is declared to hold. The values themselves may be of another kind.
  public let kind: Kind

  /// Makes a column.
  public init(name: String, kind: Kind) {
    self.name = name
    self.kind = kind
  }
}
