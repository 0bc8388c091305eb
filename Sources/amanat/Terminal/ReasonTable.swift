import Service
import Wording

/// Prints reasons in a table: the topic of each, its invariant, and what is wrong.
struct ReasonTable {
  private let language: any Language

  init(_ language: any Language) { self.language = language }

  /// Returns the row of a reason.
  func row(_ reason: Reason) -> [Phrase] {
    [language.text(reason.topic), .data(reason.invariant), language.text(reason)]
  }

  /// Prints the table.
  func print(_ reasons: [Reason], indent: Int, to console: Console, _ print: (Phrase) -> Void) {
    console.table(reasons.map(row), indent: indent, to: print)
  }
}

/// A reason as JSON.
struct ReasonJSON: Encodable {
  var rule: String
  var invariant: String
  var problem: String

  init(_ reason: Reason) {
    rule = reason.rule
    invariant = reason.invariant
    problem = JSONText.language.text(reason).text
  }
}
