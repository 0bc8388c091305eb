import ArgumentParser
import Foundation
import Service
import Wording

/// Carries an office of an older format on in the present one.
struct Upgrade: VerbCommand {
  static let configuration = CommandConfiguration(commandName: Verb.upgrade.name)

  @Option(name: .long, help: .of(.newMarks, .folder)) var marks: String?
  @OptionGroup var office: OfficeOptions
  @OptionGroup var custodians: CustodianOptions
  @OptionGroup var output: OutputOptions
  @OptionGroup var trial: TrialOptions

  var attempt: Attempt { .changeRegister }
  var isJSON: Bool { output.json }

  private struct UpgradedJSON: Encodable {
    var upgraded = true
    var dryRun: Bool
  }

  func run(_ session: Session) throws -> ExitStatus {
    let folder = try office.folder(session)
    let file = office.keyFile(session)
    let marks = marks.map(session.url)
    try Desk.upgrade(
      folder, keyFile: file, marks: marks, world: session.world, keys: custodians.keys(session), dryRun: trial.dryRun)
    if isJSON {
      try session.console.json(UpgradedJSON(dryRun: trial.dryRun))
      return .done
    }
    session.console.out(session.language.text(Notice.upgraded(isTrial: trial.dryRun)))
    if !trial.dryRun {
      let place = marks ?? Desk.defaultMarks(file ?? folder.defaultKey)
      session.console.err(session.language.text(Notice.marks(folder: session.shortened(place))))
    }
    return .done
  }
}
