import Casework
import Ledger

/// A way of closing a case without disclosure.
public enum Closing: Sendable {
  case invalid(Withdrawal)
  case refused([Rule])

  /// The authority withdrew the order.
  public static let withdrawn = Closing.invalid(.withdrawn)
  /// A court quashed the order.
  public static let quashed = Closing.invalid(.quashed)
  /// The order is no longer in force.
  public static let lapsed = Closing.invalid(.lapsed)
}

extension ActRequest where Answer == CaseView {
  /// Requests that a case be closed without disclosure. The note with the reasons is sealed.
  ///
  /// A refusal may name the rules that are its grounds. A rule that passed and would still pass now is not accepted as
  /// a ground.
  public static func close(_ number: CaseNumber, as closing: Closing, because note: String) -> ActRequest {
    inCase(number) { desk, _, _, isRehearsal in
      try Desk.checkSaid(note, .closingReason)
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
