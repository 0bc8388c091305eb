import ArgumentParser
import Service
import Wording

/// Enrols an officer.
struct OfficerEnrol: RegisterAct {
  static let configuration = CommandConfiguration(commandName: Verb.officerEnrol.name)

  @Option(name: .long, help: .of(.officerName, .text)) var name: String
  @Option(name: .long, help: .of(.role, .role)) var role: Role
  @Option(name: .long, help: .of(.publicKey, .file)) var key: String
  @OptionGroup var options: RegisterOptions

  func request(_ session: Session) throws -> ActRequest<OfficerID> {
    .enrol(name: name, role: role, publicKeyFile: session.path(key))
  }

  func deed(_ answer: OfficerID) -> (id: String, RegisterDeed) { (answer.description, .enrolled(role)) }
}
