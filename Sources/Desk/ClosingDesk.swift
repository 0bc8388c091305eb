import CaseStore
import Casework

extension Desk {
  /// The ways in which a case ends without disclosure.
  public enum Closing: Sendable {
    case withdrawn, quashed, lapsed
    case refused([Rule])
  }

  /// Closes a case without disclosure. The reasons are sealed.
  public func close(
    _ number: CaseNumber, as closing: Closing, because note: String, key: String, dryRun: Bool = false
  ) throws -> CaseView {
    let vault = try vault()
    return try act(on: number, signingWith: key, dryRun: dryRun) { _, _ in
      let sealed = try stored { try vault.seal(Array(note.utf8), label: "note", keyName: number.description) }
      let command: Command =
        switch closing {
        case .withdrawn: .withdraw(note: sealed.commitment)
        case .quashed: .quash(note: sealed.commitment)
        case .lapsed: .lapse(note: sealed.commitment)
        case .refused(let rules): .refuse(rules: rules, note: sealed.commitment)
        }
      return (command, [.table(sealed)])
    }
  }
}
