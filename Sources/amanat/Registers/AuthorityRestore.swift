import ArgumentParser
import Service
import Wording

/// Ends the suspension of an authority.
struct AuthorityRestore: RegisterAct {
  static let configuration = CommandConfiguration(commandName: Verb.authorityRestore.name)

  @Argument(help: .of(.authorityID, .id)) var id: AuthorityID
  @OptionGroup var options: RegisterOptions

  func act(_ desk: Desk, keys: CustodianKeys, dryRun: Bool, _ session: Session) throws -> (id: String, RegisterDeed) {
    try desk.restore(id, keys: keys, dryRun: dryRun)
    return (id.description, .restored)
  }
}
