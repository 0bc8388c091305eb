import ArgumentParser
import Service
import Wording

/// Lists the officers.
struct OfficerList: VerbCommand {
  static let configuration = CommandConfiguration(commandName: Verb.officerList.name)

  @OptionGroup var office: OfficeOptions
  @OptionGroup var output: OutputOptions

  var isJSON: Bool { output.json }

  func run(_ session: Session) throws -> ExitStatus {
    let lines = try office.desk(session, to: .reading).officers()
    if isJSON {
      try session.console.json(lines)
      return .done
    }
    let language = session.language
    let rows = lines.map { line -> [Phrase] in
      [
        .data(line.id), language.text(line.role), language.text(Notice.officer(isActive: line.active)),
        .data(line.name), .data(line.key),
      ]
    }
    session.console.table(rows, to: session.console.out)
    return .done
  }
}
