/// What someone asks to do in a case. Disclosing is not among these: only the gate can permit it.
public enum Command: Sendable, Hashable {
  /// Log a further document in an open case: a readable copy, a completed order.
  case supplement(OrderReading)
  /// Ask the authority for what the order lacks.
  case clarify
  /// Judge mechanical rules again, as of now.
  case examine([Rule])
  /// Record evidence that the order is authentic, or not.
  case authenticate(AuthenticityProof)
  /// Grant a scope.
  case grant(GrantedScope)
  /// Record what was collected.
  case collect(Collected)
  /// Approve exactly these digests.
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

  /// A command without what it is about.
  public enum Verb: String, Sendable, Hashable, CaseIterable {
    /// The verb of the command of that name.
    case supplement, clarify, examine, authenticate, grant, collect, approve, withdraw, quash, lapse, refuse
  }

  /// What is asked, without what it is about.
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
