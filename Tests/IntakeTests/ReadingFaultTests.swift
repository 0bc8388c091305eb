import Casework
import Markup
import TestTools
import Testing

@testable import Intake

@Suite("Faults of readers")
struct ReadingFaultTests {
  static let faults: [(ReadingFault, String)] = [
    (.empty, "empty"), (.tooLarge(limit: 8), "too-large 8"), (.notUTF8, "not-utf-8"), (.doctype, "doctype"),
    (.notWellFormed(.endTag), "not-well-formed end-tag"), (.tooManyAttributes(limit: 9), "too-many-attributes 9"),
    (.tooManyChildren(element: nil, limit: 9), "too-many-children ? 9"),
    (.tooManyChildren(element: "data", limit: 9), "too-many-children data 9"),
    (.unexpectedElement(nil, parent: "data"), "unexpected-element ? data"),
    (.unexpectedElement("judge", parent: nil), "unexpected-element judge ?"),
    (.missingElement("issued", parent: "order"), "missing-element issued order"),
    (.repeatedElement("judge"), "repeated-element judge"), (.misplacedElement("judge"), "misplaced-element judge"),
    (.unexpectedAttribute(nil, element: "data"), "unexpected-attribute ? data"),
    (.missingAttribute("name", element: "class"), "missing-attribute name class"),
    (.badValue(element: "issued", attribute: nil, allowed: []), "bad-value issued ?"),
    (.badValue(element: "pack", attribute: "calendar", allowed: ["a", "b"]), "bad-value pack calendar a b"),
    (.unexpectedText(element: "data"), "unexpected-text data"), (.notBySchema(element: nil), "not-by-schema ?"),
    (.unknownFormat, "unknown-format"), (.noSuchDay(field: "from", calendar: .jalali), "no-such-day from jalali"),
    (.centuriesAway(field: "from", calendar: .gregorian), "centuries-away from gregorian"),
    (.tooManyTargets(limit: 200), "too-many-targets 200"), (.periodBackwards, "period-backwards"),
    (.answerBeforeIssue, "answer-before-issue"), (.unknownClass, "unknown-class"),
    (.unknownIdentifierKind(.email), "unknown-identifier-kind email"),
    (.badIdentifier(.nationalID), "bad-identifier national_id"),
    (.declaredTwice(element: "class"), "declared-twice class"),
    (.notDeclared(element: "basis", attribute: "rank"), "not-declared basis rank"),
    (.categoryOfAnotherClass, "category-of-another-class"), (.packName, "pack-name"),
    (.noLegalBases, "no-legal-bases"), (.noManifest, "no-manifest"), (.classesInManifest, "classes-in-manifest"),
    (.noClasses, "no-classes"), (.chartNotListed, "chart-not-listed"),
    (.chartAbsent(instrument: "production"), "chart-absent production"),
    (.chartFileName(instrument: "production"), "chart-file-name production"),
    (.chart("no such state"), "chart no such state"), (.schemaUnreadable, "schema-unreadable"),
  ]

  @Test("each fault is encoded as one text and decoded from it", arguments: faults)
  func spelling(fault: ReadingFault, spelling: String) {
    #expect(fault.description == spelling && ReadingFault(spelling) == fault)
  }

  @Test("a fault text of an older entry is not decoded, and stays unchanged")
  func older() throws {
    for text in [
      "", " ", "the schema does not allow what stands here", "the document is empty", "empty ", " empty", "too-large",
      "too-large 08", "no-such-day from lunar", "not-well-formed", "not-well-formed XML (libxml2 code 77)", "bad-value",
    ] {
      #expect(ReadingFault(text) == nil, "\(text)")
      let kept = UnreadableDocument(document: Commitment(try digest()), line: 3, fault: text)
      #expect(kept.fault == text && kept.readingFault == nil)
    }
    let new = UnreadableDocument(document: Commitment(try digest()), line: 3, fault: .doctype)
    #expect(new.fault == "doctype" && new.readingFault == .doctype)
  }

  @Test("Markup and Intake have the same words for documents that are not well-formed")
  func malformations() {
    #expect(
      Set(MarkupFault.Malformation.allCases.map(\.rawValue)) == Set(ReadingFault.Malformation.allCases.map(\.rawValue)))
  }
}
