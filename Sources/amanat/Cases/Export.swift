import ArgumentParser
import Service
import Wording

/// Discloses, or finishes a disclosure that was interrupted.
struct Export: VerbCommand {
  static let configuration = CommandConfiguration(commandName: Verb.export.name)

  @Argument(help: .of(.caseNumber, .caseNumber)) var number: CaseNumber
  @Option(name: .long, help: .of(.exportFolder, .folder)) var to: String
  @Flag(name: .long, help: .of(.resume)) var resume = false
  @OptionGroup var options: ActOptions

  var attempt: Attempt { .export }
  var isJSON: Bool { options.output.json }

  private struct TrialJSON: Encodable {
    var number: String
    var dryRun = true
  }

  private struct ExportJSON: Encodable {
    var number: String
    var file: String
    var envelope: String
    var recipient: String
  }

  func run(_ session: Session) throws -> ExitStatus {
    if resume, options.trial.dryRun { throw ServiceFault.usage(.resumeHasNoTrial) }
    let (_, export) = try options.perform(session) { desk, key, dryRun in
      resume
        ? try desk.resumeExport(number, to: session.url(to), key: key)
        : try desk.export(number, to: session.url(to), key: key, dryRun: dryRun)
    }
    let (console, language) = (session.console, session.language)
    guard let export else {
      if isJSON {
        try console.json(TrialJSON(number: number.description))
      } else {
        console.out(language.text(Notice.couldBeDisclosed(number)))
      }
      return .done
    }
    let file = export.file.lastPathComponent
    if isJSON {
      try console.json(
        ExportJSON(
          number: number.description, file: file, envelope: export.envelope.description, recipient: export.recipient))
    } else {
      console.out(language.text(Notice.disclosed(number, recipient: export.recipient)))
      console.table(
        [[language.text(Label.file), .data(file)], [language.text(Label.sha256), .data(export.envelope)]], indent: 2,
        to: console.out)
    }
    return .done
  }
}
