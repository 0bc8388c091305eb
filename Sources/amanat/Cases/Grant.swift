import ArgumentParser
import Service
import Wording

/// Grants a scope.
struct Grant: CaseAct {
  static let configuration = CommandConfiguration(commandName: Verb.scope.name)

  @Argument(help: .of(.caseNumber, .caseNumber)) var number: CaseNumber
  @Option(name: .long, help: .of(.dataClass, .dataClass)) var `class`: [DataClass] = []
  @Option(name: .long, help: .of(.from, .day)) var from: String?
  @Option(name: .long, help: .of(.through, .day)) var through: String?
  @Option(name: .long, help: .of(.target, .ordinal)) var target: [Int] = []
  @OptionGroup var options: ActOptions

  var attempt: Attempt { .grant }

  func deed(_ view: CaseView) -> Deed { .granted }

  func request(_ desk: Desk, _ session: Session) throws -> ActRequest<CaseView> {
    func day(_ text: String?) throws -> Day? {
      guard let text else { return nil }
      guard let day = desk.calendar.read(text) else { throw ServiceFault.usage(.noSuchDay(text)) }
      return day
    }
    let narrowing = Narrowing(
      classes: `class`.isEmpty ? nil : `class`, from: try day(from), through: try day(through),
      targets: target.isEmpty ? nil : target)
    return .grant(narrowing, in: number)
  }
}
