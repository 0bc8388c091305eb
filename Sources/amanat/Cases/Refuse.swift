import ArgumentParser
import Service
import Wording

/// Refuses an order and closes its case.
struct Refuse: CaseAct {
  static let configuration = CommandConfiguration(commandName: Verb.refuse.name)

  @Argument(help: .of(.caseNumber, .caseNumber)) var number: CaseNumber
  @Option(name: .long, help: .of(.refusedRule, .rule)) var rule: [Rule] = []
  @Option(name: .long, help: .of(.refusalReasons, .text)) var because: String
  @OptionGroup var options: ActOptions

  var attempt: Attempt { .refuse }

  func deed(_ view: CaseView) -> Deed { .refused }

  func request(_ desk: Desk, _ session: Session) throws -> ActRequest<CaseView> {
    .close(number, as: .refused(rule), because: because)
  }
}
