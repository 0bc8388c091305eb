import Casework

extension English {
  public func text(_ document: DocumentPhrase) -> Phrase {
    switch document {
    case .isFolder: "this is a folder, not a file"
    case .tooLarge(let limit, .order): "larger than \(limit) bytes: this is not an order, and it was not logged"
    case .tooLarge(let limit, .chart): "larger than \(limit) bytes: this is not a chart"
    case .notOfficeKey: "this is not the key of an office"
    case .notCheckpoint: "this is not a checkpoint of this office"
    case .noCharts: "this folder has no charts"
    case .packWithoutBases: "the pack has no legal bases, so no office can be founded with it"
    case .certificateExpired(let day): "it expired after \(text(day))"
    case .certificateTooWeak: "its key is too weak: RSA needs at least 2048 bits, an elliptic curve at least 224"
    case .certificateCannotEncrypt: "its key cannot be used for encryption: use an RSA key or an EC key"
    case .absentFromDatabase(let collection, nil): "the database has no table '\(collection)', which the annotation names"
    case .absentFromDatabase(let collection, let field?):
      "the database has no column '\(collection).\(field)', which the annotation names"
    case .format(let fault): text(fault)
    case .reader(let text): "\(asWritten(text))"
    }
  }

  /// Text of a reader for programmers, which is English in every language.
  private func asWritten(_ text: String) -> Phrase { Phrase([.words(text)]) }

  private func text(_ format: FormatPhrase) -> Phrase {
    switch format {
    case .empty: "the document is empty"
    case .tooLarge(let limit): "the document is larger than \(limit) bytes"
    case .notXML: "this is not XML: it does not begin with an element"
    case .notWellFormed: "the XML is not well-formed"
    case .notUTF8: "the document is not UTF-8 text"
    case .tooManyAttributes(let limit): "an element has more than \(limit) attributes"
    case .doctype: "a document type declaration (DOCTYPE) is not accepted"
    case .unexpectedElement(let element, nil): "\(tag(element)) is not allowed here"
    case .unexpectedElement(let element, let parent?): "\(tag(element)) is not allowed here in \(tag(parent))"
    case .missingElement(let element, nil): "\(tag(element)) is missing"
    case .missingElement(let element, let parent?): "\(tag(element)) is missing in \(tag(parent))"
    case .unexpectedAttribute(let name, let element): "\(tag(element)) has no attribute '\(name)'"
    case .missingAttribute(let name, let element): "\(tag(element)) needs the attribute '\(name)'"
    case .value(let element, nil, let kind): "the value of \(tag(element)) must be \(text(kind))"
    case .value(let element, let name?, let kind): "'\(name)' of \(tag(element)) must be \(text(kind))"
    case .notAllowed(nil): "the format does not allow this"
    case .notAllowed(let element?): "the format does not allow what is in or at \(tag(element))"
    }
  }

  private func tag(_ element: String) -> Phrase { .data("<\(element)>") }

  private func text(_ kind: FormatPhrase.ValueKind) -> Phrase {
    switch kind {
    case .text: "a text"
    case .number: "a whole number"
    case .numberIn(let range): "a whole number from \(range.lowerBound) to \(range.upperBound)"
    case .date: "a date"
    case .oneOf(let words): "one of \(quotedChoice(words))"
    case .pattern: "of another form; see the format's description"
    }
  }
}
