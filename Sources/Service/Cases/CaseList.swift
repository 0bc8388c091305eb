import Casework
import Ledger

/// A line of the list of cases.
public struct CaseLine: Sendable {
  public var number: String
  public var state: [String]
  public var closed: Bool
  public var instrument: String?
  /// The authority's id.
  public var authority: String?
  public var classes: [String]
  public var opened: String
  public var answerBy: Day?
  /// The case is open and the day to answer by has passed.
  public var overdue: Bool

  /// How far the case is.
  public var stage: CaseStage { CaseStage(state) }

  init(_ summary: CaseSummary, today: Day) {
    number = summary.number
    state = summary.state.split(separator: " ").map(String.init)
    closed = summary.isClosed
    instrument = summary.instrument
    authority = summary.authority
    classes = summary.classes.split(separator: " ").map(String.init)
    opened = summary.opened
    answerBy = summary.answerBy.flatMap { Day($0) }
    overdue = !summary.isClosed && answerBy.map { $0 < today } == true
  }
}

extension Desk {
  /// Lists the open cases, or all of them, by number.
  public func list(all: Bool = false) throws -> [CaseLine] {
    let today = calendar.day(world.now())
    return try stored { try office.summaries(openOnly: !all) }.map { CaseLine($0, today: today) }
  }
}
