/// Persian text made comparable: one letter for the Arabic and Persian forms, one kind of digit, one kind of space.
public enum PersianText {
  /// Returns text for comparison of names: ی for ي and ى, ک for ك, ASCII digits, single spaces for spaces and ZWNJ, and
  /// neither vowel signs, tatweel nor direction marks.
  public static func normalized(_ text: String) -> String {
    var result = ""
    var pendingSpace = false
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0x064B...0x065F, 0x0670, 0x0640, 0x200E, 0x200F, 0x200D, 0x202A...0x202E, 0x2066...0x2069, 0xFEFF: continue
      case 0x200C, 0x00A0, 0x0009...0x000D, 0x0020: pendingSpace = !result.isEmpty
      default:
        if pendingSpace { result += " " }
        pendingSpace = false
        result.unicodeScalars.append(letter(scalar))
      }
    }
    return result
  }

  /// Returns text for comparison of numbers: as `normalized`, without any space.
  public static func number(_ text: String) -> String {
    normalized(text).filter { $0 != " " }
  }

  private static func letter(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    switch scalar.value {
    case 0x064A, 0x0649: "\u{06CC}"
    case 0x0643: "\u{06A9}"
    case 0x0660...0x0669: Unicode.Scalar(UInt8(scalar.value - 0x0660 + 48))
    case 0x06F0...0x06F9: Unicode.Scalar(UInt8(scalar.value - 0x06F0 + 48))
    default: scalar
    }
  }
}

extension IdentifierKind {
  /// Returns an identifier of this kind in the form in which two of them are compared.
  public func normalized(_ text: String) -> String {
    switch self {
    case .nationalID, .accountID: return PersianText.number(text)
    case .email: return PersianText.number(text).lowercased()
    case .name: return PersianText.normalized(text)
    case .phoneNumber:
      var digits = PersianText.number(text).filter { $0.isASCII && ($0.isNumber || $0 == "+") }
      if digits.hasPrefix("00") { digits = "+" + digits.dropFirst(2) }
      // A national number: Iran's country code, as the pack's orders are written.
      if digits.hasPrefix("0") { digits = "+98" + digits.dropFirst() }
      return digits
    }
  }
}
