import Service

/// A case in words, for a terminal.
struct CaseText {
  let view: CaseView
  let calendar: OfficeCalendar
  let today: Day

  func lines() -> [[String]] {
    var rows: [[String]] = []
    if view.instrument != nil { rows.append(["asks", asks]) }
    if let due = view.answerBy { rows.append([dueLabel, "\(calendar.text(due)), \(distance(due))"]) }
    if let line = view.unreadableLine, view.instrument == nil {
      rows.append(["unreadable", "at line \(line); kept, sealed"])
    }
    if !view.missing.isEmpty { rows.append(["lacks", view.missing.joined(separator: ", ")]) }
    let passed = view.findings.filter { $0.outcome == "pass" }.map(\.rule)
    if !passed.isEmpty { rows.append(["passed", passed.joined(separator: " · ")]) }
    for finding in view.findings where finding.outcome == "fail" {
      rows.append(["failed", "\(finding.rule): \(finding.problem ?? "")"])
    }
    for finding in view.findings where finding.outcome == "unchecked" {
      let how =
        finding.rule == "authenticity" ? view.callBack.map { "call back \($0) (from the register)" } : finding.problem
      rows.append(["missing", "\(finding.rule): \(how ?? "not checked")"])
    }
    for basis in view.bases {
      rows.append(["basis", "\(basis.dataClass): \(basis.article), \(basis.confirmedBy ?? "unconfirmed by counsel")"])
    }
    if let granted = view.granted { rows.append(["granted", Self.text(granted)]) }
    if let collected = view.collected {
      let counts = collected.counts.map { "\($0.collection) \($0.rows)" }.joined(separator: ", ")
      rows.append(["collected", counts.isEmpty ? "no rows" : counts])
      rows.append(["withheld", Self.text(collected.withheld)])
      rows.append(["annotation", "\(collected.annotation.hex.prefix(16))… said what each column is"])
    }
    if let by = view.approvedBy, let at = view.approvedAt {
      rows.append(["approved", "\(calendar.text(at)) by \(by)"])
    }
    if let envelope = view.released { rows.append(["released", "envelope \(envelope.prefix(16))…"]) }
    if let at = view.deliveredAt { rows.append(["delivered", calendar.text(at)]) }
    return rows
  }

  var title: String {
    let what = view.instrument.map { $0.replacing("-", with: " ") } ?? "a document that cannot be read as an order"
    return what + (view.instrument == nil ? "" : " of \(view.authority ?? "an unknown authority")")
  }

  private var asks: String {
    let persons = view.targets == 1 ? "1 person" : "\(view.targets) persons"
    let classes = view.classes.isEmpty ? "no class of data" : view.classes.joined(separator: ", ")
    let period =
      if let from = view.from, let through = view.through {
        ", \(calendar.text(from)) to \(calendar.text(through))"
      } else { "" }
    return "\(classes) of \(persons)\(period)\(view.article.map { ", under \($0)" } ?? "")"
  }

  private var dueLabel: String { "answer due" }

  private func distance(_ due: Day) -> String {
    let days = due.number - today.number
    if days == 0 { return "today" }
    let count = abs(days) == 1 ? "1 day" : "\(abs(days)) days"
    return days > 0 ? "in \(count)" : "\(count) ago"
  }

  /// A scope in one line: categories by target, with their days.
  static func text(_ scope: Scope) -> String {
    scope.targets.map { target in
      let grants = (scope.grants[target] ?? [:]).sorted { $0.key < $1.key }
      let periods = Set(grants.map(\.value.description))
      let categories = grants.map(\.key.description).joined(separator: ", ")
      return "target \(target): \(categories)\(periods.count == 1 ? " on \(periods.first ?? "")" : "")"
    }.joined(separator: "; ")
  }

  private static func text(_ withheld: [Withheld]) -> String {
    var byReason: [String: Int] = [:]
    for item in withheld { byReason[item.reason.rawValue, default: 0] += item.count }
    return byReason.isEmpty
      ? "nothing" : byReason.sorted { $0.key < $1.key }.map { "\($0.value) \($0.key)" }.joined(separator: ", ")
  }
}
