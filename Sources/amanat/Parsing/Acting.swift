import ArgumentParser
import Foundation
import Service
import Wording

/// The options of every act in a case.
struct ActOptions: ParsableArguments {
  @OptionGroup var office: OfficeOptions
  @OptionGroup var signing: SigningOptions
  @OptionGroup var output: OutputOptions
  @OptionGroup var trial: TrialOptions
  @OptionGroup var proposing: ProposingOptions

  /// The part of the options that says how the act is carried out.
  var acting: Acting { Acting(office: office, trial: trial, proposing: proposing, isJSON: output.json) }
}

/// The options of every change to a register.
struct RegisterOptions: ParsableArguments {
  @OptionGroup var office: OfficeOptions
  @OptionGroup var custodians: CustodianOptions
  @OptionGroup var output: OutputOptions
  @OptionGroup var trial: TrialOptions
  @OptionGroup var proposing: ProposingOptions

  /// The part of the options that says how the change is carried out.
  var acting: Acting { Acting(office: office, trial: trial, proposing: proposing, isJSON: output.json) }
}

/// The option for writing a proposal, which is signed elsewhere.
struct ProposingOptions: ParsableArguments {
  @Option(name: .long, help: .of(.propose, .file)) var propose: String?
}

/// Carries out a request that changes a case or a register: enters it, tries it, or writes it as a proposal. `export`
/// uses only the functions for proposals.
struct Acting {
  let office: OfficeOptions
  let trial: TrialOptions
  let proposing: ProposingOptions
  let isJSON: Bool

  /// The result of a request: an answer of the office, or a proposal that was written to a file.
  enum Outcome<Answer> {
    case answered(Desk, Answer)
    case proposed
  }

  /// A proposal that was written, as JSON.
  private struct ProposedJSON: Encodable {
    var proposal: String
    var missing: [OfficerID]
  }

  /// Opens the office and carries out a request.
  ///
  /// - Parameters:
  ///   - number: the case that the request is about; nil if it is about no case.
  ///   - keys: the signers' key files, the actor's first.
  func perform<Answer>(
    _ session: Session, on number: CaseNumber? = nil, keys: [String], _ request: (Desk) throws -> ActRequest<Answer>
  ) throws -> Outcome<Answer> {
    let desk = try office.desk(session, for: number, to: trial.access)
    let request = try request(desk)
    guard let file = proposing.propose else {
      let answer = try trial.dryRun ? desk.rehearse(request, keys: keys) : desk.enter(request, keys: keys)
      return .answered(desk, answer)
    }
    if trial.dryRun { throw ServiceFault.usage(.trialAndProposal) }
    try write(try checked(file, session) { try desk.propose(request, keys: keys) }, to: file, session)
    return .proposed
  }

  /// Makes a proposal. Refuses first if its file, or a `.partial` file of the same name, exists already, or if the file
  /// would be inside the folder of the office.
  func checked(_ file: String, _ session: Session, _ proposal: () throws -> Proposal) throws -> Proposal {
    let path = session.path(file)
    for taken in [path, path + ".partial"] where FileManager.default.fileExists(atPath: taken) {
      throw ServiceFault.usage(.fileExists(path: file))
    }
    guard try !office.folder(session).encloses(URL(filePath: path)) else {
      throw ServiceFault.usage(.destinationInsideOffice)
    }
    return try proposal()
  }

  /// Writes a proposal to its file, and prints the next step or, as JSON, the missing signers.
  func write(_ proposal: Proposal, to file: String, _ session: Session) throws {
    try ProposalFile(file, session).write(proposal)
    if isJSON { return try session.console.json(ProposedJSON(proposal: file, missing: proposal.missing)) }
    session.console.out(session.language.text(ProposalLine.written(file: file)))
    session.console.hint(session.language.text(Hint.signProposal(file: file)))
  }
}
