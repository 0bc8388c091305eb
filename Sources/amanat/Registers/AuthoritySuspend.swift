import ArgumentParser
import Service
import Wording

/// Suspends an authority.
struct AuthoritySuspend: RegisterAct {
  static let configuration = CommandConfiguration(commandName: Verb.authoritySuspend.name)

  @Argument(help: .of(.authorityID, .id)) var id: AuthorityID
  @OptionGroup var options: RegisterOptions

  func act(_ desk: Desk, keys: CustodianKeys, dryRun: Bool, _ session: Session) throws -> (id: String, RegisterDeed) {
    try desk.suspend(id, keys: keys, dryRun: dryRun)
    return (id.description, .suspended)
  }
}
