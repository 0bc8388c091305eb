import Casework
import Foundation
import Testing

@Suite("Shortcomings")
struct ShortcomingTests {
  static let forms: [(Shortcoming, String)] = [
    (.unknownAuthority, #"{"unknownAuthority":{}}"#),
    (.suspendedAuthority, #"{"suspendedAuthority":{}}"#),
    (.unknownArticle, #"{"unknownArticle":{}}"#),
    (.classesNotCovered(classes: [.content]), #"{"classesNotCovered":{"classes":["content"]}}"#),
    (.beyondLaw, #"{"beyondLaw":{}}"#),
    (.addressedToAnother, #"{"addressedToAnother":{}}"#),
    (.issuedInFuture(issued: Day(number: 20_450)), #"{"issuedInFuture":{"issued":"2025-12-28"}}"#),
    (.lapsed(validUntil: Day(number: 20_450)), #"{"lapsed":{"validUntil":"2025-12-28"}}"#),
    (.noParticularTarget(target: 2), #"{"noParticularTarget":{"target":2}}"#),
    (.noTarget, #"{"noTarget":{}}"#),
    (.unboundedPeriod, #"{"unboundedPeriod":{}}"#),
    (.periodAfterIssue(through: Day(number: 20_450)), #"{"periodAfterIssue":{"through":"2025-12-28"}}"#),
    (.alreadyReceived(number: CaseNumber(year: 1405, serial: 2)), #"{"alreadyReceived":{"number":"1405-0002"}}"#),
    (.notConfirmed(answer: .noAnswer), #"{"notConfirmed":{"answer":"no-answer"}}"#),
    (.notLookedAt, #"{"notLookedAt":{}}"#),
    (.noCertificate, #"{"noCertificate":{}}"#),
    (.certificateNotValidNow, #"{"certificateNotValidNow":{}}"#),
  ]

  @Test("each shortcoming has the form that older entries contain", arguments: forms)
  func form(shortcoming: Shortcoming, text: String) throws {
    #expect(String(decoding: try JSONEncoder().encode(shortcoming), as: UTF8.self) == text)
    #expect(try JSONDecoder().decode(Shortcoming.self, from: Data(text.utf8)) == shortcoming)
  }

  @Test(
    "a shortcoming of another form is refused",
    arguments: [#"{}"#, #"{"noTarget":{},"beyondLaw":{}}"#, #"{"lapsed":{}}"#, #"{"other":{}}"#, #""noTarget""#])
  func otherForms(text: String) {
    #expect(throws: DecodingError.self) { try JSONDecoder().decode(Shortcoming.self, from: Data(text.utf8)) }
  }
}
