import Casework

/// A value in the table that shows a checked chart.
public enum ChartValue: Sendable, Hashable {
  case chart(name: String, instrument: String)
  case size(states: Int, transitions: Int)
  case search(configurations: Int, nodes: Int)
  case claim(WorkflowClaim)
  case flaw(WorkflowFlaw)
  case bases(rows: Int, unconfirmed: Int)
}

/// The result of checking a file of a pack.
public enum ChartVerdict: String, Sendable, Hashable, CaseIterable {
  case proved, refused, malformed, read, unreadable
  case notFound = "not found"
}

/// A phrase in the explanation of a case, or in a path through a workflow.
public enum WayPhrase: Sendable, Hashable {
  /// The first line of an explanation.
  case stands(CaseNumber, CaseStage, isClosed: Bool)
  /// The officer who asks, with the officer's role.
  case you(OfficerID, Role)
  /// The roles that may cause an event, and the officers who may not.
  case people(roles: [Role], except: [OfficerID], isAnybodyEnrolled: Bool, you: Bool?)
  /// The roles that may cause a step of a path. A person who caused an event of `apartFrom` may not cause it.
  case actors(roles: [Role], apartFrom: [String], isSamePerson: Bool)
  case leadsTo([Arrival])
  case arrives([Arrival])
  case start
  case stays
  case noVerbYet
  case noneLeft
  case reached
}
