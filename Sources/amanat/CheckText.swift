import Service

/// A checked chart in words, and as data.
enum CheckText {
  /// The shape of a chart in `workflow check --json`; what does not apply is left out.
  struct Line: Encodable {
    struct Flaw: Encodable {
      var problem: String
      var line: Int?
      var trace: [Step]
    }
    struct Step: Encodable {
      var event: String?
      var roles: [String]
      var apartFrom: [String]
      var person: String?
      var lines: [Int]
      var entered: [String]
    }
    var file: String
    /// `proved`, `refused`, `malformed`, `not found`, or for legal bases `read`.
    var verdict: String
    var chart: String?
    var instrument: String?
    var states: Int?
    var transitions: Int?
    var configurations: Int?
    var nodes: Int?
    var proved: [WorkflowClaim]?
    var flaw: Flaw?
    var line: Int?
    var reason: String?
    var rows: Int?
    var unconfirmed: Int?

    init(_ check: ChartCheck) {
      file = check.file
      verdict = CheckText.verdict(check)
      switch check.outcome {
      case .proved(let summary, let proof, let claims):
        take(summary)
        configurations = proof.configurations
        nodes = proof.nodes
        proved = claims
      case .flawed(let summary, let flaw):
        take(summary)
        self.flaw = Flaw(
          problem: flaw.sentence, line: flaw.line,
          trace: flaw.trace.map {
            Step(
              event: $0.event, roles: $0.roles.map(\.rawValue), apartFrom: $0.apartFrom, person: $0.person,
              lines: $0.lines,
              entered: $0.entered)
          })
      case .malformed(let line, let reason):
        self.line = line
        self.reason = reason
      case .bases(let rows, let unconfirmed):
        self.rows = rows
        self.unconfirmed = unconfirmed
      case .notFound: break
      }
    }

    private mutating func take(_ summary: ChartCheck.Summary) {
      chart = summary.name
      instrument = summary.instrument
      states = summary.states
      transitions = summary.transitions
    }
  }

  private static func verdict(_ check: ChartCheck) -> String {
    switch check.outcome {
    case .proved: "proved"
    case .flawed: "refused"
    case .malformed: "malformed"
    case .bases: "read"
    case .notFound: "not found"
    }
  }

  /// Prints a checked chart.
  static func print(_ check: ChartCheck, _ session: Session) {
    session.console.out("\(check.file): \(verdict(check))")
    var way: [WorkflowStep] = []
    var rows: [[String]] = []
    switch check.outcome {
    case .proved(let summary, let proof, let claims):
      rows = head(summary)
      rows.append(["search", "\(proof.configurations) configurations, \(proof.nodes) nodes"])
      rows += claims.map { ["proved", "\($0.invariant): \($0.sentence)"] }
    case .flawed(let summary, let flaw):
      rows = head(summary)
      rows.append(["flaw", flaw.sentence])
      if let line = flaw.line { rows.append(["line", String(line)]) }
      way = flaw.trace
    case .malformed(let line, let reason):
      rows = (line.map { [["line", String($0)]] } ?? []) + [["reason", reason]]
    case .bases(let count, let unconfirmed):
      rows = [["rows", "\(count), of which \(unconfirmed) unconfirmed by counsel"]]
    case .notFound: break
    }
    session.console.table(rows, indent: 2, to: session.console.out)
    guard !way.isEmpty else { return }
    session.console.out("  the shortest way there:")
    session.console.table(WorkflowStep.rows(way), indent: 4, to: { session.console.out(Show.trimmed($0)) })
  }

  /// Tells in one line why a chart does not pass, and what to do.
  ///
  /// - Parameter again: what to type to check it again.
  static func failure(_ check: ChartCheck, again: String) -> (error: String, hint: String?) {
    func place(_ line: Int?) -> String { "\(check.file):\(line.map { "\($0):" } ?? "")" }
    switch check.outcome {
    case .flawed(_, let flaw):
      return ("\(place(flaw.line)) the workflow is refused: \(flaw.sentence)", flaw.hint(again))
    case .malformed(let line, let reason): return ("\(place(line)) \(reason)", nil)
    case .notFound: return ("not found: chart \(check.file)", nil)
    case .proved, .bases: return ("\(check.file): \(verdict(check))", nil)
    }
  }

  private static func head(_ summary: ChartCheck.Summary) -> [[String]] {
    [
      ["chart", "\(summary.name), for the instrument \(summary.instrument)"],
      ["size", "\(summary.states) states, \(summary.transitions) transitions"],
    ]
  }
}
