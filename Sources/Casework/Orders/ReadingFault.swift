/// Why a document was not read: an order, a pack's manifest, its legal bases, a chart. It holds names that the format
/// defines, and never a word of the document's text, which may be personal.
///
/// It has one spelling, a code with its parameters: `no-such-day issued jalali`. Entries hold it for a document that
/// could not be read as an order, so a code is never given another meaning.
public enum ReadingFault: Sendable, Hashable {
  /// How a text fails to be XML.
  public enum Malformation: String, Sendable, Hashable, CaseIterable {
    /// No element begins where one must.
    case noElement = "no-element"
    /// The text ends inside an element, a comment or a tag.
    case endsEarly = "ends-early"
    /// An end tag that is not the open element's.
    case endTag = "end-tag"
    /// Something follows the root element.
    case afterRoot = "after-root"
    /// A tag or an attribute that is written wrongly.
    case tag
    /// One attribute twice in a tag.
    case attributeTwice = "attribute-twice"
    /// A reference to an entity that XML does not define.
    case entity
    /// A prefix without a namespace.
    case prefix
    /// A character that XML does not allow there.
    case character
    /// Elements inside elements, deeper than is read.
    case depth
    case other
  }

  // The text.
  case empty
  /// Larger than the limit, in bytes.
  case tooLarge(limit: Int)
  case notUTF8
  case notWellFormed(Malformation)
  /// A document type declaration.
  case doctype
  case tooManyAttributes(limit: Int)
  /// An element with more children than are read.
  case tooManyChildren(element: String?, limit: Int)

  // The form, as the format's schema has it. A nil name is one that the schema does not know.
  case unexpectedElement(String?, parent: String?)
  case missingElement(String, parent: String)
  case repeatedElement(String)
  case misplacedElement(String)
  case unexpectedAttribute(String?, element: String)
  case missingAttribute(String, element: String)
  /// A value of another form than the schema asks for; the words that it allows, where it lists them.
  case badValue(element: String, attribute: String?, allowed: [String])
  case unexpectedText(element: String)
  case notBySchema(element: String?)

  // What an order says.
  case unknownFormat
  case noSuchDay(field: String, calendar: CalendarKind)
  /// A date of the one calendar, read in the other, is centuries away.
  case centuriesAway(field: String, calendar: CalendarKind)
  case tooManyTargets(limit: Int)
  case periodBackwards
  case answerBeforeIssue
  /// A class of data, or a kind of identifier, that the pack does not list.
  case unknownClass
  case unknownIdentifierKind(IdentifierKind)
  case badIdentifier(IdentifierKind)

  // What a pack says.
  case declaredTwice(element: String)
  case notDeclared(element: String, attribute: String)
  case categoryOfAnotherClass
  case packName
  case noLegalBases
  case noManifest
  case classesInManifest
  case noClasses
  case chartNotListed
  case chartAbsent(instrument: String)
  case chartFileName(instrument: String)
  /// The programmer's words for what is wrong with a chart.
  case chart(String)
  /// A schema of ours that cannot be read.
  case schemaUnreadable
}
