import Service
import Wording

/// Prints an explanation in words.
struct ExplanationText {
  private let explanation: CaseExplanation
  private let console: Console
  private let language: any Language

  init(_ explanation: CaseExplanation, _ session: Session) {
    self.explanation = explanation
    console = session.console
    language = session.language
  }

  func print() {
    let view = explanation.view
    console.out(language.text(WayPhrase.stands(view.number, view.stage, isClosed: view.closed)))
    if let actor = explanation.actor { console.out("  \(language.text(WayPhrase.you(actor.id, actor.role)))") }
    section(.leadsOn, rows(.onward))
    section(.closesCase, rows(.closes))
    section(.leadsAside, rows(.aside))
    section(.leadsBack, rows(.back))
    section(.changesNothing, rows(.stays))
    section(.notPossibleNow, obstacles())
    section(.againstDisclosing, view.blockers.map(ReasonTable(language).row))
    if view.closed { return }
    let heading: Heading = explanation.purpose == .disclosure ? .shortestWayToDisclosure : .shortestWayToPreservation
    way(heading, explanation.toPurpose)
    way(.shortestWayToClose, explanation.toClose)
    if let next = view.next.first { console.hint(language.text(Hint.step(next))) }
  }

  private func section(_ heading: Heading, _ rows: [[Phrase]]) {
    guard !rows.isEmpty else { return }
    console.out("  \(language.text(heading))")
    console.table(rows, indent: 4, to: console.out)
  }

  /// Returns a table of the events with one kind of change and without obstacles: the events, who may cause them, where
  /// they lead, and the command. Events that differ only in their names share a row.
  private func rows(_ change: Outlook.Change) -> [[Phrase]] {
    let leadsOn = ![.back, .stays].contains(change)
    var rows: [(events: [String], rest: [Phrase])] = []
    for next in explanation.next where next.change == change && next.obstacles.isEmpty {
      let command = next.action.map { CommandText(language).text($0) } ?? language.text(WayPhrase.noVerbYet)
      let leads = change == .stays ? .empty : language.text(WayPhrase.leadsTo(next.leadsTo))
      let rest = [people(next), leads, leadsOn ? command : .empty]
      if let place = rows.firstIndex(where: { $0.rest == rest }) {
        rows[place].events.append(next.event)
      } else {
        rows.append(([next.event], rest))
      }
    }
    return rows.map { [.data(EventNames.short($0.events))] + $0.rest }
  }

  /// Returns a table of the events that have obstacles, with each obstacle in a row. Events that lead back or change
  /// nothing are left out.
  private func obstacles() -> [[Phrase]] {
    explanation.next.filter { ![.back, .stays].contains($0.change) }.flatMap { next in
      next.obstacles.enumerated().map { place, reason in
        [.data(place == 0 ? next.event : "")] + ReasonTable(language).row(reason)
      }
    }
  }

  /// Says who may cause an event, and whether the officer who asks may.
  private func people(_ next: CaseExplanation.Next) -> Phrase {
    language.text(
      WayPhrase.people(
        roles: next.roles, except: next.excluded, isAnybodyEnrolled: !next.officers.isEmpty, you: next.you))
  }

  private func way(_ heading: Heading, _ way: [WorkflowStep]?) {
    console.out("  \(language.text(heading))")
    let steps = way.map { $0.map { Phrase.data($0.event ?? "") }.joined(.data(" → ")) }
    let text = steps.map { $0.isEmpty ? language.text(WayPhrase.reached) : $0 } ?? language.text(WayPhrase.noneLeft)
    console.out("    \(text)")
  }
}

/// Writes names of events in a short form.
enum EventNames {
  /// Joins names of findings into one name if they differ only in the outcome, or only in the rule:
  /// `finding.(fail unchecked).force`, `finding.pass.(force scope)`. For all rules it writes `finding.pass.*`.
  static func short(_ events: [String]) -> String {
    var groups: [(outcomes: [String], rules: [String], plain: String)] = []
    for event in events {
      let words = event.split(separator: ".").map(String.init)
      guard words.first == "finding", words.count == 3 else {
        groups.append(([], [], event))
        continue
      }
      if let place = groups.firstIndex(where: { $0.outcomes == [words[1]] }) {
        groups[place].rules.append(words[2])
      } else {
        groups.append(([words[1]], [words[2]], ""))
      }
    }
    var texts: [String] = []
    while let group = groups.first {
      let same = groups.filter { !$0.rules.isEmpty && $0.rules == group.rules }
      groups.removeFirst()
      groups.removeAll { !$0.rules.isEmpty && $0.rules == group.rules }
      let rules = group.rules.count == Rule.allCases.count ? "*" : list(group.rules)
      texts.append(group.rules.isEmpty ? group.plain : "finding.\(list(same.flatMap(\.outcomes))).\(rules)")
    }
    return texts.joined(separator: " ")
  }

  private static func list(_ words: [String]) -> String {
    words.count == 1 ? words[0] : "(\(words.joined(separator: " ")))"
  }
}
