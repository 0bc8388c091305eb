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

  func act(_ desk: Desk, keys: CustodianKeys, dryRun: Bool, _ session: Session) throws -> (id: String, RegisterDeed) {
    let id = try desk.enrol(
      name: name, role: role, publicKeyFile: session.path(key), keys: keys, dryRun: dryRun)
    return (id.description, .enrolled(role))
  }
}
