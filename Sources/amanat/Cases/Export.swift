import ArgumentParser
import Service
import Wording

/// Discloses the data of a case, or finishes an interrupted disclosure.
struct Export: VerbCommand {
  static let configuration = CommandConfiguration(commandName: Verb.export.name)

  @Argument(help: .of(.caseNumber, .caseNumber)) var number: CaseNumber
  @Option(name: .long, help: .of(.exportFolder, .folder)) var to: String?
  @Flag(name: .long, help: .of(.resume)) var resume = false
  @OptionGroup var options: ActOptions

  var attempt: Attempt { .export }
  var isJSON: Bool { options.output.json }

  private struct TrialJSON: Encodable {
    var number: String
    var dryRun = true
  }

  func run(_ session: Session) throws -> ExitStatus {
    if resume, options.trial.dryRun { throw ServiceFault.usage(.resumeHasNoTrial) }
    let key = try options.signing.key(session)
    let desk = try options.office.desk(session, for: number, to: options.trial.access)
    if let file = options.proposing.propose { return try propose(desk, key, file, session) }
    guard let to else { throw ServiceFault.usage(.noDestination) }
    let (console, language) = (session.console, session.language)
    if options.trial.dryRun {
      try desk.rehearseExport(number, to: session.url(to), key: key)
      if isJSON {
        try console.json(TrialJSON(number: number.description))
      } else {
        console.out(language.text(Notice.couldBeDisclosed(number)))
      }
      return .done
    }
    let export =
      try
      (resume
      ? desk.resumeExport(number, to: session.url(to), key: key)
      : desk.export(number, to: session.url(to), key: key))
    try ExportText(export).print(session, isJSON: isJSON)
    return .done
  }

  private func propose(_ desk: Desk, _ key: String, _ file: String, _ session: Session) throws -> ExitStatus {
    if options.trial.dryRun { throw ServiceFault.usage(.trialAndProposal) }
    let acting = options.acting
    let proposal = try acting.checked(file, session) {
      resume ? try desk.proposeDelivery(number, key: key) : try desk.proposeExport(number, key: key)
    }
    try acting.write(proposal, to: file, session)
    return .done
  }
}
