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
    /// Anything else.
    case other
  }

  // The text.

  /// A document without a byte.
  case empty
  /// A document larger than the limit, in bytes.
  case tooLarge(limit: Int)
  /// Another encoding than UTF-8, or a NUL byte.
  case notUTF8
  /// A text that is no XML.
  case notWellFormed(Malformation)
  /// A document type declaration.
  case doctype
  /// A tag with more attributes than are read.
  case tooManyAttributes(limit: Int)
  /// An element with more elements in it than are read.
  case tooManyChildren(element: String?, limit: Int)

  // The form, as the format's schema has it. A nil name is one that the schema does not know.

  /// An element that is not allowed there; no parent where it is the root.
  case unexpectedElement(String?, parent: String?)
  /// An element that must be there and is not.
  case missingElement(String, parent: String)
  /// An element that may be there once and is there again.
  case repeatedElement(String)
  /// An element that comes after one which it must come before.
  case misplacedElement(String)
  /// An attribute that is not allowed there.
  case unexpectedAttribute(String?, element: String)
  /// An attribute that must be there and is not.
  case missingAttribute(String, element: String)
  /// A value of another form than the schema asks for; the words that it allows, where it lists them.
  case badValue(element: String, attribute: String?, allowed: [String])
  /// Text where only elements are allowed.
  case unexpectedText(element: String)
  /// What the schema refuses and nothing more was found out about.
  case notBySchema(element: String?)

  // What an order says.

  /// A root element of no format that the pack accepts.
  case unknownFormat
  /// A date that the calendar does not have.
  case noSuchDay(field: String, calendar: CalendarKind)
  /// A date of one calendar that was read in another, and is centuries away.
  case centuriesAway(field: String, calendar: CalendarKind)
  /// More persons than one order may name.
  case tooManyTargets(limit: Int)
  /// A period that ends before it begins.
  case periodBackwards
  /// A day to answer by that is before the day of issue.
  case answerBeforeIssue
  /// A class of data that the pack does not list.
  case unknownClass
  /// A kind of identifier that the pack does not list.
  case unknownIdentifierKind(IdentifierKind)
  /// An identifier that cannot be one of its kind.
  case badIdentifier(IdentifierKind)

  // What a pack says.

  /// Two elements that declare one and the same.
  case declaredTwice(element: String)
  /// An attribute that names something which is not declared.
  case notDeclared(element: String, attribute: String)
  /// A category, or one above or below it, that another class of data has.
  case categoryOfAnotherClass
  /// A file of another pack than the manifest.
  case packName
  /// A pack without legal bases.
  case noLegalBases
  /// A pack without a manifest.
  case noManifest
  /// Classes of data in the legal bases of a pack that has a manifest.
  case classesInManifest
  /// No classes of data, in a pack without a manifest.
  case noClasses
  /// A chart that the manifest does not list.
  case chartNotListed
  /// A chart that the manifest lists and that is not there.
  case chartAbsent(instrument: String)
  /// A chart in a file that is not named for its instrument.
  case chartFileName(instrument: String)
  /// The programmer's words for what is wrong with a chart.
  case chart(String)
  /// A schema of ours that cannot be read.
  case schemaUnreadable
}
