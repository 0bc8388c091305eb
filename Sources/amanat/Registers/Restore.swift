import ArgumentParser
import Service
import Wording

/// Goes on from an older copy of the office.
struct Restore: VerbCommand {
  static let configuration = CommandConfiguration(commandName: Verb.restore.name)

  @OptionGroup var office: OfficeOptions
  @OptionGroup var custodians: CustodianOptions
  @OptionGroup var output: OutputOptions
  @OptionGroup var trial: TrialOptions

  var attempt: Attempt { .changeRegister }
  var isJSON: Bool { output.json }

  private struct RestoredJSON: Encodable {
    var lost: Int
    var cases: [CaseNumber]
    var dryRun: Bool
  }

  func run(_ session: Session) throws -> ExitStatus {
    let restored = try Desk.restore(
      office.folder(session), keyFile: office.keyFile(session), world: session.world, keys: custodians.keys(session),
      dryRun: trial.dryRun)
    if isJSON {
      try session.console.json(RestoredJSON(lost: restored.lost, cases: restored.cases, dryRun: trial.dryRun))
      return .done
    }
    let notice = Notice.wentBack(lost: restored.lost, restored.cases, isTrial: trial.dryRun)
    session.console.out(session.language.text(notice))
    return .done
  }
}
