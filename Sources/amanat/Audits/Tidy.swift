import ArgumentParser
import Service
import Wording

/// Removes files that a crash left behind.
struct Tidy: VerbCommand {
  static let configuration = CommandConfiguration(commandName: Verb.tidy.name)

  @OptionGroup var office: OfficeOptions
  @OptionGroup var output: OutputOptions
  @OptionGroup var trial: TrialOptions

  var isJSON: Bool { output.json }

  func run(_ session: Session) throws -> ExitStatus {
    let tidied = try office.desk(session, to: trial.access).tidy(dryRun: trial.dryRun)
    let (console, language) = (session.console, session.language)
    if isJSON {
      try console.json(tidied)
      return .done
    }
    for path in tidied.removed { console.out(language.text(Notice.removed(path: path, isTrial: trial.dryRun))) }
    for path in tidied.left { console.out(language.text(Notice.left(path: path))) }
    if tidied.removed.isEmpty { console.err(language.text(Notice.nothingToRemove)) }
    return .done
  }
}
