import Statechart

/// A state that a step of a workflow enters.
public struct Arrival: Sendable, Hashable {
  /// The state's name; `nil` where the chart gives it none.
  public var state: String?
  /// The number of the state's regions; `nil` where the state is not parallel.
  public var regions: Int?

  /// Makes an arrival.
  public init(state: String?, regions: Int? = nil) {
    self.state = state
    self.regions = regions
  }
}

/// One step of a way through a workflow, with names, roles and lines instead of identifiers.
public struct WorkflowStep: Sendable, Hashable, CustomStringConvertible {
  /// The event; `nil` for the start.
  public var event: String?
  /// The roles that may cause the event; empty where it needs no officer.
  public var roles: [Role]
  /// Event descriptors: a person who caused such an event in this case may not cause this one.
  public var apartFrom: [String]
  /// Says whether one person causes this step and another step of the way. This is then the flaw.
  public var isSamePerson = false
  /// The lines of the transitions that the step takes, in order.
  public var lines: [Int]
  /// The states that the step enters, in order.
  public var entered: [String]
  /// The innermost states that the step enters. A parallel state replaces its regions.
  public var arrives: [Arrival]

  /// The step on one line: `scope.granted by legal-officer → handling, collection`; `*` marks the steps of one person.
  public var description: String {
    let who = roles.map(\.rawValue).joined(separator: "|") + (isSamePerson ? "*" : "")
    let actor = roles.isEmpty ? "" : " by \(who)"
    return "\(event ?? "(start)")\(actor) → \(entered.isEmpty ? "(stays)" : entered.joined(separator: ", "))"
  }
}

extension Workflow {
  /// Returns the steps of a trace with names, roles and lines.
  func steps(of trace: [TraceStep]) -> [WorkflowStep] {
    trace.map { step in
      WorkflowStep(
        event: step.event, roles: roles(of: step.taken), apartFrom: apartFrom(of: step.taken),
        lines: step.taken.map { chart[$0].line }, entered: step.entered.compactMap { chart[$0].name },
        arrives: arrivals(step.entered))
    }
  }

  /// Returns the roles that may cause all of these transitions at once.
  func roles(of taken: [TransitionID]) -> [Role] {
    let required = taken.map { transitions[$0.rawValue].roles }.filter { !$0.isEmpty }
    return (required.first ?? []).filter { role in required.allSatisfy { $0.contains(role) } }
  }

  /// Returns the event descriptors of `apart-from` of these transitions, each once.
  func apartFrom(of taken: [TransitionID]) -> [String] {
    var seen: Set<String> = []
    return taken.flatMap { transitions[$0.rawValue].apartFrom }.filter { seen.insert($0).inserted }
  }

  /// Returns the innermost states among the entered ones. A parallel state that was entered replaces all states inside
  /// it, with the number of its regions.
  func arrivals(_ entered: [StateID]) -> [Arrival] {
    let all = Set(entered)
    var seen: Set<StateID> = []
    return entered.filter { seen.insert($0).inserted }.compactMap { id in
      let state = chart[id]
      var around = state.parent
      while let parent = around {
        if all.contains(parent), chart[parent].kind == .parallel { return nil }
        around = chart[parent].parent
      }
      if state.kind == .parallel { return Arrival(state: state.name, regions: state.children.count) }
      return state.children.contains(where: all.contains) ? nil : Arrival(state: state.name)
    }
  }
}
