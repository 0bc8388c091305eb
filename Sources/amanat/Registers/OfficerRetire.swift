import ArgumentParser
import Service
import Wording

/// Retires an officer.
struct OfficerRetire: RegisterAct {
  static let configuration = CommandConfiguration(commandName: Verb.officerRetire.name)

  @Argument(help: .of(.officerID, .id)) var id: OfficerID
  @OptionGroup var options: RegisterOptions

  func request(_ session: Session) throws -> ActRequest<Void> {
    .retire(id)
  }

  func deed(_ answer: Void) -> (id: String, RegisterDeed) { (id.description, .retired) }
}
