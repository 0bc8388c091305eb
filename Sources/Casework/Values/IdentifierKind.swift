/// How an order may name a person. A name alone is not particular: two people can have it.
///
/// The spelling is the one in entries and in a source's annotation. A pack says which kinds its orders use.
public enum IdentifierKind: String, Sendable, Hashable, CaseIterable, Codable {
  /// The number that the State gave the person.
  case nationalID = "national_id"
  /// What the service itself calls the account.
  case accountID = "account_id"
  /// A telephone number.
  case phoneNumber = "phone_number"
  /// An e-mail address.
  case email
  /// The person's name.
  case name

  /// Says whether one of these can single a person out.
  public var isParticular: Bool { self != .name }

  /// Returns an identifier of this kind in the form in which two of them are compared.
  ///
  /// - Parameter dialling: how the office's country dials; only telephone numbers depend on it.
  public func normalized(_ text: String, dialling: DiallingPlan) -> String {
    switch self {
    case .nationalID, .accountID: PersianText.number(text)
    case .email: PersianText.number(text).lowercased()
    case .name: PersianText.normalized(text)
    case .phoneNumber: dialling.international(text)
    }
  }
}

/// How a country dials: what turns a number as people there write it into one that can be called from anywhere.
public struct DiallingPlan: Sendable, Hashable {
  /// The country code (ITU-T E.164), without `+`.
  public var countryCode: String
  /// What comes before a number that is dialled within the country: `0` in most.
  public var trunkPrefix: String

  /// Makes a plan; nil unless both are digits and the country code has one to three.
  public init?(countryCode: String, trunkPrefix: String) {
    let isDigits = { (text: String) in !text.isEmpty && text.utf8.allSatisfy { (48...57).contains($0) } }
    guard isDigits(countryCode), isDigits(trunkPrefix), countryCode.utf8.count <= 3, countryCode.first != "0" else {
      return nil
    }
    self.countryCode = countryCode
    self.trunkPrefix = trunkPrefix
  }

  private init() {
    countryCode = ""
    trunkPrefix = ""
  }

  /// The plan of no country: a number without its country code remains one.
  public static let none = DiallingPlan()

  /// Returns a telephone number as `+` and digits: `00` is `+`, and a national number gets the country code.
  ///
  /// What is neither remains as its digits.
  public func international(_ text: String) -> String {
    let digits = PersianText.number(text).filter { $0.isASCII && ($0.isNumber || $0 == "+") }
    if digits.hasPrefix("00") { return "+" + digits.dropFirst(2) }
    guard !trunkPrefix.isEmpty, digits.hasPrefix(trunkPrefix) else { return digits }
    return "+" + countryCode + digits.dropFirst(trunkPrefix.count)
  }
}
