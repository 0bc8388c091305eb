import Statechart

extension Gate {
  /// What the chart answers to an event: where it leads, or the reasons against it.
  enum Course {
    case moves(Configuration)
    case refused([Reason])
  }

  /// Asks the chart about an event by an actor.
  static func course(of event: String, by actor: Actor, _ subject: Case, _ workflow: Workflow) -> Course {
    let state = workflow.stateNames(subject.configuration)
    if workflow.isFinished(subject.configuration) { return .refused([.closed(state: state)]) }
    return switch workflow.answer(to: event, by: actor, at: subject.configuration, subject.causes) {
    case .moves(let configuration): .moves(configuration)
    case .notNow: .refused([.notNow(event: event, state: state)])
    case .notByRole: .refused([.actorNotAllowed(actor.role)])
    case .notApart: .refused([.actorNotApart])
    }
  }
}
