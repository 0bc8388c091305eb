import Casework

/// The steps that are missing before a permit is due.
struct GateWanting {
  /// The rules whose condition is false now.
  var untrue: Set<Rule>
  /// The rules that have no valid pass and can be examined again.
  var unexamined: [Rule]
  var call: Bool
  var grant: Bool
  var package: Bool
  var approval: Bool
}

extension GateOracle {
  func wanting(_ moment: Moment) -> GateWanting {
    let grounds = againstPermit(moment, by: Actor(id: GateWorld.stranger, role: .legalOfficer))
    let inReview = course.place == .review
    func isPassed(_ rule: Rule) -> Bool {
      !grounds.contains(.notPassed(rule)) && (!inReview || course.passed.contains(rule))
    }
    let looked = Rule.allCases.filter { $0 != .authenticity && ($0 != .competence || grant != nil) }
    return GateWanting(
      untrue: Set(Rule.allCases.filter { grounds.contains(.notTrue($0)) && ($0 != .competence || grant != nil) }),
      unexamined: looked.filter { !isPassed($0) },
      call: !isPassed(.authenticity)
        || !grounds.isDisjoint(with: [.callBack, .otherCallBeside, .calledBeforeEntry]),
      grant: (inReview && !course.isGranted)
        || !grounds.isDisjoint(with: [.noGrant, .emptyGrant, .beyondRequest, .outsideTheOrder]),
      package: course.place == .collection
        || !grounds.isDisjoint(with: [.noPackage, .packageUnderAnother, .beyondGrant, .recipientChanged]),
      approval: course.place == .approval
        || !grounds.isDisjoint(with: [.noApproval, .approvalOfAnother, .approverNotApart, .approverNotManager]))
  }

  /// Says whether only another document can lead to a permit.
  func isHopeless(_ order: OrderReceipt, _ moment: Moment) -> Bool {
    let rules: [Rule] = [.addressee, .force, .particularity]
    let grantless = !GateReach(order.requested).has { isNamed($0, $1, $2, by: order) }
    return branch == nil || branch?.rank == "prosecutor-branch" && order.authority == GateWorld.prosecutor
      || order.instrument != "court-order" || !["CPC 671", "CPC 670"].contains(order.article) || grantless
      || rules.contains { !isTrue($0, of: order, reach: requested, moment) }
  }

  /// Says whether there is a manager who did not prepare the case.
  var hasApprover: Bool { roles.contains { $1 == .manager && !preparers.contains($0) } }
}
