import ArgumentParser
import Service
import Wording

/// A verb that changes a register and says so in one line.
protocol RegisterAct: VerbCommand {
  associatedtype Answer: Sendable
  var options: RegisterOptions { get }
  /// Returns the request to the office.
  func request(_ session: Session) throws -> ActRequest<Answer>
  /// Returns the id of the changed officer or authority, and the change.
  func deed(_ answer: Answer) -> (id: String, RegisterDeed)
}

extension RegisterAct {
  var attempt: Attempt { .changeRegister }
  var isJSON: Bool { options.output.json }

  func run(_ session: Session) throws -> ExitStatus {
    let dryRun = options.trial.dryRun
    let keys = try options.custodians.keys(session)
    let outcome = try options.acting.perform(session, keys: keys) { _ in try request(session) }
    guard case .answered(_, let answer) = outcome else { return .done }
    let (id, deed) = deed(answer)
    if isJSON {
      try session.console.json(RegisterJSON(id: id, done: deed.id, dryRun: dryRun))
    } else {
      session.console.out(session.language.text(Notice.register(id: id, deed, isTrial: dryRun)))
    }
    return .done
  }
}

/// A change to a register as JSON.
private struct RegisterJSON: Encodable {
  var id: String
  var done: String
  var dryRun: Bool
}

extension RegisterDeed {
  /// The name of the deed in JSON.
  fileprivate var id: String {
    switch self {
    case .enrolled(let role): "enrolled as \(role.rawValue)"
    case .retired: "retired"
    case .registered: "registered"
    case .suspended: "suspended"
    case .restored: "restored"
    case .rekeyed: "rekeyed"
    }
  }
}
