import Statechart

/// What may come next in a case, as its chart has it, and the shortest ways on.
public struct Outlook: Sendable, Hashable {
  /// What an event would do to the way that is left.
  public enum Change: String, Sendable, Hashable, Codable {
    /// The case would be closer to what its instrument is for.
    case onward
    /// The case would be closed.
    case closes
    /// The case would be elsewhere, and as far as before.
    case aside
    /// The case would be farther, or could not come there any more.
    case back
    /// The case would stand where it stands.
    case stays
  }

  /// An event that the chart would handle now.
  public struct Prospect: Sendable, Hashable {
    public var event: String
    public var roles: [Role]
    public var apartFrom: [String]
    /// Who has caused one of those events in this case, and so may not cause this.
    public var excluded: [OfficerID]
    /// Where it leads: the innermost states that it enters.
    public var arrives: [String]
    public var change: Change

    /// Says whether an officer may cause it, as far as the chart goes.
    public func admits(_ actor: Actor) -> Bool {
      (roles.isEmpty || roles.contains(actor.role)) && !excluded.contains(actor.id)
    }
  }

  public var prospects: [Prospect]
  /// What the case's instrument is for: a disclosure, or a preservation.
  public var purpose: Permission
  /// The shortest way to a state that permits that; nil where none is left, empty where one is reached.
  public var toPurpose: [WorkflowStep]?
  /// The shortest way to an end, whichever it is.
  public var toClose: [WorkflowStep]?
}

extension Workflow {
  /// Tells what may come next. It asks the chart alone: what is against disclosing is for the gate to find.
  ///
  /// - Parameter causes: who caused which events so far.
  /// - Throws: an `ExplorationFault` for a chart that no proof would have let through.
  public func outlook(
    at configuration: Configuration, _ causes: Causes, bound: Int = Workflow.defaultBound
  ) throws(ExplorationFault) -> Outlook {
    let ways = try Ways(from: configuration, in: chart, events: matter.events.names, bound: bound)
    let distances = ways.distances { permits(instrument.purpose, in: $0) }
    let prospects = ways.successors[0].map { edge -> Outlook.Prospect in
      let event = ways.events[edge.event]
      let step = try? chart.tracedStep(configuration, event)
      let taken = step?.taken ?? []
      let apart = apartFrom(of: taken)
      let excluded = causes.officers.filter { causes.has($0, anyOf: apart) }
      let next = ways.configurations[edge.configuration]
      return Outlook.Prospect(
        event: event, roles: roles(of: taken), apartFrom: apart,
        excluded: excluded.sorted { $0.description < $1.description }, arrives: arrivals(step?.entered ?? []),
        change: change(from: distances[0], to: distances[edge.configuration], next, stays: edge.configuration == 0))
    }
    return Outlook(
      prospects: prospects, purpose: instrument.purpose,
      toPurpose: ways.way { permits(instrument.purpose, in: $0) }.map(told),
      toClose: ways.way { isFinished($0) }.map(told))
  }

  private func change(from: Int?, to: Int?, _ next: Configuration, stays: Bool) -> Outlook.Change {
    if stays { return .stays }
    if isFinished(next) { return .closes }
    guard let from else { return .aside }
    guard let to, to <= from else { return .back }
    return to < from ? .onward : .aside
  }
}
