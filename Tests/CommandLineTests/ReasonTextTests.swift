import Casework
import Testing
import Wording

/// Tests that a reason has a text even if its record lists no details.
@Suite("Texts of reasons")
struct ReasonTextTests {
  @Test("a finding without shortcomings has a text", arguments: Outcome.allCases)
  func findingsHaveTexts(outcome: Outcome) {
    for rule in Rule.allCases {
      #expect(!English().text(Reason.finding(rule, outcome, [])).isEmpty)
    }
  }

  @Test("a list of reasons without details ends in a word")
  func listsHaveTexts() {
    for text in [
      English().text(Reason.incomplete([])).text, English().text(CaseValue.failed(.authority, [])).text,
      English().text(CaseValue.unchecked(.authority, [])).text,
    ] { #expect(text.last?.isLetter == true, "\(text)") }
  }
}
