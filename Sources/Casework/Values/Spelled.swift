/// A value with exactly one text form, its spelling. Printing, reading and entries use this form.
///
/// Entries are signed over exact bytes, so each value must have one spelling only.
public protocol Spelled: Codable, CustomStringConvertible {
  /// Reads the spelling; nil for any other text.
  init?(_ text: String)
}

extension Spelled {
  /// Decodes the form that entries contain; throws for any other form.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    guard let value = Self(try container.decode(String.self)) else {
      throw DecodingError.dataCorruptedError(in: container, debugDescription: "not a \(Self.self)")
    }
    self = value
  }

  /// Encodes the form that entries contain.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(description)
  }
}
