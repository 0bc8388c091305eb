import Service
import Wording

/// A checked chart as JSON. Members that do not apply are left out.
struct CheckJSON: Encodable {
  struct ClaimJSON: Encodable {
    var invariant: String
    var sentence: String
  }

  struct FlawJSON: Encodable {
    var problem: String
    var line: Int?
    var trace: [StepJSON]
  }

  struct StepJSON: Encodable {
    var event: String?
    var roles: [Role]
    var apartFrom: [String]
    var samePerson: Bool?
    var lines: [Int]
    var entered: [String]
  }

  var file: String
  /// `proved`, `refused`, `malformed`, `unreadable` or `not found`; `read` for legal bases that can be read.
  var verdict: String
  var chart: String?
  var instrument: String?
  var states: Int?
  var transitions: Int?
  var configurations: Int?
  var nodes: Int?
  var proved: [ClaimJSON]?
  var flaw: FlawJSON?
  var line: Int?
  var reason: String?
  var rows: Int?
  var unconfirmed: Int?

  init(_ check: ChartCheck) {
    file = check.file
    verdict = check.verdict.rawValue
    switch check.outcome {
    case .proved(let summary, let proof, let claims):
      take(summary)
      configurations = proof.configurations
      nodes = proof.nodes
      proved = claims.map { ClaimJSON(invariant: $0.invariant, sentence: JSONText.language.text($0).text) }
    case .flawed(let summary, let flaw):
      take(summary)
      self.flaw = FlawJSON(
        problem: JSONText.language.text(flaw).text, line: flaw.line,
        trace: flaw.trace.map {
          StepJSON(
            event: $0.event, roles: $0.roles, apartFrom: $0.apartFrom, samePerson: $0.isSamePerson ? true : nil,
            lines: $0.lines, entered: $0.entered)
        })
    case .malformed(let line, let document):
      self.line = line
      reason = JSONText.language.text(document).text
    case .bases(let rows, let unconfirmed):
      self.rows = rows
      self.unconfirmed = unconfirmed
    case .notFound: break
    case .unreadable(let trouble):
      reason = JSONText.language.text(FaultPhrase.unreadable(path: check.file, trouble)).text
    }
  }

  private mutating func take(_ summary: ChartCheck.Summary) {
    chart = summary.name
    instrument = summary.instrument
    states = summary.states
    transitions = summary.transitions
  }
}
