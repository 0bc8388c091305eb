import Statechart

/// Events that were decided and may be signed and appended, with the case as it will be after them. Only deciding makes
/// one: the store takes nothing else (I1).
public struct Decision: Sendable {
  /// What will have happened.
  public let events: [CaseEvent]
  /// Who causes it.
  public let actor: Actor
  private let before: Case
  private let configurations: [Configuration]

  /// Makes a decision whose events the chart has accepted.
  ///
  /// - Parameters:
  ///   - before: the case that was decided about.
  ///   - configurations: the state of the chart after each event.
  init(_ events: [CaseEvent], by actor: Actor, in before: Case, through configurations: [Configuration]) {
    self.events = events
    self.actor = actor
    self.before = before
    self.configurations = configurations
  }

  /// The number of the case.
  public var number: CaseNumber { before.number }

  /// Returns the case as the events make it. The chart is not asked again.
  ///
  /// - Parameters:
  ///   - sequence: the place of the entry that will hold the events.
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
  /// Asks the chart about events, one after the other, and collects what it refuses together with other reasons.
  ///
  /// - Throws: a `Refusal` with every reason, each once.
  func checked(
    _ events: [CaseEvent], by actor: Actor, _ workflow: Workflow, besides others: [Reason] = []
  ) throws(Refusal) -> Decision {
    var reasons = others
    var (configurations, causes) = ([configuration], causes)
    if events.isEmpty, reasons.isEmpty { reasons.append(.nothingToRecord) }
    // What comes after an event that may not come would be judged in a state that is never reached.
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
