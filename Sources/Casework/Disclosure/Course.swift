import Statechart

extension Gate {
  /// The result of an event in the chart: the next configuration, or the reasons against the event.
  enum Course {
    case moves(Configuration)
    case refused([Reason])
  }

  /// Returns the result of an event that an actor would cause now.
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
