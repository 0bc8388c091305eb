import Service

/// An explanation in words, for a terminal.
struct ExplanationText {
  private let explanation: CaseExplanation

  init(_ explanation: CaseExplanation) { self.explanation = explanation }

  func print(_ session: Session) {
    let console = session.console
    let state = List.stateText(explanation.state)
    console.out("\(explanation.number) stands in \(state)\(explanation.closed ? ", and is closed" : "")")
    if let officer = explanation.officer, let role = explanation.role {
      console.out("  you are \(officer), \(role)")
    }
    section("leads on", rows("onward", commands: true), console)
    section("closes the case", rows("closes", commands: true), console)
    section("leads aside", rows("aside", commands: true), console)
    section("leads back", rows("back", commands: false), console)
    section("changes nothing", rows("stays", commands: false), console)
    section("cannot be now", obstacles(), console)
    section("against disclosing", explanation.blockers.map { [$0.rule, $0.invariant, $0.problem] }, console)
    if explanation.closed { return }
    console.out("  shortest way to a \(explanation.purpose):")
    console.out("    \(text(explanation.toPurpose))")
    console.out("  shortest way to a close:")
    console.out("    \(text(explanation.toClose))")
    if let hint = explanation.hints.first { console.hint(hint) }
  }

  private func section(_ title: String, _ rows: [[String]], _ console: Console) {
    guard !rows.isEmpty else { return }
    console.out("  \(title):")
    console.table(rows, indent: 4, to: { console.out(Show.trimmed($0)) })
  }

  /// The events of one kind that nothing stands against, those with the same effect for the same people in one row: a table of the events, who may
  /// cause them, where they lead, and what to type.
  private func rows(_ change: String, commands: Bool) -> [[String]] {
    var rows: [(events: [String], rest: [String])] = []
    for next in explanation.next where next.change == change && next.obstacles.isEmpty {
      let command = commands ? next.command ?? "no verb does this yet" : ""
      let leads = change == "stays" ? "" : "→ " + next.leadsTo.joined(separator: ", ")
      let rest = [people(next), leads, command]
      if let place = rows.firstIndex(where: { $0.rest == rest }) {
        rows[place].events.append(next.event)
      } else {
        rows.append(([next.event], rest))
      }
    }
    return rows.map { [Self.short($0.events)] + $0.rest }
  }

  /// The events that would lead somewhere else than back, and what stands against them. Of the rest nobody asks why not.
  private func obstacles() -> [[String]] {
    explanation.next.filter { !["back", "stays"].contains($0.change) }.flatMap { next in
      next.obstacles.enumerated().map { place, reason in
        [place == 0 ? next.event : "", reason.rule, reason.invariant, reason.problem]
      }
    }
  }

  /// Who may cause an event, and whether you may.
  private func people(_ next: CaseExplanation.Next) -> String {
    var text = next.roles.joined(separator: " or ")
    if !next.excluded.isEmpty { text += ", not \(next.excluded.joined(separator: ", "))" }
    if next.officers.isEmpty { text += "; nobody is enrolled who may" }
    if let you = next.you { text += you ? "; you may" : "; not you" }
    return text
  }

  /// Writes names of findings that differ in the outcome alone, or in the rule alone, as one:
  /// `finding.(fail unchecked).force`, `finding.pass.(force scope)`; with all rules, `finding.pass.*`.
  private static func short(_ events: [String]) -> String {
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

  private func text(_ way: [CaseExplanation.WayStep]?) -> String {
    guard let way else { return "none is left" }
    return way.isEmpty ? "it is there" : way.map(\.event).joined(separator: " → ")
  }
}
