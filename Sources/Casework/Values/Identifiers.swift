/// The number of a case in its office: the year of the office's calendar and a serial, `1405-0001`.
public struct CaseNumber: Sendable, Hashable, Comparable, Spelled {
  /// The year of the office's calendar in which the case was opened.
  public let year: Int
  /// The place of the case among the cases of that year, from 1.
  public let serial: Int

  /// Makes a number. Serials start at 1 every year.
  public init(year: Int, serial: Int) {
    self.year = year
    self.serial = serial
  }

  /// Reads `1405-0001`; nil for any other form.
  public init?(_ text: String) {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.count == 2, parts[0].utf8.count == 4, parts[1].utf8.count >= 4,
      parts.allSatisfy({ $0.utf8.allSatisfy { (48...57).contains($0) } }),
      let year = Int(parts[0]), let serial = Int(parts[1]), (1...9_999_999).contains(serial)
    else { return nil }
    self.init(year: year, serial: serial)
    guard description == text else { return nil }
  }

  /// The spelling, as `init(_:)` reads it.
  public var description: String { "\(Day.padded(year, 4))-\(Day.padded(serial, 4))" }

  /// Compares numbers by year, then by serial.
  public static func < (left: CaseNumber, right: CaseNumber) -> Bool {
    (left.year, left.serial) < (right.year, right.serial)
  }
}

/// The id of an officer: `o-` and eight hexadecimal digits. The officer's name is sealed.
public struct OfficerID: Sendable, Hashable, Comparable, Spelled {
  private let text: String

  /// Reads an id; nil for any other text.
  public init?(_ text: String) {
    guard text.hasPrefix("o-"), text.utf8.count == 10,
      text.utf8.dropFirst(2).allSatisfy({ (48...57).contains($0) || (97...102).contains($0) })
    else { return nil }
    self.text = text
  }

  /// The spelling, as `init(_:)` reads it.
  public var description: String { text }

  /// Compares ids as texts.
  public static func < (left: OfficerID, right: OfficerID) -> Bool { left.text < right.text }
}

/// The id that the office gives an issuing authority in its register: lower-case letters, digits and hyphens.
public struct AuthorityID: Sendable, Hashable, Comparable, Spelled {
  private let text: String

  /// Reads an id of 2 to 64 characters; nil for any other text.
  public init?(_ text: String) {
    guard (2...64).contains(text.utf8.count), text.utf8.first != UInt8(ascii: "-"),
      text.utf8.allSatisfy({ (48...57).contains($0) || (97...122).contains($0) || $0 == UInt8(ascii: "-") })
    else { return nil }
    self.text = text
  }

  /// The spelling, as `init(_:)` reads it.
  public var description: String { text }

  /// Compares ids as texts.
  public static func < (left: AuthorityID, right: AuthorityID) -> Bool { left.text < right.text }
}

/// The id of an office: sixteen hexadecimal digits, drawn at random when it was founded. It never changes.
public struct OfficeID: Sendable, Hashable, Spelled {
  private let text: String

  /// Reads an id; nil for any other text.
  public init?(_ text: String) {
    guard text.utf8.count == 16, text.utf8.allSatisfy({ (48...57).contains($0) || (97...102).contains($0) }) else {
      return nil
    }
    self.text = text
  }

  /// The spelling, as `init(_:)` reads it.
  public var description: String { text }
}
