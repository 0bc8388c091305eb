import ArgumentParser
import Service
import Wording

/// Records that the authority was asked for what the order lacks.
struct Clarify: CaseAct {
  static let configuration = CommandConfiguration(commandName: Verb.clarify.name)

  @Argument(help: .of(.caseNumber, .caseNumber)) var number: CaseNumber
  @OptionGroup var options: ActOptions

  var attempt: Attempt { .clarify }

  func deed(_ view: CaseView) -> Deed { .clarificationRequested }

  func request(_ desk: Desk, _ session: Session) throws -> ActRequest<CaseView> {
    .clarify(number)
  }
}
