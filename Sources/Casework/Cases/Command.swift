/// A command of an officer in a case. There is no command to disclose, because only the gate can permit a disclosure.
public enum Command: Sendable, Hashable {
  /// Log another document in an open case: a readable copy, or a completed order.
  case supplement(OrderReading)
  /// Ask the authority for the parts that the order lacks.
  case clarify
  /// Check mechanical rules again, with the facts of the moment.
  case examine([Rule])
  /// Record evidence for or against the authenticity of the order.
  case authenticate(AuthenticityProof)
  /// Grant a scope.
  case grant(GrantedScope)
  /// Record a collection.
  case collect(Collected)
  /// Approve the package with exactly these digests.
  case approve(Approval)
  /// Close without disclosure: the authority withdrew the order.
  case withdraw(note: Commitment)
  /// Close without disclosure: a higher authority quashed the order.
  case quash(note: Commitment)
  /// Close without disclosure: the order lapsed.
  case lapse(note: Commitment)
  /// Close without disclosure: the office refuses the order.
  case refuse(rules: [Rule], note: Commitment)

  /// Record a call to the authority.
  public static func callBack(_ call: CallBack) -> Command { .authenticate(.callBack(call: call)) }

  /// The kind of a command, without its parameters.
  public enum Verb: String, Sendable, Hashable, CaseIterable {
    /// The verb of the command of that name.
    case supplement, clarify, examine, authenticate, grant, collect, approve, withdraw, quash, lapse, refuse
  }

  /// The kind of this command.
  public var verb: Verb {
    switch self {
    case .supplement: .supplement
    case .clarify: .clarify
    case .examine: .examine
    case .authenticate: .authenticate
    case .grant: .grant
    case .collect: .collect
    case .approve: .approve
    case .withdraw: .withdraw
    case .quash: .quash
    case .lapse: .lapse
    case .refuse: .refuse
    }
  }
}
