import Service
import Wording

/// Prints a fault: what was refused or wrong, where it is, and what to do next.
struct Report {
  let session: Session
  let attempt: Attempt
  let isJSON: Bool
  /// The verb that was typed.
  let verb: Verb

  /// A fault as JSON.
  private struct JSON: Encodable {
    var error: String
    var `case`: String?
    var exit: Int32
    var reasons: [ReasonJSON]?
    var file: String?
    var line: Int?
    var hints: [String]
  }

  /// Prints a fault and returns the exit code that it ends with.
  func print(_ error: any Error) -> ExitStatus {
    let console = session.console
    let language = session.language
    guard let fault = error as? ServiceFault else {
      console.error(language.text(FaultPhrase.unexpected("\(type(of: error))")))
      return .fault
    }
    return print(fault.report(attempt: attempt, verb: verb), ExitStatus(fault.kind))
  }

  /// Prints a report and returns its exit code.
  func print(_ report: FaultReport, _ status: ExitStatus) -> ExitStatus {
    let console = session.console
    let language = session.language
    if isJSON { try? console.json(json(report, status)) }
    console.error(language.text(report.fault))
    ReasonTable(language).print(report.reasons, indent: 2, to: console, console.err)
    for detail in report.details {
      switch detail {
      case .notice(let notice): console.err("  \(language.text(notice))")
      case .audit(let line): console.err("  \(language.text(line))")
      case .way(let way): WayTable(language).print(way, indent: 2, to: console, console.err)
      }
    }
    for hint in report.hints { console.hint(language.text(hint)) }
    return status
  }

  private func json(_ report: FaultReport, _ status: ExitStatus) -> JSON {
    JSON(
      error: JSONText.language.text(report.fault).text, case: report.number?.description, exit: status.rawValue,
      reasons: report.reasons.isEmpty ? nil : report.reasons.map(ReasonJSON.init), file: report.file,
      line: report.line, hints: report.hints.map { JSONText.language.text($0).text })
  }
}
