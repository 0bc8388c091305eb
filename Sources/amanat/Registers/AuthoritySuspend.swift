import ArgumentParser
import Service
import Wording

/// Suspends an authority.
struct AuthoritySuspend: RegisterAct {
  static let configuration = CommandConfiguration(commandName: Verb.authoritySuspend.name)

  @Argument(help: .of(.authorityID, .id)) var id: AuthorityID
  @OptionGroup var options: RegisterOptions

  func request(_ session: Session) throws -> ActRequest<Void> {
    .suspend(id)
  }

  func deed(_ answer: Void) -> (id: String, RegisterDeed) { (id.description, .suspended) }
}
