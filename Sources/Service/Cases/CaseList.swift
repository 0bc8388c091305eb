import Casework
import Ledger

/// One case in the list of cases.
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
  /// Says whether the office has missed a deadline in the case.
  public var overdue: Bool

  /// The stage of the case.
  public var stage: CaseStage { CaseStage(state) }

  init(_ summary: CaseSummary, isOverdue: Bool) {
    number = summary.number
    state = summary.state.split(separator: " ").map(String.init)
    closed = summary.isClosed
    instrument = summary.instrument
    authority = summary.authority
    classes = summary.classes.split(separator: " ").map(String.init)
    opened = summary.opened
    answerBy = summary.answerBy.flatMap { Day($0) }
    overdue = isOverdue
  }
}

extension Desk {
  /// Returns the open cases, or all cases, sorted by number.
  public func list(all: Bool = false) throws -> [CaseLine] {
    let now = world.now()
    return try stored { try office.summaries(openOnly: !all) }.map {
      CaseLine($0, isOverdue: try isOverdue($0, at: now))
    }
  }

  /// Says whether the office has missed a deadline in a case at a given moment.
  ///
  /// The stored list has the order's answer day. The case is rebuilt from the log only where its chart has deadlines.
  func isOverdue(_ summary: CaseSummary, at now: Instant) throws -> Bool {
    if summary.isClosed { return false }
    let time = calendar.time(now)
    let ofOrder = RunningDeadline.ofOrder(
      answerBy: summary.answerBy.flatMap { Day($0) }, validUntil: nil, received: nil)
    if ofOrder.contains(where: { $0.isOverdue(at: time) }) { return true }
    let workflow = try summary.instrument.flatMap { try pack.workflow(of: $0) }
    guard workflow?.hasDeadlines == true, let number = CaseNumber(summary.number) else { return false }
    let standing = try standing(number)
    return standing.subject.isOverdue(under: standing.workflow, at: time)
  }

  /// Returns the deadlines that run in a case.
  public func deadlines(of number: CaseNumber) throws -> [RunningDeadline] {
    let standing = try standing(number)
    return standing.subject.deadlines(under: standing.workflow, counting: calendar.time(standing.facts.now))
  }
}
