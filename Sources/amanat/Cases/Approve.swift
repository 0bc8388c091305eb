import ArgumentParser
import Service
import Wording

/// Approves the collected package.
struct Approve: CaseAct {
  static let configuration = CommandConfiguration(commandName: Verb.approve.name)

  @Argument(help: .of(.caseNumber, .caseNumber)) var number: CaseNumber
  @OptionGroup var options: ActOptions

  var attempt: Attempt { .approve }

  func deed(_ view: CaseView) -> Deed { .approved }

  func request(_ desk: Desk, _ session: Session) throws -> ActRequest<CaseView> {
    .approve(number)
  }
}
