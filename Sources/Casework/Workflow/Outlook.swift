import Statechart

/// The events that may come next in a case according to its chart, with the shortest ways to the purpose and to an end.
public struct Outlook: Sendable, Hashable {
  /// How an event changes the distance to the purpose of the case.
  public enum Change: String, Sendable, Hashable, Codable {
    /// The case gets closer to the purpose of its instrument.
    case onward
    /// The case is closed.
    case closes
    /// The case gets into another configuration, at the same distance.
    case aside
    /// The case gets farther away, or can no longer reach the purpose.
    case back
    /// The configuration does not change.
    case stays
  }

  /// An event for which the chart has a transition now.
  public struct Prospect: Sendable, Hashable {
    /// The name of the event.
    public var event: String
    /// The roles that may cause the event; empty where it needs no officer.
    public var roles: [Role]
    /// Event descriptors: a person who caused such an event in this case may not cause this one.
    public var apartFrom: [String]
    /// The officers who caused one of those events in this case, and so may not cause this one.
    public var excluded: [OfficerID]
    /// The innermost states that the event enters.
    public var arrives: [Arrival]
    /// How the event changes the distance to the purpose.
    public var change: Change

    /// Says whether the chart lets an officer cause the event.
    public func admits(_ actor: Actor) -> Bool {
      (roles.isEmpty || roles.contains(actor.role)) && !excluded.contains(actor.id)
    }
  }

  /// The events for which the chart has a transition now, in the order of the vocabulary.
  public var prospects: [Prospect]
  /// The purpose of the case's instrument: a disclosure, or a preservation.
  public var purpose: Permission
  /// The shortest way to a state that permits the purpose; `nil` where there is no way, empty where such a state is
  /// active.
  public var toPurpose: [WorkflowStep]?
  /// The shortest way to a final state; `nil` where there is no way, empty where the case has ended.
  public var toClose: [WorkflowStep]?
}

extension Workflow {
  /// Returns the outlook of a case. It uses the chart alone; the reasons against a disclosure come from the gate.
  ///
  /// - Throws: an `ExplorationFault` for a chart that the prover would refuse.
  public func outlook(
    at configuration: Configuration, _ causes: Causes, bound: Int = Workflow.defaultBound
  ) throws(ExplorationFault) -> Outlook {
    let found = try Exploration(of: chart, from: configuration, events: matter.events.names, bound: bound)
    let distances = found.distances { permits(instrument.purpose, in: $0.configuration) }
    let prospects = found.nodes[0].successors.map { edge -> Outlook.Prospect in
      let step = found.step(from: 0, event: edge.event)
      let apart = apartFrom(of: step?.taken ?? [])
      let excluded = causes.officers.filter { causes.has($0, anyOf: apart) }
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

  // The nodes are in the order of their distance, so the first goal is one of the nearest.
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
