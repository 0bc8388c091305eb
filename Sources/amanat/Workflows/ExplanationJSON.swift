import Service
import Wording

/// An explanation as JSON.
struct ExplanationJSON: Encodable {
  struct NextJSON: Encodable {
    var event: String
    var roles: [Role]
    var apartFrom: [String]
    var officers: [OfficerID]
    var excluded: [OfficerID]
    var leadsTo: [String]
    var change: String
    var command: String?
    var you: Bool?
    var obstacles: [ReasonJSON]
  }

  struct StepJSON: Encodable {
    var event: String
    var roles: [Role]
    var leadsTo: [String]
  }

  var number: CaseNumber
  var state: [String]
  var closed: Bool
  var officer: OfficerID?
  var role: Role?
  var next: [NextJSON]
  var blockers: [ReasonJSON]
  var purpose: String
  var toPurpose: [StepJSON]?
  var toClose: [StepJSON]?
  var hints: [String]

  init(_ explanation: CaseExplanation) {
    let view = explanation.view
    let commands = CommandText(JSONText.language)
    number = view.number
    state = view.state
    closed = view.closed
    officer = explanation.actor?.id
    role = explanation.actor?.role
    next = explanation.next.map { next in
      NextJSON(
        event: next.event, roles: next.roles, apartFrom: next.apartFrom, officers: next.officers,
        excluded: next.excluded, leadsTo: Self.names(next.leadsTo), change: next.change.rawValue,
        command: next.action.map { commands.text($0).text }, you: next.you,
        obstacles: next.obstacles.map(ReasonJSON.init))
    }
    blockers = view.blockers.map(ReasonJSON.init)
    purpose = explanation.purpose.rawValue
    toPurpose = explanation.toPurpose.map(Self.steps)
    toClose = explanation.toClose.map(Self.steps)
    hints = view.next.map(CaseJSON.command)
  }

  private static func steps(_ way: [WorkflowStep]) -> [StepJSON] {
    way.map { StepJSON(event: $0.event ?? "", roles: $0.roles, leadsTo: names($0.arrives)) }
  }

  private static func names(_ arrivals: [Arrival]) -> [String] { arrivals.map { JSONText.language.text($0).text } }
}
