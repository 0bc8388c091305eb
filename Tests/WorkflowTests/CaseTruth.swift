import Casework
import Statechart

/// The assurances that a case has earned, computed from its events only. It does not use the chart's `assures`, `voids`
/// and roles. It is the oracle for mutants: a chart is harmful if it permits something without the required assurances.
///
/// It is written from the documented promise, not from the prover.
struct CaseTruth: Hashable {
  /// The assurances that are earned now.
  var earned: Set<Assurance> = []

  /// Returns the state after an event.
  func hearing(_ event: String) -> CaseTruth {
    var next = self
    let words = event.split(separator: ".").map(String.init)
    switch event {
    case "order.validated": next.earned.insert(.validation)
    case "validation.elapsed": next.earned.remove(.validation)
    case "notification.cleared", "notification.elapsed", "notification.exempt": next.earned.insert(.clearance)
    case "notification.sent": next.earned.remove(.clearance)
    case "ground.raised": next.earned.subtract([.clearance, .approval])
    case "scope.granted":
      next.earned.insert(.scope)
      next.earned.subtract([.collection, .approval, .secondReview])
    case "review.confirmed":
      next.earned.insert(.secondReview)
      next.earned.remove(.approval)
    case "data.collected":
      next.earned.insert(.collection)
      next.earned.remove(.approval)
    case "approval.given": next.earned.insert(.approval)
    default:
      if words[0] == "order" { next.earned = [] }
      if words[0] == "finding", let about = Assurance(rawValue: words[2]) {
        if words[1] == "pass" { next.earned.insert(about) } else { next.earned.remove(about) }
        next.earned.remove(.secondReview)
      }
    }
    return next
  }

  /// Searches a workflow for harm. Returns a description, or nil if there is none.
  ///
  /// Each assurance is searched separately, which keeps each search small. This finds every harm, because a case is
  /// harmful if any one assurance is missing.
  static func harm(in workflow: Workflow) -> String? {
    let events = CaseEvent.allNames.filter { !workflow.chart.transitions(on: workflow.chart.event($0)).isEmpty }
    for assurance in Assurance.allCases {
      do {
        if let harm = try harm(in: workflow, events, without: assurance) { return harm }
      } catch {
        return "does not come to rest, or is too large"
      }
    }
    return nil
  }

  private static func harm(in workflow: Workflow, _ events: [String], without assurance: Assurance) throws -> String? {
    let calledOff: Set<String> = ["order.withdrawn", "order.quashed", "order.lapsed", "case.refused"]
    // The bits, from the lowest: the assurance is earned, a permit was spent, the case is disclosing, it is preserving,
    // it is harmed.
    let effect: [Bool?] = events.map { event in
      let gains = CaseTruth().hearing(event).earned.contains(assurance)
      let keeps = CaseTruth(earned: [assurance]).hearing(event).earned.contains(assurance)
      return gains == keeps ? gains : nil
    }
    let bits: [(permission: Permission, bit: UInt64)] = [(.disclosure, 4), (.preservation, 8)]
    let required = bits.map { workflow.instrument.required(for: $0.permission)?.contains(assurance) ?? true }
    func isHarmed(_ known: UInt64) -> Bool { known & 16 != 0 }
    let found = try Exploration(
      of: workflow.chart, events: events, bound: 100_000, monitor: UInt64(0), until: isHarmed
    ) { known, index, move in
      var next = known
      if let index, let effect = effect[index] { next = effect ? next | 1 : next & ~1 }
      let event = index.map { events[$0] }
      for (place, (permission, bit)) in bits.enumerated() {
        let permits = workflow.permits(permission, in: move.configuration)
        if permits, required[place], next & 1 == 0 { next |= 16 }
        if permits, known & bit == 0, event != permission.event { next |= 16 }
        next = permits ? next | bit : next & ~bit
      }
      if event == "permit.redeemed" {
        if known & 2 != 0 || next & 4 == 0 { next |= 16 }
        next |= 2
      }
      if move.isFinished, next & 2 != 0, !calledOff.contains(event ?? ""), next & 1 == 0,
        workflow.instrument.requiredAtEnd.contains(assurance)
      {
        next |= 16
      }
      return [next]
    }
    if let last = found.nodes.last, last.monitor & 16 != 0 {
      return "\(assurance.rawValue), after \(found.trace(to: found.nodes.count - 1).compactMap(\.event))"
    }
    return found.canReach(\.isFinished).contains(false) ? "cannot be closed" : nil
  }

  /// Returns a description if an officer may approve, or confirm the review of, a case that they prepared, otherwise
  /// nil. It checks every transition on these two events against every event that occurs in the chart.
  static func strangers(_ workflow: Workflow) -> String? {
    let happening = Set(CaseEvent.allNames.filter { !workflow.chart.transitions(on: workflow.chart.event($0)).isEmpty })
    let calledOff: Set<String> = ["order.withdrawn", "order.quashed", "order.lapsed", "case.refused"]
    for (event, roles, own) in [
      ("approval.given", ["manager"], { (_: String) in true }),
      (
        "review.confirmed", ["legal-officer", "manager"],
        { (name: String) in ["order", "clarification", "finding", "scope"].contains(name.split(separator: ".")[0]) }
      ),
    ] where happening.contains(event) {
      let others: Set<String> = [event, "permit.redeemed", "disclosure.delivered", "preservation.ended"]
      let prepared = happening.filter { !calledOff.contains($0) && !others.contains($0) && own(String($0)) }
      for id in workflow.chart.transitions(on: workflow.chart.event(event)) {
        let attributes = workflow.chart.transitions[id.rawValue].attributes
        func words(_ name: String) -> [String] { (attributes[name] ?? "").split(separator: " ").map(String.init) }
        if !Set(roles).isSuperset(of: words("role")) { return "\(event) by another role" }
        let apart = words("apart-from")
        for name in prepared where !apart.contains(where: { Chart.descriptor($0, matches: name) }) {
          // `order.validated` is not part of the review, so the reviewer may also have entered it.
          if event == "review.confirmed", name == "order.validated" { continue }
          return "\(event) by whoever caused \(name)"
        }
      }
    }
    return nil
  }
}

extension Permission {
  /// The only event that may lead to a state with this permission.
  var event: String { self == .disclosure ? "permit.redeemed" : "data.preserved" }
}
