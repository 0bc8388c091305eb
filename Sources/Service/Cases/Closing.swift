import Casework
import Ledger

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

extension ActRequest where Answer == CaseView {
  /// Requests that a case be closed without disclosure. The reasons are sealed.
  ///
  /// A refusal may name rules that stand against the order; a rule that passed, and would pass now, is no ground.
  public static func close(_ number: CaseNumber, as closing: Closing, because note: String) -> ActRequest {
    inCase(number) { desk, standing, _, isRehearsal in
      try Desk.checkSaid(note, .closingReason)
      // Of a closed case it is said that it is closed, and nothing about grounds.
      let isClosed = standing.workflow.isFinished(standing.subject.configuration)
      if case .refused(let rules) = closing, !isClosed { try Desk.checkGrounds(rules, standing) }
      let (commitment, sealed) = try desk.note(note, in: number, isRehearsal)
      let command: Command =
        switch closing {
        case .invalid(.withdrawn): .withdraw(note: commitment)
        case .invalid(.quashed): .quash(note: commitment)
        case .invalid(.lapsed): .lapse(note: commitment)
        case .refused(let rules): .refuse(rules: rules, note: commitment)
        }
      return Desk.Prepared(command: command, sealed: sealed)
    }
  }
}

extension Desk {
  /// Refuses rules that passed as the grounds of a refusal.
  static func checkGrounds(_ rules: [Rule], _ standing: Standing) throws {
    let against = Set(Gate.standing(against: standing.subject, facts: standing.facts).map(\.rule))
    let passed = rules.filter { rule in
      standing.subject.findings[rule]?.value.outcome == .pass && !against.contains(rule.rawValue)
    }
    guard passed.isEmpty else {
      throw ServiceFault.refused(Refusal(passed.map { .rulePassed($0) }), standing.subject.number)
    }
  }
}
