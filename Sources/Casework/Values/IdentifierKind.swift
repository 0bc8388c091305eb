/// A kind of identifier by which an order names a person. A name alone is not enough, because two people can have it.
///
/// The raw values are words of entries and of annotations. A pack lists the kinds that its orders use.
public enum IdentifierKind: String, Sendable, Hashable, CaseIterable, Codable {
  /// The number that the State gave the person.
  case nationalID = "national_id"
  /// The account in the service's own naming.
  case accountID = "account_id"
  /// A telephone number.
  case phoneNumber = "phone_number"
  /// An e-mail address.
  case email
  /// The person's name.
  case name

  /// Says whether an identifier of this kind can identify one person.
  public var isParticular: Bool { self != .name }

  /// Returns an identifier of this kind, normalised for comparison.
  ///
  /// - Parameter dialling: the plan of the office's country. Only telephone numbers depend on it.
  public func normalized(_ text: String, dialling: DiallingPlan) -> String {
    switch self {
    case .nationalID, .accountID: PersianText.number(text)
    case .email: PersianText.number(text).lowercased()
    case .name: PersianText.normalized(text)
    case .phoneNumber: dialling.international(text)
    }
  }
}

/// The dialling rules of a country. They convert a national telephone number into the international form.
public struct DiallingPlan: Sendable, Hashable {
  /// The country code (ITU-T E.164), without `+`.
  public var countryCode: String
  /// The digits before a number that is dialled within the country: `0` in most countries.
  public var trunkPrefix: String

  /// Makes a plan. Nil unless both texts are digits, and the country code has one to three digits and does not begin
  /// with 0.
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

  /// A plan without a country. It leaves a national number as it is.
  public static let none = DiallingPlan()

  /// Returns a telephone number as `+` and digits. `00` becomes `+`, and a national number gets the country code.
  ///
  /// A number of another form is returned as its digits.
  public func international(_ text: String) -> String {
    let digits = PersianText.number(text).filter { $0.isASCII && ($0.isNumber || $0 == "+") }
    if digits.hasPrefix("00") { return "+" + digits.dropFirst(2) }
    guard !trunkPrefix.isEmpty, digits.hasPrefix(trunkPrefix) else { return digits }
    return "+" + countryCode + digits.dropFirst(trunkPrefix.count)
  }
}
