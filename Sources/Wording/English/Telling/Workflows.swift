import Casework

extension English {
  public func text(_ verdict: ChartVerdict) -> Phrase {
    switch verdict {
    case .proved: "proved"
    case .refused: "refused"
    case .malformed: "malformed"
    case .read: "read"
    case .notFound: "not found"
    case .unreadable: "unreadable"
    }
  }

  public func text(_ value: ChartValue) -> Phrase {
    switch value {
    case .chart(let name, let kind): "\(data: name), for the instrument \(data: kind)"
    case .size(let states, let transitions): "\(text(states, .states)), \(text(transitions, .transitions))"
    case .search(let configurations, let nodes): "\(text(configurations, .configurations)), \(text(nodes, .nodes))"
    case .claim(let claim): "\(data: claim.invariant): \(text(claim))"
    case .flaw(let flaw): text(flaw)
    case .bases(let rows, let unconfirmed): "\(rows), of which \(unconfirmed) not confirmed by counsel"
    }
  }

  public func text(_ claim: WorkflowClaim) -> Phrase {
    switch claim {
    case .never(let permission): "nothing is ever \(done(permission))"
    case .required(let permission, let needed):
      "before anything is \(done(permission)), these are assured: \(list(needed.map(text)))"
    case .onlyEvent(let event, let permission): "only \(data: event) leads to a \(adjective(permission)) state"
    case .approvalApart: "only a manager who took no part in the case approves"
    case .secondReviewApart: "the second reviewer is another person than the first"
    case .onePermit: "a case uses one permit"
    case .requiredAtEnd(let late):
      "a case that released data ends before these are assured only if it is called off: \(list(late.map(text)))"
    case .closable: "a case can be closed from every state that it can reach"
    case .live: "every state can be entered, every transition can be taken, and every event comes to an end"
    }
  }

  public func text(_ flaw: WorkflowFlaw) -> Phrase {
    switch flaw {
    case .permitsWithout(let permission, let absent, trace: _):
      "a \(adjective(permission)) state can be reached without: \(list(absent.map(text)))"
    case .permitsOn(let permission, let event, trace: _): "'\(data: event)' leads to a \(adjective(permission)) state"
    case .endsWithout(let absent, trace: _): "a case that released data can end without: \(list(absent.map(text)))"
    case .spendsTwice: "a case can use a second permit"
    case .spendsUnseen: "a permit can be used, and then the chart says that nothing was released"
    case .approvalNotApart: "somebody other than a manager who took no part in the case can approve"
    case .secondReviewNotApart:
      "somebody other than an officer or a manager apart from the first reviewer can give the second review"
    case .roleWithoutDuty(let role, let event, line: _):
      "the transition lets the role '\(data: role.rawValue)' cause '\(data: event)', which is not its duty"
    case .cannotClose: "a case can reach a state from which it can never be closed"
    case .deadState(let name, line: _): "the state '\(data: name)' can never be entered"
    case .deadTransition: "the transition can never be taken"
    case .race(let lines, trace: _):
      "two regions react to one event (lines \(list(lines.map { .data($0) }))), and only one of them can leave"
    case .runaway(let states, trace: _):
      "transitions without events never come to an end: \(data: states.joined(separator: ", "))"
    case .never(let permission): "no state permits \(noun(permission))"
    case .overBound(let bound): "more than \(text(bound, .nodes)): too large to prove within the bound"
    }
  }

  private func done(_ permission: Permission) -> Phrase { permission == .disclosure ? "disclosed" : "preserved" }

  private func adjective(_ permission: Permission) -> Phrase {
    permission == .disclosure ? "disclosing" : "preserving"
  }

  private func noun(_ permission: Permission) -> Phrase { permission == .disclosure ? "disclosure" : "preservation" }

  public func text(_ way: WayPhrase) -> Phrase {
    switch way {
    case .stands(let number, let stage, let isClosed):
      "\(number) is in \(text(stage))\(isClosed ? Phrase(" and is closed") : .empty)"
    case .you(let officer, let role): "you are \(officer), \(text(role))"
    case .people(let roles, let excluded, let isAnybodyEnrolled, let you):
      people(roles, excluded, isAnybodyEnrolled, you)
    case .actors(let roles, let apart, let isSamePerson):
      "\(isSamePerson ? "the same person, " : "")\(choice(roles.map(text)))\(apart.isEmpty ? .empty : ", apart from \(data: apart.joined(separator: " "))")"
    case .leadsTo(let arrivals): "→ \(list(arrivals.map(text)))"
    case .arrives(let arrivals): list(arrivals.map(text))
    case .start: "(start)"
    case .stays: "(stays)"
    case .noVerbYet: "no command does this yet"
    case .noneLeft: "there is none"
    case .reached: "the case is there"
    }
  }

  private func people(_ roles: [Role], _ excluded: [OfficerID], _ isAnybodyEnrolled: Bool, _ you: Bool?) -> Phrase {
    var phrase = choice(roles.map(text))
    if !excluded.isEmpty { phrase = "\(phrase), not \(list(excluded.map { .data($0) }))" }
    if !isAnybodyEnrolled { phrase = "\(phrase); no enrolled officer may" }
    if let you { phrase = "\(phrase); \(you ? "you may" : "you may not")" }
    return phrase
  }
}
