import Statechart

extension Workflow {
  /// Returns the events that may come next in a case according to its chart.
  ///
  /// - Throws: an `ExplorationFault` for a chart that the prover would refuse.
  public func outlook(of subject: Case, bound: Int = Workflow.defaultBound) throws(ExplorationFault) -> Outlook {
    try outlook(at: subject.configuration, subject.causes, bound: bound)
  }
}
