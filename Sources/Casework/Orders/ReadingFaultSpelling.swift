extension ReadingFault: Spelled {
  /// Reads the text of a fault; nil for any other text, also for the English sentence of an older entry.
  public init?(_ text: String) {
    let words = text.split(separator: " ", omittingEmptySubsequences: false).map(String.init)
    guard let fault = Self.read(words[0], Array(words.dropFirst())), fault.description == text else { return nil }
    self = fault
  }

  /// The code and its parameters, separated by spaces.
  public var description: String { ([parts.code] + parts.parameters).joined(separator: " ") }

  /// The code without parameters, for programs.
  public var code: String { parts.code }

  /// The text for a nil name. The schema does not define such a name, so the document's own word is not written.
  private static let unknown = "?"

  private var parts: (code: String, parameters: [String]) {
    func name(_ text: String?) -> String { text ?? Self.unknown }
    switch self {
    case .empty: return ("empty", [])
    case .tooLarge(let limit): return ("too-large", ["\(limit)"])
    case .notUTF8: return ("not-utf-8", [])
    case .notWellFormed(let how): return ("not-well-formed", [how.rawValue])
    case .doctype: return ("doctype", [])
    case .tooManyAttributes(let limit): return ("too-many-attributes", ["\(limit)"])
    case .tooManyChildren(let element, let limit): return ("too-many-children", [name(element), "\(limit)"])
    case .unexpectedElement(let element, let parent): return ("unexpected-element", [name(element), name(parent)])
    case .missingElement(let element, let parent): return ("missing-element", [element, parent])
    case .repeatedElement(let element): return ("repeated-element", [element])
    case .misplacedElement(let element): return ("misplaced-element", [element])
    case .unexpectedAttribute(let attribute, let element): return ("unexpected-attribute", [name(attribute), element])
    case .missingAttribute(let attribute, let element): return ("missing-attribute", [attribute, element])
    case .badValue(let element, let attribute, let allowed): return ("bad-value", [element, name(attribute)] + allowed)
    case .unexpectedText(let element): return ("unexpected-text", [element])
    case .notBySchema(let element): return ("not-by-schema", [name(element)])
    case .unknownFormat: return ("unknown-format", [])
    case .noSuchDay(let field, let calendar): return ("no-such-day", [field, calendar.rawValue])
    case .centuriesAway(let field, let calendar): return ("centuries-away", [field, calendar.rawValue])
    case .tooManyTargets(let limit): return ("too-many-targets", ["\(limit)"])
    case .periodBackwards: return ("period-backwards", [])
    case .answerBeforeIssue: return ("answer-before-issue", [])
    case .unknownClass: return ("unknown-class", [])
    case .unknownIdentifierKind(let kind): return ("unknown-identifier-kind", [kind.rawValue])
    case .badIdentifier(let kind): return ("bad-identifier", [kind.rawValue])
    case .declaredTwice(let element): return ("declared-twice", [element])
    case .notDeclared(let element, let attribute): return ("not-declared", [element, attribute])
    case .categoryOfAnotherClass: return ("category-of-another-class", [])
    case .packName: return ("pack-name", [])
    case .noLegalBases: return ("no-legal-bases", [])
    case .noManifest: return ("no-manifest", [])
    case .classesInManifest: return ("classes-in-manifest", [])
    case .noClasses: return ("no-classes", [])
    case .chartNotListed: return ("chart-not-listed", [])
    case .chartAbsent(let instrument): return ("chart-absent", [instrument])
    case .chartFileName(let instrument): return ("chart-file-name", [instrument])
    case .chart(let reason): return ("chart", reason.split(separator: " ").map(String.init))
    case .schemaUnreadable: return ("schema-unreadable", [])
    }
  }

  private static func read(_ code: String, _ words: [String]) -> ReadingFault? {
    func name(_ index: Int) -> String? { words[index] == unknown ? nil : words[index] }
    let number = words.last.flatMap { Int($0) } ?? 0
    switch (code, words.count) {
    case ("too-large", 1): return .tooLarge(limit: number)
    case ("not-well-formed", 1): return Malformation(rawValue: words[0]).map(ReadingFault.notWellFormed)
    case ("too-many-attributes", 1): return .tooManyAttributes(limit: number)
    case ("too-many-children", 2): return .tooManyChildren(element: name(0), limit: number)
    case ("unexpected-element", 2): return .unexpectedElement(name(0), parent: name(1))
    case ("missing-element", 2): return .missingElement(words[0], parent: words[1])
    case ("repeated-element", 1): return .repeatedElement(words[0])
    case ("misplaced-element", 1): return .misplacedElement(words[0])
    case ("unexpected-attribute", 2): return .unexpectedAttribute(name(0), element: words[1])
    case ("missing-attribute", 2): return .missingAttribute(words[0], element: words[1])
    case ("bad-value", 2...):
      return .badValue(element: words[0], attribute: name(1), allowed: Array(words.dropFirst(2)))
    case ("unexpected-text", 1): return .unexpectedText(element: words[0])
    case ("not-by-schema", 1): return .notBySchema(element: name(0))
    case ("no-such-day", 2):
      return CalendarKind(rawValue: words[1]).map { .noSuchDay(field: words[0], calendar: $0) }
    case ("centuries-away", 2):
      return CalendarKind(rawValue: words[1]).map { .centuriesAway(field: words[0], calendar: $0) }
    case ("too-many-targets", 1): return .tooManyTargets(limit: number)
    case ("unknown-identifier-kind", 1):
      return IdentifierKind(rawValue: words[0]).map(ReadingFault.unknownIdentifierKind)
    case ("bad-identifier", 1): return IdentifierKind(rawValue: words[0]).map(ReadingFault.badIdentifier)
    case ("declared-twice", 1): return .declaredTwice(element: words[0])
    case ("not-declared", 2): return .notDeclared(element: words[0], attribute: words[1])
    case ("chart-absent", 1): return .chartAbsent(instrument: words[0])
    case ("chart-file-name", 1): return .chartFileName(instrument: words[0])
    case ("chart", _): return .chart(words.joined(separator: " "))
    default: return words.isEmpty ? plain.first { $0.code == code } : nil
    }
  }

  /// The faults without parameters.
  private static let plain: [ReadingFault] = [
    .empty, .notUTF8, .doctype, .unknownFormat, .periodBackwards, .answerBeforeIssue, .unknownClass,
    .categoryOfAnotherClass, .packName, .noLegalBases, .noManifest, .classesInManifest, .noClasses, .chartNotListed,
    .schemaUnreadable,
  ]
}
