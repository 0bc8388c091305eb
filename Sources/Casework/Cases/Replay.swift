import Statechart

/// Why acts cannot be replayed as a case: the log contains events that the chart does not allow.
public enum ReplayFault: Error, Sendable, Equatable {
  /// The chart had no transition for the event.
  case notUnderChart(sequence: Int, event: String)
  /// The chart's `role` or `apart-from` forbids the event to the actor.
  case notByActor(sequence: Int, event: String)
  /// The act has no events, there is no act at all, or the chart has no stable start.
  case malformed(sequence: Int)
}

extension Case {
  /// Makes a case before its first act; nil where the chart never settles. The prover refuses such a chart.
  public init?(opening number: CaseNumber, under workflow: Workflow) {
    guard let start = workflow.start else { return nil }
    self.init(
      number: number, instrument: workflow.instrument, recordedRules: workflow.recordedRules,
      timedStates: workflow.timedStates, configuration: start)
  }

  /// Rebuilds a case from all its acts, in order, under its workflow.
  public static func replay(_ number: CaseNumber, _ acts: [Act], under workflow: Workflow) throws(ReplayFault) -> Case {
    guard let first = acts.first else { throw .malformed(sequence: -1) }
    guard var result = Case(opening: number, under: workflow) else { throw .malformed(sequence: first.sequence) }
    for act in acts { result = try result.evolving(act, under: workflow) }
    return result
  }

  /// Applies an act, event by event, and checks each event with the chart.
  public func evolving(_ act: Act, under workflow: Workflow) throws(ReplayFault) -> Case {
    guard !act.events.isEmpty else { throw .malformed(sequence: act.sequence) }
    var next = self
    let occasion = Occasion(actor: act.actor, time: act.time, sequence: act.sequence)
    for event in act.events {
      switch workflow.answer(to: event.name, by: act.actor, at: next.configuration, next.causes) {
      case .moves(let configuration): next.enter(configuration, at: act.time)
      case .notNow: throw .notUnderChart(sequence: act.sequence, event: event.name)
      case .notByRole, .notApart: throw .notByActor(sequence: act.sequence, event: event.name)
      }
      next.evolve(event, on: occasion)
    }
    next.lastSequence = act.sequence
    return next
  }
}

extension Workflow {
  /// The rules of the instrument whose findings this chart records: the rules that the chart names in its events
  /// (`finding.pass.RULE`), or all rules where it names none.
  ///
  /// An office keeps the charts that it was founded with. A rule that was added later is checked under these charts
  /// without a record.
  public var recordedRules: Set<Rule> {
    let named = instrument.rules.filter {
      chart.eventDescriptors.contains(FindingRecorded.name($0, .pass))
    }
    return Set(named.isEmpty ? instrument.rules : named)
  }
}
