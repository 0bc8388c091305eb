import Statechart

/// Events that were decided and may be signed and appended, with the case before them.
///
/// Only this room can make a decision, and other rooms build the entry of a case from a decision (I1).
public struct Decision: Sendable {
  /// The events that the entry will contain.
  public let events: [CaseEvent]
  /// The officer who causes them.
  public let actor: Actor
  private let before: Case
  private let configurations: [Configuration]

  /// Makes a decision whose events the chart has accepted.
  ///
  /// - Parameters:
  ///   - before: the case as it was before the events.
  ///   - configurations: the configuration of the chart after each event.
  init(_ events: [CaseEvent], by actor: Actor, in before: Case, through configurations: [Configuration]) {
    self.events = events
    self.actor = actor
    self.before = before
    self.configurations = configurations
  }

  /// The number of the case.
  public var number: CaseNumber { before.number }

  /// Returns the case after the events. It does not check the chart again.
  ///
  /// - Parameters:
  ///   - sequence: the place of the entry that will contain the events.
  ///   - time: the time of that entry.
  public func after(sequence: Int, time: Instant) -> Case {
    var next = before
    let occasion = Case.Occasion(actor: actor, time: time, sequence: sequence)
    for (event, configuration) in zip(events, configurations) {
      next.enter(configuration, at: time)
      next.evolve(event, on: occasion)
    }
    next.lastSequence = sequence
    return next
  }
}

extension Case {
  /// Checks each event with the chart in turn, and adds the chart's reasons to the others.
  ///
  /// - Throws: a `Refusal` with every reason, each once.
  func checked(
    _ events: [CaseEvent], by actor: Actor, _ workflow: Workflow, besides others: [Reason] = []
  ) throws(Refusal) -> Decision {
    var reasons = others
    var (configurations, causes) = ([configuration], causes)
    if events.isEmpty, reasons.isEmpty { reasons.append(.nothingToRecord) }
    // If the chart refuses an event, the state after it does not exist, so later events cannot be checked.
    deciding: for event in events {
      let configuration = configurations[configurations.count - 1]
      switch workflow.answer(to: event.name, by: actor, at: configuration, causes) {
      case .moves(let next): configurations.append(next)
      case .notNow:
        reasons.append(.notNow(event: event.name, state: workflow.stateNames(configuration)))
        break deciding
      case .notByRole:
        reasons.append(.actorNotAllowed(actor.role))
        break deciding
      case .notApart:
        reasons.append(.actorNotApart)
        break deciding
      }
      causes.add(event.name, by: actor.id)
    }
    guard reasons.isEmpty else {
      var seen: Set<Reason> = []
      throw Refusal(reasons.filter { seen.insert($0).inserted })
    }
    return Decision(events, by: actor, in: self, through: Array(configurations.dropFirst()))
  }
}
