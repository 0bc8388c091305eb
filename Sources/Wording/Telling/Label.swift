/// The name of a row in a table.
public enum Label: Sendable, Hashable, CaseIterable {
  case asks, answerDue, unreadable, lacks, passed, failed, unchecked, basis, granted, collected, withheld, annotation
  case approved, released, delivered
  case chart, size, search, proved, flaw, line, reason, rows
  case file, sha256
  case office, inCase, actor, act, time, package, signatures
  case step, event, leadsTo, by
}

/// The title of a part of what is printed.
public enum Heading: Sendable, Hashable, CaseIterable {
  case againstDisclosing
  case leadsOn, closesCase, leadsAside, leadsBack, changesNothing, notPossibleNow
  case shortestWayThere, shortestWayToDisclosure, shortestWayToPreservation, shortestWayToClose
}

/// What is counted.
public enum Countable: Sendable, Hashable, CaseIterable {
  case entries, signatures, sealedValues, cases, disclosures
  case states, transitions, configurations, nodes, persons, days, rows, regions
}
