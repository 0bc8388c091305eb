import ArgumentParser
import Service
import Wording

/// Lists the acts of a case.
struct HistoryVerb: VerbCommand {
  static let configuration = CommandConfiguration(commandName: Verb.history.name)

  @Argument(help: .of(.caseNumber, .caseNumber)) var number: CaseNumber
  @OptionGroup var office: OfficeOptions
  @OptionGroup var output: OutputOptions

  var isJSON: Bool { output.json }

  func run(_ session: Session) throws -> ExitStatus {
    let desk = try office.desk(session, for: number, to: .reading)
    let lines = try desk.history(number)
    if isJSON {
      try session.console.json(lines)
    } else {
      session.console.table(lines.map { row($0, desk.calendar, session.language) }, to: session.console.out)
    }
    return .done
  }

  private func row(_ line: Desk.HistoryLine, _ calendar: OfficeCalendar, _ language: any Language) -> [Phrase] {
    [
      .data(line.sequence), language.text(calendar.written(line.time)), .data(line.actor), language.text(line.role),
      .data(line.events.joined(separator: " ")),
    ]
  }
}
