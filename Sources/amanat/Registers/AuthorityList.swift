import ArgumentParser
import Service
import Wording

/// Lists the authorities.
struct AuthorityList: VerbCommand {
  static let configuration = CommandConfiguration(commandName: Verb.authorityList.name)

  @OptionGroup var office: OfficeOptions
  @OptionGroup var output: OutputOptions

  var isJSON: Bool { output.json }

  func run(_ session: Session) throws -> ExitStatus {
    let lines = try office.desk(session, to: .reading).authorities()
    if isJSON {
      try session.console.json(lines)
      return .done
    }
    let language = session.language
    let rows = lines.map { line -> [Phrase] in
      [
        .data(line.id), language.text(Notice.authority(isSuspended: line.suspended)),
        .data("\(line.rank) \(line.branch), \(line.city)"), .data(line.callBack),
        language.text(Notice.certificate(until: line.certificateUntil?.day)), .data(line.title),
      ]
    }
    session.console.table(rows, to: session.console.out)
    return .done
  }
}
