import ArgumentParser
import Service
import Wording

/// Lists the open cases, or all cases.
struct List: VerbCommand {
  static let configuration = CommandConfiguration(commandName: Verb.list.name)

  @Flag(name: .long, help: .of(.all)) var all = false
  @Flag(name: .long, help: .of(.overdueCheck)) var check = false
  /// Has no effect, because open cases are listed by default. Older scripts still give this option.
  @Flag(name: .long, help: .hidden) var open = false
  @OptionGroup var office: OfficeOptions
  @OptionGroup var output: OutputOptions

  var isJSON: Bool { output.json }

  private struct LineJSON: Encodable {
    var number: String
    var state: [String]
    var closed: Bool
    var instrument: String?
    var authority: String?
    var classes: [String]
    var opened: String
    var answerBy: Day?
    var overdue: Bool

    init(_ line: CaseLine) {
      number = line.number
      state = line.state
      closed = line.closed
      instrument = line.instrument
      authority = line.authority
      classes = line.classes
      opened = line.opened
      answerBy = line.answerBy
      overdue = line.overdue
    }
  }

  func run(_ session: Session) throws -> ExitStatus {
    let desk = try office.desk(session, to: .reading)
    let lines = try desk.list(all: all)
    let (console, language) = (session.console, session.language)
    if isJSON {
      try console.json(lines.map(LineJSON.init))
    } else if lines.isEmpty {
      console.err(language.text(all ? Notice.noCases : .noOpenCases))
    } else {
      console.table(lines.map { row($0, desk.calendar, language) }, to: console.out)
    }
    return check && lines.contains(where: \.overdue) ? .overdue : .done
  }

  private func row(_ line: CaseLine, _ calendar: OfficeCalendar, _ language: any Language) -> [Phrase] {
    let classes = line.classes.map { DataClass($0).map { language.text($0) } ?? Phrase.data($0) }
    let due = line.answerBy.map { language.text(Notice.due(calendar.date($0), isOverdue: line.overdue)) }
    return [
      .data(line.number), language.text(line.stage), .data(line.authority ?? "-"), classes.joined(.data(", ")),
      due ?? .empty,
    ]
  }
}
