import Service
import Wording

/// Prints a case in words.
struct CaseText {
  private let view: CaseView
  private let console: Console
  private let language: any Language

  init(_ view: CaseView, _ session: Session) {
    self.view = view
    console = session.console
    language = session.language
  }

  /// Prints the case as it was received.
  func printReceived(letter: String?, calendar: OfficeCalendar) {
    let notice = Notice.received(view.number, isTrial: view.dryRun == true, title, letter: letter)
    console.out(language.text(notice))
    console.table(rows(calendar), indent: 2, to: console.out)
  }

  /// Prints the current state of the case, and every reason not to disclose.
  func printShown(calendar: OfficeCalendar) {
    console.out(language.text(Notice.shown(view.number, view.stage, title)))
    console.table(rows(calendar), indent: 2, to: console.out)
    guard !view.blockers.isEmpty else { return }
    console.out("  \(language.text(Heading.againstDisclosing))")
    ReasonTable(language).print(view.blockers, indent: 4, to: console, console.out)
  }

  /// Prints the next step. After a trial it says instead that nothing was written, because the next command would not
  /// find the case in this state.
  func printNext() {
    if view.dryRun == true { return printTrial() }
    if let next = view.next.first { console.hint(language.text(Hint.step(next))) }
  }

  /// Says, after a trial, that nothing was written.
  func printTrial() {
    if view.dryRun == true { console.err(language.text(Notice.nothingWritten)) }
  }

  private var title: CaseTitle {
    view.instrument.map { .order(instrument: $0, authority: view.authority) } ?? .unreadable
  }

  private func rows(_ calendar: OfficeCalendar) -> [[Phrase]] {
    (asked(calendar) + findings() + progress(calendar)).map { [language.text($0.0), language.text($0.1)] }
  }

  private func asked(_ calendar: OfficeCalendar) -> [(Label, CaseValue)] {
    var rows: [(Label, CaseValue)] = []
    if view.instrument != nil {
      let asks = CaseValue.asks(
        classes: view.classes, persons: view.targets, from: view.from.map(calendar.date),
        through: view.through.map(calendar.date),
        article: view.article.map { view.isArticleKnown ? .known($0) : .unknown })
      rows.append((.asks, asks))
    }
    if let due = view.answerBy, let days = view.daysLeft {
      rows.append((.answerDue, .due(calendar.date(due), inDays: days)))
    }
    if let line = view.unreadableLine, view.instrument == nil { rows.append((.unreadable, .unreadable(line: line))) }
    if !view.missing.isEmpty { rows.append((.lacks, .missing(view.missing))) }
    return rows
  }

  private func findings() -> [(Label, CaseValue)] {
    var rows: [(Label, CaseValue)] = []
    let passed = view.findings.filter { $0.outcome == .pass }.map(\.rule)
    if !passed.isEmpty { rows.append((.passed, .passed(passed))) }
    for finding in view.findings where finding.outcome == .fail {
      rows.append((.failed, .failed(finding.rule, finding.shortcomings)))
    }
    for finding in view.findings where finding.outcome == .notChecked {
      let number = finding.rule.isMechanical ? nil : view.callBack
      rows.append(
        (
          .unchecked,
          number.map { .callBack(finding.rule, number: $0) } ?? .unchecked(finding.rule, finding.shortcomings)
        ))
    }
    return rows
      + view.bases.map { (.basis, .basis($0.dataClass, article: $0.article, confirmedBy: $0.confirmedBy)) }
  }

  private func progress(_ calendar: OfficeCalendar) -> [(Label, CaseValue)] {
    var rows: [(Label, CaseValue)] = []
    if let granted = view.granted { rows.append((.granted, .scope(granted))) }
    if let collected = view.collected {
      rows.append((.collected, .collected(collected.counts)))
      rows.append((.withheld, .withheld(collected.withheld)))
      rows.append((.annotation, .annotation(digest: String(collected.annotation.hex.prefix(16)))))
    }
    if let by = view.approvedBy, let at = view.approvedAt {
      rows.append((.approved, .approved(calendar.written(at), by: by)))
    }
    if let envelope = view.released {
      rows.append((.released, .envelope(digest: String(envelope.hex.prefix(16)))))
    }
    if let at = view.deliveredAt { rows.append((.delivered, .moment(calendar.written(at)))) }
    return rows
  }
}
