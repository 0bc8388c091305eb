import Casework

extension English {
  public func text(_ reading: ReadingFault) -> Phrase {
    switch reading {
    case .empty: "the document is empty"
    case .tooLarge(let limit): "the document is larger than \(limit) bytes"
    case .notUTF8: "the document is not UTF-8 text"
    case .notWellFormed(let how): "not well-formed XML: \(text(how))"
    case .doctype: "a document type declaration (DOCTYPE) is not accepted"
    case .tooManyAttributes(let limit): "an element has more than \(limit) attributes"
    case .tooManyChildren(let element, let limit): "\(tag(element)) has more than \(limit) elements in it"
    case .unexpectedElement(let element, nil): "\(tag(element)) is not the root of such a document"
    case .unexpectedElement(let element, let parent?): "\(tag(element)) is not allowed in \(tag(parent))"
    case .missingElement(let element, let parent): "\(tag(parent)) lacks \(tag(element))"
    case .repeatedElement(let element): "\(tag(element)) is allowed once only"
    case .misplacedElement(let element): "\(tag(element)) must come earlier"
    case .unexpectedAttribute(let attribute?, let element):
      "\(tag(element)) may not have the attribute \(data: attribute)"
    case .unexpectedAttribute(nil, let element): "\(tag(element)) may not have this attribute"
    case .missingAttribute(let attribute, let element): "\(tag(element)) lacks the attribute \(data: attribute)"
    case .badValue(let element, let attribute, let allowed): badValue(element, attribute, allowed)
    case .unexpectedText(let element): "\(tag(element)) may not have text in it"
    case .notBySchema(let element?): "the schema does not allow what is in \(tag(element))"
    case .notBySchema(nil): "the schema does not allow what is here"
    case .unknownFormat: "the document is in no format of orders that the pack accepts"
    case .noSuchDay(let field, let calendar): "the \(name(calendar)) calendar has no such day in \(tag(field))"
    case .centuriesAway(let field, let calendar):
      "\(tag(field)) is centuries away in the \(name(calendar)) calendar: is the order in the other one?"
    case .tooManyTargets(let limit): "an order may name at most \(limit) targets"
    case .periodBackwards: "the period ends before it begins"
    case .answerBeforeIssue: "the day to answer by is before the day of issue"
    case .unknownClass: "the pack has no such class of data"
    case .unknownIdentifierKind(let kind): "the pack has no identifiers of the kind \(data: kind.rawValue)"
    case .badIdentifier(let kind): "this is not an identifier of the kind \(data: kind.rawValue)"
    case .declaredTwice(let element): "\(tag(element)) declares something that another one declares"
    case .notDeclared(_, let attribute): "no such \(data: attribute)"
    case .categoryOfAnotherClass: "another class of data has this category"
    case .packName: "this file is of another pack than the manifest"
    case .noLegalBases: "the pack has no legal bases, so no office can be founded with it"
    case .noManifest: "the pack has no manifest, so no office can be founded with it"
    case .classesInManifest: "the classes of data are in the pack's manifest, and may not be here too"
    case .noClasses: "the pack has no manifest and no classes of data here either"
    case .chartNotListed: "the pack's manifest does not list this chart"
    case .chartAbsent(let instrument): "the pack has no chart \(data: instrument).scxml"
    case .chartFileName(let instrument):
      "the chart is for the instrument \(data: instrument), and its file must be named for it"
    case .chart(let reason): asWritten(reason)
    case .schemaUnreadable: "the program's own schema cannot be read: the program is damaged"
    }
  }

  private func badValue(_ element: String, _ attribute: String?, _ allowed: [String]) -> Phrase {
    let place: Phrase = attribute.map { "the attribute \(data: $0) of \(tag(element))" } ?? tag(element)
    let start: Phrase = "\(place) has a value that is not allowed"
    return allowed.isEmpty ? start : "\(start): write \(choice(allowed.map { .data($0) }))"
  }

  private func tag(_ name: String?) -> Phrase { name.map { .data("<\($0)>") } ?? "an element" }

  private func name(_ calendar: CalendarKind) -> Phrase {
    switch calendar {
    case .gregorian: "Gregorian"
    case .jalali: "Jalali"
    }
  }

  private func text(_ how: ReadingFault.Malformation) -> Phrase {
    switch how {
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
