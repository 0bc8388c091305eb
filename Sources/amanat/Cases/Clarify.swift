import ArgumentParser
import Service
import Wording

/// Records that the authority was asked.
struct Clarify: CaseAct {
  static let configuration = CommandConfiguration(commandName: Verb.clarify.name)

  @Argument(help: .of(.caseNumber, .caseNumber)) var number: CaseNumber
  @OptionGroup var options: ActOptions

  var attempt: Attempt { .clarify }

  func deed(_ view: CaseView) -> Deed { .clarificationRequested }

  func act(_ desk: Desk, key: String, dryRun: Bool, _ session: Session) throws -> CaseView {
    try desk.clarify(number, key: key, dryRun: dryRun)
  }
}
