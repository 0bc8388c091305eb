import Casework
import TestTools
import Testing

/// Tests which deadlines run in a case, when they begin and end, and when a case is overdue.
@Suite("Deadlines of cases")
struct RunningDeadlineTests {
  private typealias Scene = InstrumentCase

  /// Rebuilds a case from acts at their times.
  private func rebuilt(
    _ workflow: Workflow, _ acts: [(time: String, events: [CaseEvent])]
  ) throws -> Case {
    let sara = try Scene.Person.sara.actor
    let list = try acts.enumerated().map { index, act in
      Act(sequence: index, time: try #require(Instant(act.time)), actor: sara, events: act.events)
    }
    return try Case.replay(CaseNumber(year: 1405, serial: 1), list, under: workflow)
  }

  /// Returns the time of an office whose zone is 3:30 hours east of Greenwich, as Tehran is.
  private func time(_ now: String, _ calendar: CalendarKind = .jalali) throws -> OfficeTime {
    OfficeTime(now: try #require(Instant(now)), calendar: calendar) { Instant(seconds: $0.seconds + 12_600).day }
  }

  private static func review() throws -> [CaseEvent] {
    [.orderReceived(try Scene.receipt())] + Rule.allCases.map { Scene.finding($0) }
  }

  @Test("hours are counted from the act that entered the state, and pass only after the last second")
  func hours() throws {
    let workflow = try Scene("iran/preservation").workflow
    let subject = try rebuilt(workflow, [("2026-11-22T08:00:00Z", try Self.review())])
    let running = subject.deadlines(under: workflow, counting: try time("2026-11-22T09:00:00Z"))
    let day = try #require(Deadline("PT24H"))
    let end = try #require(Instant("2026-11-23T08:00:00Z"))
    let start = Instant("2026-11-22T08:00:00Z")
    #expect(running == [RunningDeadline(rule: .state("ready.urgent", day), from: start, until: .moment(end))])
    #expect(!subject.isOverdue(under: workflow, at: try time("2026-11-23T08:00:00Z")))
    #expect(subject.isOverdue(under: workflow, at: try time("2026-11-23T08:00:01Z")))
  }

  @Test("months are counted in the pack's calendar, from the day in the office's zone, to the end of the last day")
  func months() throws {
    let workflow = try Scene("iran/preservation").workflow
    let held = try Self.review() + [Scene.validated(), Scene.preserved()]
    // 21:00 in UTC is half past midnight of 1 Azar 1405 in the office: three months later is 1 Esfand.
    let subject = try rebuilt(workflow, [("2026-11-21T21:00:00Z", held)])
    let jalali = subject.deadlines(under: workflow, counting: try time("2026-11-22T09:00:00Z"))
    #expect(jalali.map(\.until) == [.day(try #require(CalendarKind.jalali.day(written: "1405/12/01")))])
    let gregorian = subject.deadlines(under: workflow, counting: try time("2026-11-22T09:00:00Z", .gregorian))
    #expect(gregorian.map(\.until) == [.day(try #require(Day("2027-02-22")))])
    // 1 Esfand 1405 is 20 February 2027, and ends at 20:30 in UTC.
    #expect(!subject.isOverdue(under: workflow, at: try time("2027-02-20T20:29:59Z")))
    #expect(subject.isOverdue(under: workflow, at: try time("2027-02-20T20:30:00Z")))
  }

  @Test("days are counted from the next day, and a deadline of an outer state runs on when inner states change")
  func days() throws {
    let workflow = try Scene("european-union/production").workflow
    let subject = try rebuilt(
      workflow,
      [
        ("2026-11-01T08:00:00Z", [.orderReceived(try Scene.receipt())]),
        ("2026-11-05T08:00:00Z", Rule.allCases.map { Scene.finding($0) }),
      ])
    let running = subject.deadlines(under: workflow, counting: try time("2026-11-06T09:00:00Z", .gregorian))
    #expect(running.map(\.until) == [.day(try #require(Day("2026-11-11")))])
    #expect(running.map(\.from?.description) == ["2026-11-01T08:00:00Z"])
    #expect(!subject.isOverdue(under: workflow, at: try time("2026-11-11T12:00:00Z")))
    #expect(subject.isOverdue(under: workflow, at: try time("2026-11-11T20:30:00Z")))
  }

  @Test("a second document in the same state does not extend a deadline; entering the state again does")
  func again() throws {
    let workflow = try Scene("european-union/production").workflow
    let first = "2026-11-01T08:00:00Z"
    let received: (String, [CaseEvent]) = (first, [.orderReceived(try Scene.receipt())])
    let supplemented = try rebuilt(
      workflow, [received, ("2026-11-09T08:00:00Z", [.orderSupplemented(try Scene.receipt("2"))])])
    let now = try time("2026-11-09T09:00:00Z", .gregorian)
    #expect(supplemented.deadlines(under: workflow, counting: now).map(\.from?.description) == [first])
    let asked = try rebuilt(
      workflow,
      [
        (first, [.orderIncomplete(try Scene.receipt())]),
        ("2026-11-02T08:00:00Z", [.clarificationRequested([.article])]),
        ("2026-11-03T08:00:00Z", [.orderIncomplete(try Scene.receipt("2"))]),
        ("2026-11-04T08:00:00Z", [.clarificationRequested([.article])]),
      ])
    #expect(
      asked.deadlines(under: workflow, counting: now).map(\.from?.description) == ["2026-11-04T08:00:00Z"])
  }

  @Test("the order's own dates run too; its last day in force makes nothing overdue; closed cases have no deadlines")
  func order() throws {
    let workflow = try Scene("iran/court-order").workflow
    var receipt = try Scene.receipt()
    receipt.answerBy = Day("2026-12-02")
    receipt.validUntil = Day("2026-11-30")
    let received = "2026-11-22T08:00:00Z"
    let subject = try rebuilt(workflow, [(received, [.orderReceived(receipt)])])
    let running = subject.deadlines(under: workflow, counting: try time("2026-11-22T09:00:00Z"))
    #expect(running.map(\.rule) == [.answerBy, .validUntil])
    #expect(running.allSatisfy { $0.from?.description == received })
    let later = try time("2026-12-01T09:00:00Z")
    #expect(running.map { $0.hasPassed(at: later) } == [false, true])
    #expect(!subject.isOverdue(under: workflow, at: later))
    #expect(!subject.isOverdue(under: workflow, at: try time("2026-12-02T20:29:59Z")))
    #expect(subject.isOverdue(under: workflow, at: try time("2026-12-02T20:30:00Z")))
    let closed = try rebuilt(workflow, [(received, [.orderReceived(receipt), try Scene.withdrawn()])])
    #expect(closed.deadlines(under: workflow, counting: later).isEmpty)
    #expect(!workflow.hasDeadlines)
    #expect(try Scene("iran/preservation").workflow.hasDeadlines)
  }

  @Test("a deadline beyond the calendar's last year has no end and is never overdue")
  func beyond() throws {
    let workflow = try Scene("iran/preservation").workflow
    let held = try Self.review() + [Scene.validated(), Scene.preserved()]
    // 3 February 2123 is 14 Bahman 1501. The calendar supports dates to the end of 1501.
    let subject = try rebuilt(workflow, [("2123-02-03T08:00:00Z", held)])
    let running = subject.deadlines(under: workflow, counting: try time("2123-02-03T09:00:00Z"))
    #expect(running.count == 1 && running[0].until == nil)
    #expect(!subject.isOverdue(under: workflow, at: try time("2200-01-01T00:00:00Z")))
  }
}
