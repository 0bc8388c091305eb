import Service

extension WorkflowFlaw {
  /// What a workflow would allow, in a few words, without the line and the way there.
  var sentence: String {
    switch self {
    case .permitsWithout(let permission, let absent, trace: _):
      "a \(Self.name(permission)) state is reached without \(absent.map(\.rawValue).joined(separator: ", "))"
    case .permitsOn(let permission, let event, trace: _): "a \(Self.name(permission)) state is entered on '\(event)'"
    case .endsWithout(let absent, trace: _):
      "a case that released data ends without \(absent.map(\.rawValue).joined(separator: ", "))"
    case .spendsTwice: "a second permit can be spent in a case"
    case .spendsUnseen: "a permit is spent, and the chart then says that nothing is outside"
    case .approvalNotApart: "an approval must be a manager's alone, apart from all who prepared the case"
    case .secondReviewNotApart:
      "a second review must be an officer's or a manager's, apart from who reviewed first"
    case .cannotClose: "a case can come to where it can never be closed"
    case .deadState(let name, _): "the state '\(name)' can never be entered"
    case .deadTransition: "the transition can never be taken"
    case .race(let lines, trace: _):
      "two regions answer one event, lines \(lines.map(String.init).joined(separator: " and ")), and one alone can leave"
    case .runaway(let states, trace: _):
      "transitions without events do not come to rest: \(states.joined(separator: ", "))"
    case .never(let permission): "no state permits \(permission.rawValue)"
    case .overBound(let bound): "more than \(bound) nodes: too large to prove within the bound"
    }
  }

  private static func name(_ permission: Permission) -> String {
    permission == .disclosure ? "disclosing" : "preserving"
  }

  /// What to do about it.
  ///
  /// - Parameter again: what to type to check the chart again.
  func hint(_ again: String) -> String {
    if case .overBound(let bound) = self {
      return "\(again) --bound \(bound * 10), or give the chart fewer states that vary together"
    }
    return "correct the chart, then: \(again)"
  }
}

extension WorkflowStep {
  /// Who may cause it: roles, and from whose acts they must be apart.
  var actors: String {
    let apart = apartFrom.isEmpty ? "" : ", apart from \(apartFrom.joined(separator: " "))"
    let who = roles.map(\.rawValue).joined(separator: " or ")
    return (person.map { "\($0), " } ?? "") + who + apart
  }

  /// The rows of a table that tells a way, under a head.
  static func rows(_ way: [WorkflowStep]) -> [[String]] {
    [["step", "event", "line", "leads to", "by"]]
      + way.enumerated().map { number, step in
        [
          String(number), step.event ?? "(start)", step.lines.map(String.init).joined(separator: ","),
          step.arrives.isEmpty ? "(stays)" : step.arrives.joined(separator: ", "), step.actors,
        ]
      }
  }
}
