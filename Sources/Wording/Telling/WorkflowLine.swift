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

/// What came of checking a file of a pack.
public enum ChartVerdict: String, Sendable, Hashable, CaseIterable {
  case proved, refused, malformed, read
  case notFound = "not found"
}

/// A part of the explanation of a case, or of a way through a workflow.
public enum WayPhrase: Sendable, Hashable {
  /// The first line of an explanation.
  case stands(CaseNumber, CaseStage, isClosed: Bool)
  /// Who asks.
  case you(OfficerID, Role)
  /// Who may cause an event: these roles, not these officers.
  case people(roles: [Role], except: [OfficerID], isAnybodyEnrolled: Bool, you: Bool?)
  /// Who may cause a step of a way, and from whose events they must be apart.
  case actors(roles: [Role], apartFrom: [String], isSamePerson: Bool)
  case leadsTo([Arrival])
  case arrives([Arrival])
  case start
  case stays
  case noVerbYet
  case noneLeft
  case reached
}
