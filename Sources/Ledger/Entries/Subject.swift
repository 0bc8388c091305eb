import Casework

/// What an entry is about. The entries of one subject form a chain: each names the one before it.
public enum Subject: Sendable, Hashable, CustomStringConvertible {
  /// The registers of the office.
  case registers
  /// A case.
  case matter(CaseNumber)

  private static let registersName = "registers"

  /// Makes the subject of an entry that has this case, or none.
  public init(_ number: CaseNumber?) { self = number.map { .matter($0) } ?? .registers }

  /// Reads the text form: `registers`, or the number of a case; nil for any other text.
  public init?(_ text: String) {
    if text == Self.registersName {
      self = .registers
    } else {
      guard let number = CaseNumber(text) else { return nil }
      self = .matter(number)
    }
  }

  /// The text form.
  public var description: String {
    switch self {
    case .registers: Self.registersName
    case .matter(let number): number.description
    }
  }

  /// The number of the case; nil for the registers.
  public var number: CaseNumber? {
    if case .matter(let number) = self { number } else { nil }
  }
}
