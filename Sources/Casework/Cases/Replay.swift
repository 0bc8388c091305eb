import Statechart

/// Why acts do not make a case: the log says what cannot have happened.
public enum ReplayFault: Error, Sendable, Equatable {
  /// The chart had no transition for the event.
  case notUnderChart(sequence: Int, event: String)
  /// The chart's role or apart-from forbids the actor.
  case notByActor(sequence: Int, event: String)
  /// An act without events, or the first act does not open a case, or a later one opens it again.
  case malformed(sequence: Int)
}

extension Case {
  /// Makes a case before its first act; nil where its chart never settles, which the prover refuses.
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

  /// Applies an act, event by event, and asks the chart about each.
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
  /// The rules of the instrument whose findings this chart records: all of them where the chart names no rule in its events,
  /// else those that it names (`finding.pass.RULE`). An office's charts are those that it was founded with, so a rule that
  /// was added later is judged under them without a record.
  public var recordedRules: Set<Rule> {
    let named = instrument.rules.filter {
      chart.eventDescriptors.contains(FindingRecorded.name($0, .pass))
    }
    return Set(named.isEmpty ? instrument.rules : named)
  }
}
