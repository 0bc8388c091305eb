import ArgumentParser
import Service
import Wording

/// Shows a case.
struct Show: VerbCommand {
  static let configuration = CommandConfiguration(commandName: Verb.show.name)

  @Argument(help: .of(.caseNumber, .caseNumber)) var number: CaseNumber
  @OptionGroup var office: OfficeOptions
  @OptionGroup var output: OutputOptions

  var isJSON: Bool { output.json }

  func run(_ session: Session) throws -> ExitStatus {
    let desk = try office.desk(session, for: number, to: .reading)
    let view = try desk.view(number)
    if isJSON {
      try session.console.json(CaseJSON(view))
    } else {
      let text = CaseText(view, session)
      text.printShown(calendar: desk.calendar)
      text.printNext()
    }
    return .done
  }
}
