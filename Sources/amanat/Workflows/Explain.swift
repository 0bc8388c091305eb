import ArgumentParser
import Service
import Wording

/// Explains which events can come next in a case.
struct Explain: VerbCommand {
  static let configuration = CommandConfiguration(commandName: Verb.workflowExplain.name)

  @Argument(help: .of(.caseNumber, .caseNumber)) var number: CaseNumber
  @OptionGroup var office: OfficeOptions
  @OptionGroup var signing: SigningOptions
  @OptionGroup var output: OutputOptions

  var isJSON: Bool { output.json }

  func run(_ session: Session) throws -> ExitStatus {
    let desk = try office.desk(session, for: number, to: .reading)
    let explanation = try desk.explain(number, key: signing.keyIfGiven(session))
    if isJSON {
      try session.console.json(ExplanationJSON(explanation))
    } else {
      ExplanationText(explanation, session).print()
    }
    return .done
  }
}
