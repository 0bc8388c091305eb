/// The name of a row or a column in a table.
public enum Label: Sendable, Hashable, CaseIterable {
  case asks, answerDue, unreadable, lacks, passed, failed, unchecked, basis, granted, collected, withheld, annotation
  case approved, released, delivered
  case chart, size, search, proved, flaw, line, reason, rows
  case file, sha256
  case office, inCase, actor, act, time, package, signatures
  case step, event, leadsTo, by
}

/// The heading of a printed section.
public enum Heading: Sendable, Hashable, CaseIterable {
  case againstDisclosing
  case leadsOn, closesCase, leadsAside, leadsBack, changesNothing, notPossibleNow
  case shortestWayThere, shortestWayToDisclosure, shortestWayToPreservation, shortestWayToClose
}

/// A kind of thing that is counted.
public enum Countable: Sendable, Hashable, CaseIterable {
  case entries, signatures, sealedValues, cases, disclosures
  case states, transitions, configurations, nodes, persons, days, rows, regions, findings, custodians
}
