import ArgumentParser
import Service

struct List: Verb {
  static let configuration = CommandConfiguration(abstract: "List the cases.")

  @Flag(name: .long, help: "Only cases that are not closed.") var open = false
  @Flag(name: .long, help: "End with 6 where an open case's answer is overdue.") var check = false
  @OptionGroup var office: OfficeOptions
  @OptionGroup var output: OutputOptions

  var isJSON: Bool { output.json }

  private struct Line: Encodable {
    var number: String
    var state: [String]
    var closed: Bool
    var instrument: String?
    var authority: String?
    var classes: [String]
    var opened: String
    var answerBy: String?
    var overdue: Bool
  }

  func run(_ session: Session) throws {
    let desk = try office.desk(session)
    let now = session.world.now()
    let lines = try desk.list().filter { !(open && $0.isClosed) }.map { summary in
      Line(
        number: summary.number, state: summary.state.split(separator: " ").map(String.init), closed: summary.isClosed,
        instrument: summary.instrument, authority: summary.authority,
        classes: summary.classes.split(separator: " ").map(String.init), opened: summary.opened,
        answerBy: summary.answerBy, overdue: try desk.isOverdue(summary, at: now))
    }
    if output.json {
      try session.console.json(lines)
    } else if lines.isEmpty {
      session.console.err("no cases")
    } else {
      let rows = lines.map { line -> [String] in
        let due = line.answerBy.flatMap { Day($0) }.map { "due \(desk.calendar.text($0))" } ?? ""
        return [
          line.number, Self.stateText(line.state), line.authority ?? "-", line.classes.joined(separator: ","),
          line.overdue ? "\(due), overdue" : due,
        ]
      }
      session.console.table(rows, to: { session.console.out(Show.trimmed($0)) })
    }
    if check, lines.contains(where: \.overdue) { throw ExitCode(6) }
  }

  /// A case in review stands in a state of every region: people are told how far it is.
  static func stateText(_ states: [String]) -> String {
    guard states.count > 1 else { return states.first ?? "" }
    let open = states.filter { $0.hasSuffix(".open") }.map { $0.dropLast(5) }
    return "review (\(open.joined(separator: ", ")))"
  }
}

struct Show: Verb {
  static let configuration = CommandConfiguration(
    abstract: "Show a case, rebuilt from the signed log: how it stands, and what stands against disclosing.")

  @Argument(help: "The case.") var number: CaseNumber
  @OptionGroup var office: OfficeOptions
  @OptionGroup var output: OutputOptions

  var isJSON: Bool { output.json }

  func run(_ session: Session) throws {
    let desk = try office.desk(session)
    try Self.print(
      try desk.view(number), desk, session, json: output.json, said: nil, blockers: true)
  }

  static func trimmed(_ text: String) -> String {
    var text = text
    while text.last == " " { text.removeLast() }
    return text
  }

  /// Prints a case.
  ///
  /// - Parameters:
  ///   - said: what has just been done; nil prints the state instead.
  ///   - brief: only that, and what comes next.
  static func print(
    _ view: CaseView, _ desk: Desk, _ session: Session, json: Bool, said: String?, letter: String? = nil,
    brief: Bool = false, blockers: Bool = false, hints: Bool = true
  ) throws {
    if json { return try session.console.json(view) }
    let text = CaseText(view: view, calendar: desk.calendar, today: desk.calendar.day(session.world.now()))
    let state = List.stateText(view.state)
    let isTrial = view.dryRun == true
    if brief {
      session.console.out("\(view.number) \(said ?? state); \(isTrial ? "would be" : "now") in \(state)")
    } else {
      let number = letter.map { ", letter \($0)" } ?? ""
      session.console.out("\(view.number) \(said ?? state): \(text.title)\(number)")
      session.console.table(text.lines(), indent: 2, to: { session.console.out(trimmed($0)) })
    }
    if blockers, !view.blockers.isEmpty {
      session.console.out("  against disclosing:")
      session.console.table(
        view.blockers.map { [$0.rule, $0.invariant, $0.problem] }, indent: 4, to: session.console.out)
    }
    // After a dry run the case is not where the next command would find it.
    if isTrial { return session.console.err("nothing was written") }
    if hints, let next = view.next.first { session.console.hint(next) }
  }
}

struct HistoryVerb: Verb {
  static let configuration = CommandConfiguration(
    commandName: "history", abstract: "List every act in a case, each signature verified.")

  @Argument(help: "The case.") var number: CaseNumber
  @OptionGroup var office: OfficeOptions
  @OptionGroup var output: OutputOptions

  var isJSON: Bool { output.json }

  func run(_ session: Session) throws {
    let desk = try office.desk(session)
    let lines = try desk.history(number)
    if output.json { return try session.console.json(lines) }
    session.console.table(
      lines.map { line in
        [
          String(line.sequence), desk.calendar.text(line.time), line.actor, line.role,
          line.events.joined(separator: " "),
        ]
      }, to: session.console.out)
  }
}
