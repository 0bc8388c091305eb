import ArgumentParser
import Service
import Wording

/// Replaces the key of an officer.
struct OfficerRekey: RegisterAct {
  static let configuration = CommandConfiguration(commandName: Verb.officerRekey.name)

  @Argument(help: .of(.officerID, .id)) var id: OfficerID
  @Option(name: .long, help: .of(.publicKey, .file)) var key: String
  @OptionGroup var options: RegisterOptions

  func request(_ session: Session) throws -> ActRequest<Void> {
    .rekey(id, publicKeyFile: session.path(key))
  }

  func deed(_ answer: Void) -> (id: String, RegisterDeed) { (id.description, .rekeyed) }
}
