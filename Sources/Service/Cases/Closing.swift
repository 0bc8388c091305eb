import Casework
import Ledger

extension Desk {
  /// The ways in which a case ends without disclosure.
  public enum Closing: Sendable {
    case invalid(Withdrawal)
    case refused([Rule])

    /// The authority withdrew the order.
    public static let withdrawn = Closing.invalid(.withdrawn)
    /// A court quashed the order.
    public static let quashed = Closing.invalid(.quashed)
    /// The order's time is over.
    public static let lapsed = Closing.invalid(.lapsed)
  }

  /// Closes a case without disclosure. The reasons are sealed.
  ///
  /// A refusal may name rules that stand against the order; one that passed, and would pass now, is no ground.
  public func close(
    _ number: CaseNumber, as closing: Closing, because note: String, key: String, dryRun: Bool = false
  ) throws -> CaseView {
    try Self.checkSaid(note, .closingReason)
    let vault = try vault()
    return try act(on: number, signingWith: key, dryRun: dryRun) { standing, _ in
      if case .refused(let rules) = closing { try checkGrounds(rules, standing) }
      let sealed = try stored { try vault.seal(Array(note.utf8), label: "note", keyName: number.description) }
      let command: Command =
        switch closing {
        case .invalid(.withdrawn): .withdraw(note: sealed.commitment)
        case .invalid(.quashed): .quash(note: sealed.commitment)
        case .invalid(.lapsed): .lapse(note: sealed.commitment)
        case .refused(let rules): .refuse(rules: rules, note: sealed.commitment)
        }
      return (command, [.table(sealed)])
    }
  }

  private func checkGrounds(_ rules: [Rule], _ standing: Standing) throws {
    let against = Set(Gate.standing(against: standing.subject, facts: standing.facts).map(\.rule))
    let passed = rules.filter { rule in
      standing.subject.findings[rule]?.value.outcome == .pass && !against.contains(rule.rawValue)
    }
    guard passed.isEmpty else {
      throw DeskFault.refused(Refusal(passed.map { .rulePassed($0) }), standing.subject.number)
    }
  }
}
