import Service
import Wording

/// Prints a checked chart in words.
struct CheckText {
  private let check: ChartCheck
  private let language: any Language

  init(_ check: ChartCheck, _ language: any Language) {
    self.check = check
    self.language = language
  }

  func print(to console: Console) {
    console.out("\(data: check.file): \(language.text(check.verdict))")
    console.table(rows, indent: 2, to: console.out)
    guard case .flawed(_, let flaw) = check.outcome, !flaw.trace.isEmpty else { return }
    console.out("  \(language.text(Heading.shortestWayThere))")
    WayTable(language).print(flaw.trace, indent: 4, to: console, console.out)
  }

  private var rows: [[Phrase]] {
    switch check.outcome {
    case .proved(let summary, let proof, let claims):
      head(summary) + [row(.search, .search(configurations: proof.configurations, nodes: proof.nodes))]
        + claims.map { row(.proved, .claim($0)) }
    case .flawed(let summary, let flaw): head(summary) + [row(.flaw, .flaw(flaw))] + line(flaw.line)
    case .malformed(let line, let document):
      self.line(line) + [[language.text(Label.reason), language.text(document)]]
    case .bases(let rows, let unconfirmed): [row(.rows, .bases(rows: rows, unconfirmed: unconfirmed))]
    case .notFound, .unreadable: []
    }
  }

  private func head(_ summary: ChartCheck.Summary) -> [[Phrase]] {
    [
      row(.chart, .chart(name: summary.name, instrument: summary.instrument)),
      row(.size, .size(states: summary.states, transitions: summary.transitions)),
    ]
  }

  private func row(_ label: Label, _ value: ChartValue) -> [Phrase] { [language.text(label), language.text(value)] }

  private func line(_ line: Int?) -> [[Phrase]] { line.map { [[language.text(Label.line), .data($0)]] } ?? [] }
}

/// Prints a path through a workflow as a table: each event, the lines of the chart that it triggers, where it leads,
/// and who may cause it.
struct WayTable {
  private let language: any Language

  init(_ language: any Language) { self.language = language }

  func print(_ way: [WorkflowStep], indent: Int, to console: Console, _ print: (Phrase) -> Void) {
    let head = [Label.step, .event, .line, .leadsTo, .by].map(language.text)
    console.table([head] + way.enumerated().map(row), indent: indent, to: print)
  }

  private func row(_ number: Int, _ step: WorkflowStep) -> [Phrase] {
    let actors = WayPhrase.actors(roles: step.roles, apartFrom: step.apartFrom, isSamePerson: step.isSamePerson)
    return [
      .data(number), step.event.map { .data($0) } ?? language.text(WayPhrase.start),
      .data(step.lines.map(String.init).joined(separator: ",")),
      language.text(step.arrives.isEmpty ? WayPhrase.stays : .arrives(step.arrives)), language.text(actors),
    ]
  }
}
