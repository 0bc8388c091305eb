import Casework

extension ReadingFault {
  /// What is wrong, in one English clause.
  public var sentence: String {
    func tag(_ name: String?) -> String { name.map { "<\($0)>" } ?? "an element that the format does not know" }
    switch self {
    case .empty: return "the document is empty"
    case .tooLarge(let limit): return "the document is larger than \(limit) bytes"
    case .notUTF8: return "the document is not UTF-8 text"
    case .notWellFormed(let how): return "not well-formed XML: \(how.sentence)"
    case .doctype: return "a document type declaration (DOCTYPE) is not accepted"
    case .tooManyAttributes(let limit): return "an element has more than \(limit) attributes"
    case .tooManyChildren(let element, let limit):
      return "\(element.map { "<\($0)>" } ?? "an element") has more than \(limit) elements in it"
    case .unexpectedElement(let element, nil): return "\(tag(element)) is not the root of such a document"
    case .unexpectedElement(let element, let parent?): return "\(tag(element)) is not allowed in <\(parent)>"
    case .missingElement(let element, let parent): return "<\(parent)> lacks <\(element)>"
    case .repeatedElement(let element): return "<\(element)> is allowed once only"
    case .misplacedElement(let element): return "<\(element)> must come earlier"
    case .unexpectedAttribute(let attribute, let element):
      return "<\(element)> may not have \(attribute.map { "the attribute \($0)" } ?? "this attribute")"
    case .missingAttribute(let attribute, let element): return "<\(element)> lacks the attribute \(attribute)"
    case .badValue(let element, let attribute, let allowed):
      let place = attribute.map { "the attribute \($0) of <\(element)>" } ?? "<\(element)>"
      return "\(place) has a value that is not allowed" + (allowed.isEmpty ? "" : ": write \(Self.list(allowed))")
    case .unexpectedText(let element): return "<\(element)> may not have text in it"
    case .notBySchema(let element):
      return element.map { "the schema does not allow what is in <\($0)>" } ?? "the schema does not allow what is here"
    case .unknownFormat: return "the document is in no format of orders that the pack accepts"
    case .noSuchDay(let field, let calendar): return "the \(calendar) calendar has no such day in <\(field)>"
    case .centuriesAway(let field, let calendar):
      return "<\(field)> is centuries away in the \(calendar) calendar: is the order in the other one?"
    case .tooManyTargets(let limit): return "an order may name at most \(limit) targets"
    case .periodBackwards: return "the period ends before it begins"
    case .answerBeforeIssue: return "the day to answer by is before the day of issue"
    case .unknownClass: return "the pack has no such class of data"
    case .unknownIdentifierKind(let kind): return "the pack has no identifiers of the kind \(kind.rawValue)"
    case .badIdentifier(let kind): return "this is no identifier of the kind \(kind.rawValue)"
    case .declaredTwice(let element): return Self.twice(element)
    case .notDeclared(_, let attribute): return "no such \(attribute)"
    case .categoryOfAnotherClass: return "a category that another class of data has"
    case .packName: return "this is of another pack than the manifest"
    case .noLegalBases: return "the pack has no legal bases, so no office can be founded on it"
    case .noManifest: return "the pack has no manifest, so no office can be founded on it"
    case .classesInManifest: return "the classes of data are in the pack's manifest, and may not be here too"
    case .noClasses: return "the pack has no manifest and no classes of data here either"
    case .chartNotListed: return "the pack's manifest does not list this chart"
    case .chartAbsent(let instrument): return "the pack has no chart \(instrument).scxml"
    case .chartFileName(let instrument): return "the chart is one of \(instrument): its file must be named after it"
    case .chart(let reason): return reason
    case .schemaUnreadable: return "the program's own schema cannot be read: this is a fault of the program"
    }
  }

  private static func list(_ words: [String]) -> String {
    words.count < 2 ? words.joined() : words.dropLast().joined(separator: ", ") + " or " + (words.last ?? "")
  }

  private static func twice(_ element: String) -> String {
    switch element {
    case "basis": "two rows have one id"
    case "article": "a citation that another article has"
    case "class": "a class of data that is named twice"
    default: "<\(element)> is there twice for one and the same"
    }
  }
}

extension ReadingFault.Malformation {
  fileprivate var sentence: String {
    switch self {
    case .noElement: "no element begins here"
    case .endsEarly: "the text ends in the middle"
    case .endTag: "this end tag does not belong to the open element"
    case .afterRoot: "something follows the end of the document"
    case .tag: "a tag or an attribute is written wrongly"
    case .attributeTwice: "an attribute is there twice"
    case .entity: "a reference to an unknown entity"
    case .prefix: "a prefix without a namespace"
    case .character: "a character that XML does not allow"
    case .depth: "elements are nested too deeply"
    case .other: "the text is not XML"
    }
  }
}
