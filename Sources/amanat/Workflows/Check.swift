import ArgumentParser
import Service
import Wording

/// Proves charts.
struct Check: VerbCommand {
  static let configuration = CommandConfiguration(commandName: Verb.workflowCheck.name)

  @Argument(help: .of(.charts, .file)) var files: [String] = []
  @Option(name: .long, help: .of(.packInstead, .pack)) var pack: String?
  @Option(name: .long, help: .of(.bound, .nodes)) var bound: Int?
  @OptionGroup var office: OfficeOptions
  @OptionGroup var output: OutputOptions

  var isJSON: Bool { output.json }

  func run(_ session: Session) throws -> ExitStatus {
    if pack != nil, !files.isEmpty { throw ServiceFault.usage(.filesAndPack) }
    if let bound, bound < 1 { throw ServiceFault.usage(.boundTooSmall) }
    let checks = Desk.check(try charts(session), bound: bound)
    let (console, language) = (session.console, session.language)
    if isJSON {
      try console.json(checks.map(CheckJSON.init))
    } else {
      for check in checks { CheckText(check, language).print(to: console) }
    }
    var hints: [Hint] = []
    for check in checks {
      guard let (fault, hint) = check.failure(again: again(check.file)) else { continue }
      console.error(language.text(fault))
      if let hint, !hints.contains(hint) { hints.append(hint) }
    }
    for hint in hints { console.hint(language.text(hint)) }
    return checks.compactMap(\.kind).map(ExitStatus.init).max { $0.rawValue < $1.rawValue } ?? .done
  }

  /// Returns the charts to check again after a file was corrected.
  private func again(_ file: String) -> CheckAgain { files.isEmpty ? .pack(pack) : .file(file) }

  private func charts(_ session: Session) throws -> ChartFiles {
    if !files.isEmpty { return ChartFiles(files, at: session.url) }
    if pack == nil, office.isGiven(session) { return try office.desk(session, to: .reading).packFiles() }
    let name = pack ?? PackFolder.defaultName
    let url = try PackFolder.find(
      name.contains("/") || name == "." ? session.path(name) : name,
      packs: session.environment[.packs].map(session.url), program: session.program())
    return ChartFiles(try PackFolder(url))
  }
}
