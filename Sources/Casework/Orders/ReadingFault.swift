/// Why a document was not read: an order, a pack's manifest, its legal bases, a chart. The fault contains only names
/// that the format defines. It never contains a word of the document's text, which may be personal.
///
/// Each fault is written in one way, as a code with its parameters: `no-such-day issued jalali`. Entries contain this
/// text for a document that could not be read as an order, so a code never gets another meaning.
public enum ReadingFault: Sendable, Hashable {
  /// How a text breaks the rules of XML.
  public enum Malformation: String, Sendable, Hashable, CaseIterable {
    /// No element begins at a place where one must begin.
    case noElement = "no-element"
    /// The text ends inside an element, a comment or a tag.
    case endsEarly = "ends-early"
    /// An end tag that does not match the open element.
    case endTag = "end-tag"
    /// Text or an element after the root element.
    case afterRoot = "after-root"
    /// A malformed tag or attribute.
    case tag
    /// An attribute that occurs twice in a tag.
    case attributeTwice = "attribute-twice"
    /// A reference to an entity that XML does not define.
    case entity
    /// A prefix that is not bound to a namespace.
    case prefix
    /// A character that XML does not allow at its place.
    case character
    /// Elements that are nested deeper than the limit.
    case depth
    /// Any other violation.
    case other
  }

  // Faults in the text.

  /// An empty document.
  case empty
  /// A document larger than the limit, in bytes.
  case tooLarge(limit: Int)
  /// A text in another encoding than UTF-8, or with a NUL byte.
  case notUTF8
  /// A text that is not well-formed XML.
  case notWellFormed(Malformation)
  /// A document type declaration.
  case doctype
  /// A tag with more attributes than the limit.
  case tooManyAttributes(limit: Int)
  /// An element with more child elements than the limit.
  case tooManyChildren(element: String?, limit: Int)

  // Violations of the format's schema. A name is nil where the schema does not define it.

  /// An element that is not allowed at its place; the parent is nil for the root element.
  case unexpectedElement(String?, parent: String?)
  /// A required element that is absent.
  case missingElement(String, parent: String)
  /// A second occurrence of an element that may occur once.
  case repeatedElement(String)
  /// An element that comes after an element that it must precede.
  case misplacedElement(String)
  /// An attribute that is not allowed on the element.
  case unexpectedAttribute(String?, element: String)
  /// A required attribute that is absent.
  case missingAttribute(String, element: String)
  /// A value that the schema does not allow; `allowed` has the allowed words, where the schema lists them.
  case badValue(element: String, attribute: String?, allowed: [String])
  /// Text where only elements are allowed.
  case unexpectedText(element: String)
  /// Any other violation of the schema.
  case notBySchema(element: String?)

  // Faults in the content of an order.

  /// A root element of a format that the pack does not accept.
  case unknownFormat
  /// A date that does not exist in the calendar.
  case noSuchDay(field: String, calendar: CalendarKind)
  /// A date outside the years 1900 to 2100, or a date that is such a date only in another calendar than the given one.
  case centuriesAway(field: String, calendar: CalendarKind)
  /// More persons than the limit for one order.
  case tooManyTargets(limit: Int)
  /// A period whose end is before its beginning.
  case periodBackwards
  /// A last day for the answer that is before the day of issue.
  case answerBeforeIssue
  /// A class of data that the pack does not list.
  case unknownClass
  /// A kind of identifier that the pack does not list.
  case unknownIdentifierKind(IdentifierKind)
  /// An identifier that is not valid for its kind.
  case badIdentifier(IdentifierKind)

  // Faults in a pack.

  /// Two elements that declare the same thing.
  case declaredTwice(element: String)
  /// An attribute that names something which is not declared.
  case notDeclared(element: String, attribute: String)
  /// A category that another class of data has, or that is above or below a category of another class.
  case categoryOfAnotherClass
  /// A file that names another pack than the manifest.
  case packName
  /// A pack without legal bases.
  case noLegalBases
  /// A pack without a manifest.
  case noManifest
  /// Classes of data in the legal bases of a pack whose manifest lists the classes.
  case classesInManifest
  /// A pack without a manifest whose legal bases list no classes of data.
  case noClasses
  /// A chart that the manifest does not list.
  case chartNotListed
  /// A chart that the manifest lists and the pack does not contain.
  case chartAbsent(instrument: String)
  /// A chart in a file that is not named after its instrument.
  case chartFileName(instrument: String)
  /// A fault in a chart, in English words for the author of the chart.
  case chart(String)
  /// A schema of the program itself that cannot be read.
  case schemaUnreadable
}
