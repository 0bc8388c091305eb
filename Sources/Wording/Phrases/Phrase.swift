import Casework

/// A text for people. Each of its parts is marked as words or as data.
///
/// Words belong to a language. Data (ids, paths, commands, event and state names, numbers) are the same in every
/// language. In a literal, the text itself is words. Numbers and ids are interpolated directly, as data. Other data are
/// marked with `data:`:
///
///     let phrase: Phrase = "the order lacks \(language.text(part)) on line \(12) of \(data: file)"
///
/// A string that is interpolated without `data:` does not compile, so it cannot become words by mistake.
///
/// The parts stay separate until the phrase is printed. So a language can isolate data in a right-to-left text, and a
/// test can tell a translated sentence from one that was written where it is printed.
public struct Phrase: Sendable, Hashable {
  /// A part of a phrase.
  public enum Piece: Sendable, Hashable {
    /// Text in a language.
    case words(String)
    /// Text that is the same in every language.
    case data(String)
  }

  /// The parts in order.
  public private(set) var pieces: [Piece]

  /// Makes a phrase of parts. Empty parts are left out.
  public init(_ pieces: [Piece]) {
    self.pieces = pieces.filter { $0 != .words("") && $0 != .data("") }
  }

  /// The empty phrase.
  public static let empty = Phrase([])

  /// Makes a phrase of data only.
  public static func data(_ value: some CustomStringConvertible) -> Phrase { Phrase([.data(value.description)]) }

  /// The text, as it is printed.
  public var text: String {
    pieces.map { piece in
      switch piece {
      case .words(let text), .data(let text): text
      }
    }.joined()
  }

  /// The phrase with each control character and direction mark in its data written as `\u{…}`. So data that a person
  /// typed into a register or an annotation cannot move the cursor, hide a line or reverse a number.
  public var visible: Phrase {
    Phrase(
      pieces.map { piece in
        guard case .data(let text) = piece, text.unicodeScalars.contains(where: Self.isHidden) else { return piece }
        return .data(
          text.unicodeScalars.map { scalar in
            Self.isHidden(scalar) ? "\\u{\(String(scalar.value, radix: 16, uppercase: true))}" : String(scalar)
          }.joined())
      })
  }

  /// Says whether a scalar is a control, a separator of lines or paragraphs, or a format character: among others the
  /// marks of direction and the characters without width (U+061C, U+200B, U+200E, U+200F, U+202A to U+202E, U+2060 to
  /// U+2064, U+2066 to U+2069, U+FEFF). The joiners U+200C and U+200D are shown as they are, because Persian words need
  /// them.
  public static func isHidden(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .control, .lineSeparator, .paragraphSeparator: true
    case .format: scalar != "\u{200C}" && scalar != "\u{200D}"
    default: false
    }
  }

  /// Says whether the phrase has no text.
  public var isEmpty: Bool { pieces.isEmpty }

  /// Returns the phrase with its words changed and its data as they are.
  public func mapWords(_ change: (String) -> String) -> Phrase {
    Phrase(
      pieces.map { piece in
        switch piece {
        case .words(let text): .words(change(text))
        case .data: piece
        }
      })
  }

  /// Joins two phrases.
  public static func + (left: Phrase, right: Phrase) -> Phrase { Phrase(left.pieces + right.pieces) }
}

extension Phrase: ExpressibleByStringInterpolation {
  /// Collects the parts of an interpolated literal.
  public struct StringInterpolation: StringInterpolationProtocol {
    fileprivate var pieces: [Piece] = []

    /// Prepares for a literal.
    public init(literalCapacity: Int, interpolationCount: Int) {}

    /// Adds words.
    public mutating func appendLiteral(_ literal: String) { pieces.append(.words(literal)) }

    /// Adds the parts of another phrase.
    public mutating func appendInterpolation(_ phrase: Phrase) { pieces += phrase.pieces }

    /// Adds data.
    public mutating func appendInterpolation(data value: some CustomStringConvertible) {
      pieces.append(.data(value.description))
    }

    /// Adds a number.
    public mutating func appendInterpolation(_ number: Int) { appendInterpolation(data: number) }

    /// Adds the number of a case.
    public mutating func appendInterpolation(_ number: CaseNumber) { appendInterpolation(data: number) }

    /// Adds the id of an officer.
    public mutating func appendInterpolation(_ officer: OfficerID) { appendInterpolation(data: officer) }

    /// Adds a day in its ISO form.
    public mutating func appendInterpolation(_ day: Day) { appendInterpolation(data: day) }
  }

  /// Makes a phrase of words.
  public init(stringLiteral value: String) { self.init([.words(value)]) }

  /// Makes a phrase of words and data.
  public init(stringInterpolation: StringInterpolation) { self.init(stringInterpolation.pieces) }
}

extension Sequence where Element == Phrase {
  /// Joins phrases with a separator between each two.
  public func joined(_ separator: Phrase) -> Phrase {
    var result: [Phrase.Piece] = []
    for (index, phrase) in enumerated() {
      if index > 0 { result += separator.pieces }
      result += phrase.pieces
    }
    return Phrase(result)
  }
}
