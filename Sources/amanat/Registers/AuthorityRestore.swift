import ArgumentParser
import Service
import Wording

/// Ends the suspension of an authority.
struct AuthorityRestore: RegisterAct {
  static let configuration = CommandConfiguration(commandName: Verb.authorityRestore.name)

  @Argument(help: .of(.authorityID, .id)) var id: AuthorityID
  @OptionGroup var options: RegisterOptions

  func request(_ session: Session) throws -> ActRequest<Void> {
    .restore(id)
  }

  func deed(_ answer: Void) -> (id: String, RegisterDeed) { (id.description, .restored) }
}
