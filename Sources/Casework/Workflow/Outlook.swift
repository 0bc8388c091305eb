import Statechart

/// What may come next in a case according to its chart, and the shortest ways on.
public struct Outlook: Sendable, Hashable {
  /// How an event would change the distance to the purpose of the case.
  public enum Change: String, Sendable, Hashable, Codable {
    /// The case would be closer to what its instrument is for.
    case onward
    /// The case would be closed.
    case closes
    /// The case would be in another configuration, at the same distance.
    case aside
    /// The case would be farther away, or could not reach the purpose any more.
    case back
    /// The configuration would not change.
    case stays
  }

  /// An event that the chart would handle now.
  public struct Prospect: Sendable, Hashable {
    /// The name of the event.
    public var event: String
    /// The roles that may cause it; empty where nobody causes it.
    public var roles: [Role]
    /// Event descriptors: a person who caused such an event in this case may not cause this one.
    public var apartFrom: [String]
    /// The officers who have caused one of those events in this case, and so may not cause this one.
    public var excluded: [OfficerID]
    /// The innermost states that it enters.
    public var arrives: [Arrival]
    /// How it changes the distance to the purpose.
    public var change: Change

    /// Returns whether the chart lets an officer cause it.
    public func admits(_ actor: Actor) -> Bool {
      (roles.isEmpty || roles.contains(actor.role)) && !excluded.contains(actor.id)
    }
  }

  /// The events that the chart would handle now, in the order of `CaseEvent.allNames`.
  public var prospects: [Prospect]
  /// What the case's instrument is for: a disclosure, or a preservation.
  public var purpose: Permission
  /// The shortest way to a state that permits the purpose; `nil` where there is none, empty where one is active.
  public var toPurpose: [WorkflowStep]?
  /// The shortest way to any end; `nil` where there is none, empty where the case has ended.
  public var toClose: [WorkflowStep]?
}

extension Workflow {
  /// Finds what may come next in a case. It reads the chart alone: obstacles to a disclosure are the gate's to find.
  ///
  /// - Throws: an `ExplorationFault` for a chart that no proof would have accepted.
  public func outlook(
    of subject: Case, bound: Int = Workflow.defaultBound
  ) throws(ExplorationFault) -> Outlook {
    let found = try Exploration(of: chart, from: subject.configuration, events: CaseEvent.allNames, bound: bound)
    let distances = found.distances { permits(instrument.purpose, in: $0.configuration) }
    let prospects = found.nodes[0].successors.map { edge -> Outlook.Prospect in
      let step = found.step(from: 0, event: edge.event)
      let apart = apartFrom(of: step?.taken ?? [])
      let excluded = subject.causes.keys.filter { subject.hasCaused($0, anyOf: apart) }
      return Outlook.Prospect(
        event: found.events[edge.event], roles: roles(of: step?.taken ?? []), apartFrom: apart,
        excluded: excluded.sorted { $0.description < $1.description }, arrives: arrivals(step?.entered ?? []),
        change: change(
          from: distances[0], to: distances[edge.node], isFinished: found.nodes[edge.node].isFinished,
          stays: edge.node == 0))
    }
    return Outlook(
      prospects: prospects, purpose: instrument.purpose,
      toPurpose: way(found) { permits(instrument.purpose, in: $0.configuration) }, toClose: way(found, \.isFinished))
  }

  // Nodes are in the order of their distance, so the first goal is a nearest one.
  private func way(
    _ found: Exploration<UInt64>, _ isGoal: (Exploration<UInt64>.Node) -> Bool
  ) -> [WorkflowStep]? {
    found.nodes.firstIndex(where: isGoal).map { steps(of: found.trace(to: $0)) }
  }

  private func change(from: Int?, to: Int?, isFinished: Bool, stays: Bool) -> Outlook.Change {
    if stays { return .stays }
    if isFinished { return .closes }
    guard let from else { return .aside }
    guard let to, to <= from else { return .back }
    return to < from ? .onward : .aside
  }
}
