import ArgumentParser
import Service
import Wording

/// Enters a signed proposal.
struct Submit: VerbCommand {
  static let configuration = CommandConfiguration(commandName: Verb.submit.name)

  @Argument(help: .of(.proposalCopies, .file)) var files: [String]
  @Option(name: .long, help: .of(.exportFolder, .folder)) var to: String?
  @OptionGroup var office: OfficeOptions
  @OptionGroup var output: OutputOptions

  var isJSON: Bool { output.json }

  private struct SubmittedJSON: Encodable {
    var `case`: CaseNumber?
    var events: [String]
  }

  func run(_ session: Session) throws -> ExitStatus {
    let copies = try files.map { (file: $0, proposal: try ProposalFile($0, session).read()) }
    let proposal = try Proposal.merged(copies)
    let desk = try office.desk(session, to: .acting)
    try print(try desk.submit(proposal, to: to.map(session.url)), session)
    return .done
  }

  private func print(_ submitted: Submitted, _ session: Session) throws {
    let (console, language) = (session.console, session.language)
    switch submitted {
    case .inCase(let view, let events):
      if isJSON { return try console.json(SubmittedJSON(case: view.number, events: events.map(\.name))) }
      console.out(language.text(ProposalLine.submitted(view.number, view.stage)))
      CaseText(view, session).printNext()
    case .inRegisters(let events):
      if isJSON { return try console.json(SubmittedJSON(case: nil, events: events.map(\.name))) }
      console.out(language.text(ProposalLine.submitted(nil, nil)))
    case .exported(let export, let isEntered):
      try ExportText(export).print(session, isJSON: isJSON)
      guard !isEntered, !isJSON else { return }
      console.err(language.text(ProposalLine.deliveryOpen(export.number)))
      console.hint(language.text(Hint.action(.resume(export.number))))
    }
  }
}
