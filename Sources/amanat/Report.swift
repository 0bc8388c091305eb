import ArgumentParser
import Foundation
import Service

/// Tells a failure: what was refused or wrong, where, and what to type next. Answers the exit code.
struct Report {
  let session: Session
  let verb: any Verb
  /// The command that prints the verb's help.
  let help: String

  /// A failure as data.
  struct Told: Encodable {
    struct Line: Encodable {
      var rule: String
      var invariant: String
      var problem: String
    }
    var error: String
    var `case`: String?
    var exit: Int32
    var reasons: [Line]?
    var file: String?
    var line: Int?
    var hints: [String]
  }

  func tell(_ error: any Error) -> Int32 {
    guard let fault = error as? DeskFault else {
      session.console.error("something went wrong that is no fault of the input: \(type(of: error))")
      return 1
    }
    return tell(FaultText(fault, refusal: verb.refusal, help: help), exit: fault.exitCode)
  }

  /// Tells what stands against a document that was logged, and ends with its exit code.
  static func tell(
    _ receipt: Receipt, file: String, isTrial: Bool, _ verb: any Verb, _ session: Session
  ) throws {
    guard let text = FaultText(receipt, file: file, isTrial: isTrial) else { return }
    let exit: Int32 = text.refusal == nil ? 65 : 3
    throw ExitCode(Report(session: session, verb: verb, help: "").tell(text, exit: exit))
  }

  private func tell(_ text: FaultText, exit: Int32) -> Int32 {
    if verb.isJSON {
      let reasons = text.refusal?.reasons.map {
        Told.Line(rule: $0.rule, invariant: $0.invariant, problem: $0.sentence)
      }
      let told = Told(
        error: text.error, case: text.number?.description, exit: exit, reasons: reasons, file: text.file,
        line: text.line, hints: text.hints)
      try? session.console.json(told)
    }
    session.console.error(text.error)
    if let reasons = text.refusal?.reasons {
      session.console.table(reasons.map { [$0.rule, $0.invariant, $0.sentence] }, indent: 2, to: session.console.err)
    }
    for line in text.details { session.console.err("  \(line)") }
    for hint in text.hints { session.console.hint(hint) }
    return exit
  }
}
