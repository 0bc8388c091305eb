import Statechart

/// One step of a way through a workflow, as people read it.
public struct WorkflowStep: Sendable, Hashable, CustomStringConvertible {
  /// The event; nil for the start.
  public var event: String?
  /// Who may cause it; none where nobody is asked.
  public var roles: [Role]
  /// Whoever caused an event that one of these matches may not cause this.
  public var apartFrom: [String]
  /// Who it is, where that is what is wrong.
  public var person: String?
  /// The lines of the transitions that are taken, in order.
  public var lines: [Int]
  /// The states that are entered, in order.
  public var entered: [String]
  /// The same in short: the innermost of them, and a parallel state in the place of its regions.
  public var arrives: [String]

  /// In one line: `scope.granted → handling, collection`.
  public var description: String {
    let who = (person.map { $0 + ", " } ?? "") + roles.map(\.rawValue).joined(separator: " or ")
    let actor = roles.isEmpty ? "" : " by \(who)"
    return "\(event ?? "(start)")\(actor) → \(entered.isEmpty ? "(stays)" : entered.joined(separator: ", "))"
  }
}

extension Workflow {
  /// Tells a trace by names, roles and lines.
  func told(_ trace: [TraceStep]) -> [WorkflowStep] {
    trace.map { step in
      WorkflowStep(
        event: step.event, roles: roles(of: step.taken), apartFrom: apartFrom(of: step.taken),
        lines: step.taken.map { chart.transitions[$0.rawValue].line },
        entered: step.entered.compactMap { chart.states[$0.rawValue].name }, arrives: arrivals(step.entered))
    }
  }

  /// Who may cause all of some transitions at once.
  func roles(of taken: [TransitionID]) -> [Role] {
    let asked = taken.map { roles[$0.rawValue] }.filter { !$0.isEmpty }
    return (asked.first ?? []).filter { role in asked.allSatisfy { $0.contains(role) } }
  }

  /// From whose events one must be apart to cause all of some transitions.
  func apartFrom(of taken: [TransitionID]) -> [String] {
    var seen: Set<String> = []
    return taken.flatMap { apartFrom[$0.rawValue] }.filter { seen.insert($0).inserted }
  }

  /// Of the states that a step entered those that tell where it led: the innermost, and in the place of everything inside
  /// a parallel state that was entered, the parallel state with the number of its regions.
  func arrivals(_ entered: [StateID]) -> [String] {
    let all = Set(entered)
    var seen: Set<StateID> = []
    return entered.filter { seen.insert($0).inserted }.compactMap { id in
      let state = chart.states[id.rawValue]
      let name = state.name ?? "(unnamed)"
      var around = state.parent
      while let parent = around {
        if all.contains(parent), chart.states[parent.rawValue].kind == .parallel { return nil }
        around = chart.states[parent.rawValue].parent
      }
      if state.kind == .parallel { return "\(name) (\(state.children.count) regions)" }
      return state.children.contains(where: all.contains) ? nil : name
    }
  }
}
