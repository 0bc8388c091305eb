import Casework

extension English {
  public func text(_ title: CaseTitle) -> Phrase {
    switch title {
    case .order(let kind, nil): "\(instrument(kind)) of an unknown authority"
    case .order(let kind, let authority?): "\(instrument(kind)) of \(data: authority)"
    case .unreadable: "a document that cannot be read as an order"
    }
  }

  public func text(_ value: CaseValue) -> Phrase {
    switch value {
    case .asks(let classes, let persons, let from, let through, let article):
      "\(asked(classes)) of \(text(persons, .persons))\(period(from, through))\(under(article))"
    case .due(let day, let days): "\(text(day)), \(distance(days))"
    case .unreadable(let line): "at line \(line); the document is kept, sealed"
    case .missing(let parts): list(parts.map(text))
    case .passed(let rules): rules.map(text).joined(" · ")
    case .failed(let rule, []): "\(text(rule)): without a reason on record"
    case .failed(let rule, let short): "\(text(rule)): \(sentences(short))"
    case .unchecked(let rule, let short): "\(text(rule)): \(short.isEmpty ? Phrase("not checked") : sentences(short))"
    case .callBack(let rule, let number): "\(text(rule)): call back \(data: number) (from the register)"
    case .basis(let dataClass, let article, let name):
      "\(text(dataClass)): \(data: article), \(confirmation(name))"
    case .scope(let scope): scope.targets.map { grants($0, of: scope) }.joined("; ")
    case .collected(let counts):
      counts.isEmpty ? "no rows" : list(counts.map { "\(data: $0.collection) \($0.rows)" })
    case .withheld(let items): withheld(items)
    case .annotation(let digest): "\(data: digest)… described the columns"
    case .approved(let moment, let officer): "\(text(moment)) by \(officer)"
    case .envelope(let digest): "envelope \(data: digest)…"
    case .moment(let moment): text(moment)
    }
  }

  private func under(_ article: CitedArticle?) -> Phrase {
    switch article {
    case .known(let name): ", under \(data: name)"
    case .unknown: ", under an unknown article"
    case nil: .empty
    }
  }

  private func confirmation(_ name: String?) -> Phrase { name.map { .data($0) } ?? "not confirmed by counsel" }

  private func asked(_ classes: [DataClass]) -> Phrase {
    classes.isEmpty ? "no class of data" : list(classes.map(text))
  }

  private func period(_ from: CalendarDate?, _ through: CalendarDate?) -> Phrase {
    guard let from, let through else { return .empty }
    return ", \(text(from)) to \(text(through))"
  }

  private func distance(_ days: Int) -> Phrase {
    if days == 0 { return "today" }
    return days > 0 ? "in \(text(days, .days))" : "\(text(-days, .days)) ago"
  }

  /// Returns the categories that a scope grants for one target, and their days if all categories have the same days.
  private func grants(_ target: Int, of scope: Scope) -> Phrase {
    let grants = (scope.grants[target] ?? [:]).sorted { $0.key < $1.key }
    let periods = Set(grants.map(\.value.description))
    let categories = grants.map(\.key.description).joined(separator: ", ")
    let days: Phrase = periods.count == 1 ? " on \(data: periods.first ?? "")" : .empty
    return "target \(target): \(data: categories)\(days)"
  }

  private func withheld(_ items: [Withheld]) -> Phrase {
    var counts: [Withheld.Reason: Int] = [:]
    for item in items {
      // An entry of another program can have any number.
      let (sum, isOver) = counts[item.reason, default: 0].addingReportingOverflow(item.count)
      counts[item.reason] = isOver ? .max : sum
    }
    if counts.isEmpty { return "nothing" }
    return list(counts.sorted { $0.key.rawValue < $1.key.rawValue }.map { "\(text($0.key)): \($0.value)" })
  }

  public func text(_ label: Label) -> Phrase {
    switch label {
    case .asks: "asks"
    case .answerDue: "answer due"
    case .unreadable: "unreadable"
    case .lacks: "lacks"
    case .passed: "passed"
    case .failed: "failed"
    case .unchecked: "not checked"
    case .basis: "basis"
    case .granted: "granted"
    case .collected: "collected"
    case .withheld: "withheld"
    case .annotation: "annotation"
    case .approved: "approved"
    case .released: "released"
    case .delivered: "delivered"
    case .chart: "chart"
    case .size: "size"
    case .search: "search"
    case .proved: "proved"
    case .flaw: "flaw"
    case .line: "line"
    case .reason: "reason"
    case .rows: "rows"
    case .file: "file"
    case .sha256: "sha256"
    case .office: "office"
    case .inCase: "case"
    case .actor: "by"
    case .act: "act"
    case .time: "time"
    case .package: "package"
    case .signatures: "signatures"
    case .step: "step"
    case .event: "event"
    case .leadsTo: "leads to"
    case .by: "by"
    }
  }

  public func text(_ heading: Heading) -> Phrase {
    switch heading {
    case .againstDisclosing: "reasons not to disclose:"
    case .leadsOn: "brings the case forward:"
    case .closesCase: "closes the case:"
    case .leadsAside: "leads to another state, no closer:"
    case .leadsBack: "leads back:"
    case .changesNothing: "changes nothing:"
    case .notPossibleNow: "not possible now:"
    case .shortestWayThere: "the shortest way there:"
    case .shortestWayToDisclosure: "shortest way to a disclosure:"
    case .shortestWayToPreservation: "shortest way to a preservation:"
    case .shortestWayToClose: "shortest way to close the case:"
    }
  }
}
