import ArgumentParser
import Service
import Wording

/// Shows or signs a proposal. The folder of the office is not needed.
struct Sign: VerbCommand {
  static let configuration = CommandConfiguration(commandName: Verb.sign.name)

  @Argument(help: .of(.proposalFile, .file)) var file: String
  @Flag(name: .long, help: .of(.showOnly)) var show = false
  @OptionGroup var signing: SigningOptions
  @OptionGroup var output: OutputOptions

  var isJSON: Bool { output.json }

  func run(_ session: Session) throws -> ExitStatus {
    let place = ProposalFile(file, session)
    let proposal = try place.read()
    if show {
      try ProposalText(proposal.act()).print(session, isJSON: isJSON)
      return .done
    }
    let signed = try proposal.signed(with: signing.key(session), session.world.signer)
    try place.write(signed)
    try ProposalText(signed.act()).print(session, isJSON: isJSON)
    if isJSON { return .done }
    session.console.err(session.language.text(ProposalLine.signed(file: file)))
    let hint: Hint = signed.missing.isEmpty ? .submitProposal(file: file) : .signProposal(file: file)
    session.console.hint(session.language.text(hint))
    return .done
  }
}
