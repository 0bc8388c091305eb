import ArgumentParser
import Service
import Wording

/// A verb that changes a register and says so in one line.
protocol RegisterAct: VerbCommand {
  var options: RegisterOptions { get }
  /// Calls the use case; answers the id of whom it is about, and what it did.
  func act(_ desk: Desk, keys: CustodianKeys, dryRun: Bool, _ session: Session) throws -> (id: String, RegisterDeed)
}

extension RegisterAct {
  var attempt: Attempt { .changeRegister }
  var isJSON: Bool { options.output.json }

  func run(_ session: Session) throws -> ExitStatus {
    let dryRun = options.trial.dryRun
    let (id, deed) = try options.perform(session) { try act($0, keys: $1, dryRun: $2, session) }
    if isJSON {
      try session.console.json(RegisterJSON(id: id, done: deed.id, dryRun: dryRun))
    } else {
      session.console.out(session.language.text(Notice.register(id: id, deed, isTrial: dryRun)))
    }
    return .done
  }
}

/// A change to a register as data.
private struct RegisterJSON: Encodable {
  var id: String
  var done: String
  var dryRun: Bool
}

extension RegisterDeed {
  /// The deed's name in data.
  fileprivate var id: String {
    switch self {
    case .enrolled(let role): "enrolled as \(role.rawValue)"
    case .retired: "retired"
    case .registered: "registered"
    case .suspended: "suspended"
    case .restored: "restored"
    }
  }
}
