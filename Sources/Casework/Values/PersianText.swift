/// Normalises Persian text for comparison: one letter for its Arabic and Persian forms, one kind of digit, one kind of
/// space.
public enum PersianText {
  /// Returns a name, normalised for comparison: ی for ي and ى, ک for ك, ASCII digits for the digits of any script, and
  /// one space for any run of spaces and ZWNJ. Invisible characters are removed: marks, direction signs, controls,
  /// joiners.
  public static func normalized(_ text: String) -> String {
    var result = ""
    var pendingSpace = false
    for scalar in text.unicodeScalars {
      switch scalar.properties.generalCategory {
      case .spaceSeparator, .lineSeparator, .paragraphSeparator: pendingSpace = !result.isEmpty
      case .control where isSpace(scalar), .format where isSpace(scalar): pendingSpace = !result.isEmpty
      case .control, .format, .nonspacingMark, .enclosingMark, .surrogate, .privateUse, .unassigned: continue
      default:
        // A tatweel only stretches a word.
        if scalar == "\u{0640}" { continue }
        if pendingSpace { result += " " }
        pendingSpace = false
        result.unicodeScalars.append(letter(scalar))
      }
    }
    return result
  }

  /// Returns a number, normalised for comparison: as `normalized`, without spaces.
  public static func number(_ text: String) -> String {
    normalized(text).filter { $0 != " " }
  }

  /// Returns a reference number, normalised for comparison: only letters, digits, slashes and hyphens, in lower case.
  /// Two letter numbers that look the same become equal.
  public static func reference(_ text: String) -> String {
    let kept = number(text).lowercased().unicodeScalars.filter { scalar in
      scalar.properties.isAlphabetic || ("0"..."9").contains(scalar) || scalar == "/" || scalar == "-"
    }
    return String(String.UnicodeScalarView(kept))
  }

  /// Says whether a control or format character counts as a space: a tab, a line end, or the ZWNJ between parts of a
  /// word.
  private static func isSpace(_ scalar: Unicode.Scalar) -> Bool {
    scalar == "\u{200C}" || (0x09...0x0D).contains(scalar.value) || scalar.value == 0x85
  }

  private static func letter(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    switch scalar {
    case "\u{064A}", "\u{0649}": return "\u{06CC}"
    case "\u{0643}": return "\u{06A9}"
    default: break
    }
    guard scalar.properties.generalCategory == .decimalNumber, let value = scalar.properties.numericValue else {
      return scalar
    }
    return Unicode.Scalar(48 + UInt8(value))
  }
}
