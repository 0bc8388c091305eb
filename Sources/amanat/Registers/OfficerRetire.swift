import ArgumentParser
import Service
import Wording

/// Retires an officer.
struct OfficerRetire: RegisterAct {
  static let configuration = CommandConfiguration(commandName: Verb.officerRetire.name)

  @Argument(help: .of(.officerID, .id)) var id: OfficerID
  @OptionGroup var options: RegisterOptions

  func act(_ desk: Desk, keys: CustodianKeys, dryRun: Bool, _ session: Session) throws -> (id: String, RegisterDeed) {
    try desk.retire(id, keys: keys, dryRun: dryRun)
    return (id.description, .retired)
  }
}
