/// A value with one spelling: what it prints is what it reads, and what an entry holds.
///
/// Entries are signed over exact bytes, so a value that could be written in two ways would be two values.
public protocol Spelled: Codable, CustomStringConvertible {
  /// Reads the spelling; nil for any other text.
  init?(_ text: String)
}

extension Spelled {
  /// Reads the spelling of entries; refuses any other.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    guard let value = Self(try container.decode(String.self)) else {
      throw DecodingError.dataCorruptedError(in: container, debugDescription: "not a \(Self.self)")
    }
    self = value
  }

  /// Writes the spelling of entries.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(description)
  }
}
