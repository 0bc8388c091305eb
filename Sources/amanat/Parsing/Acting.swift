import ArgumentParser
import Foundation
import Service
import Wording

/// What every act in a case takes.
struct ActOptions: ParsableArguments {
  @OptionGroup var office: OfficeOptions
  @OptionGroup var signing: SigningOptions
  @OptionGroup var output: OutputOptions
  @OptionGroup var trial: TrialOptions
  @OptionGroup var proposing: ProposingOptions

  /// How the act is carried out.
  var acting: Acting { Acting(office: office, trial: trial, proposing: proposing, isJSON: output.json) }
}

/// What every change to a register takes.
struct RegisterOptions: ParsableArguments {
  @OptionGroup var office: OfficeOptions
  @OptionGroup var custodians: CustodianOptions
  @OptionGroup var output: OutputOptions
  @OptionGroup var trial: TrialOptions
  @OptionGroup var proposing: ProposingOptions

  /// How the change is carried out.
  var acting: Acting { Acting(office: office, trial: trial, proposing: proposing, isJSON: output.json) }
}

/// Writing an act down to be signed elsewhere.
struct ProposingOptions: ParsableArguments {
  @Option(name: .long, help: .of(.propose, .file)) var propose: String?
}

/// Through here every verb that changes an office calls Service: whatever the act is, this is where it is entered, tried
/// or proposed.
struct Acting {
  let office: OfficeOptions
  let trial: TrialOptions
  let proposing: ProposingOptions
  let isJSON: Bool

  /// What came of an act: an answer of the office, or a proposal that was written to a file.
  enum Outcome<Answer> {
    case answered(Desk, Answer)
    case proposed
  }

  /// A proposal that was written, as data.
  private struct ProposedJSON: Encodable {
    var proposal: String
    var missing: [OfficerID]
  }

  /// Opens the office and carries out a request.
  ///
  /// - Parameters:
  ///   - number: the case that the request is about, where it is about one.
  ///   - keys: the signers' key files, the actor's first.
  func perform<Answer>(
    _ session: Session, on number: CaseNumber? = nil, keys: [String], _ request: (Desk) throws -> ActRequest<Answer>
  ) throws -> Outcome<Answer> {
    let desk = try office.desk(session, for: number)
    let request = try request(desk)
    guard let file = proposing.propose else {
      let answer = try trial.dryRun ? desk.rehearse(request, keys: keys) : desk.enter(request, keys: keys)
      return .answered(desk, answer)
    }
    if trial.dryRun { throw ServiceFault.usage(.trialAndProposal) }
    try write(try checked(file, session) { try desk.propose(request, keys: keys) }, to: file, session)
    return .proposed
  }

  /// Makes a proposal where there is a place for its file.
  func checked(_ file: String, _ session: Session, _ proposal: () throws -> Proposal) throws -> Proposal {
    let path = session.path(file)
    for taken in [path, path + ".partial"] where FileManager.default.fileExists(atPath: taken) {
      throw ServiceFault.usage(.fileExists(path: file))
    }
    let inside = URL(filePath: path).deletingLastPathComponent().resolvingSymlinksInPath().path + "/"
    guard !inside.hasPrefix(try office.folder(session).url.resolvingSymlinksInPath().path + "/") else {
      throw ServiceFault.usage(.destinationInsideOffice)
    }
    return try proposal()
  }

  /// Writes a proposal to its file, and says who must sign it.
  func write(_ proposal: Proposal, to file: String, _ session: Session) throws {
    try ProposalFile(file, session).write(proposal)
    if isJSON { return try session.console.json(ProposedJSON(proposal: file, missing: proposal.missing)) }
    session.console.out(session.language.text(ProposalLine.written(file: file)))
    session.console.hint(session.language.text(Hint.signProposal(file: file)))
  }
}
