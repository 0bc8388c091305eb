import ArgumentParser
import Service
import Wording

/// Closes a case whose order was withdrawn or quashed, or has lapsed.
struct Withdraw: CaseAct {
  static let configuration = CommandConfiguration(commandName: Verb.withdraw.name)

  @Argument(help: .of(.caseNumber, .caseNumber)) var number: CaseNumber
  @Flag(name: .long, help: .of(.quashed)) var quashed = false
  @Flag(name: .long, help: .of(.lapsed)) var lapsed = false
  @Option(name: .long, help: .of(.closingReasons, .text)) var because: String
  @OptionGroup var options: ActOptions

  var attempt: Attempt { .withdraw }

  private var withdrawal: Withdrawal { quashed ? .quashed : lapsed ? .lapsed : .withdrawn }

  func deed(_ view: CaseView) -> Deed { .closed(withdrawal) }

  func request(_ desk: Desk, _ session: Session) throws -> ActRequest<CaseView> {
    if quashed, lapsed { throw ServiceFault.usage(.quashedAndLapsed) }
    return .close(number, as: .invalid(withdrawal), because: because)
  }
}
