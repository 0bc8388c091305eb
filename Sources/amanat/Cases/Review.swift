import ArgumentParser
import Service
import Wording

/// Records a finding.
struct Review: CaseAct {
  static let configuration = CommandConfiguration(commandName: Verb.review.name)

  @Argument(help: .of(.caseNumber, .caseNumber)) var number: CaseNumber
  @Argument(help: .of(.rule, .rule)) var rule: Rule
  @Option(name: .long, help: .of(.callBackCalled, .number)) var callBack: String?
  @Option(name: .long, help: .of(.answer, .answer)) var answer: CallBackAnswer?
  @Option(name: .long, help: .of(.spokeWith, .whom)) var spokeWith: String?
  @OptionGroup var options: ActOptions

  var attempt: Attempt { .review }

  func deed(_ view: CaseView) -> Deed {
    .reviewed(rule, view.findings.first { $0.rule == rule }?.outcome ?? .notChecked)
  }

  func request(_ desk: Desk, _ session: Session) throws -> ActRequest<CaseView> {
    try .review(
      rule, in: number, call: CallEvidence(called: callBack, answer: answer, spokeWith: spokeWith))
  }
}
