import ArgumentParser
import Wording

/// The verbs about the register of officers.
struct OfficerVerbs: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: Verb.officer.name,
    subcommands: [OfficerEnrol.self, OfficerRetire.self, OfficerRekey.self, OfficerList.self])
}

/// The verbs about the register of authorities.
struct AuthorityVerbs: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: Verb.authority.name,
    subcommands: [AuthorityAdd.self, AuthoritySuspend.self, AuthorityRestore.self, AuthorityList.self])
}
