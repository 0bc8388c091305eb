import Statechart

extension Workflow {
  /// Tells what may come next in a case, as its chart has it.
  ///
  /// - Throws: an `ExplorationFault` for a chart that no proof would have accepted.
  public func outlook(of subject: Case, bound: Int = Workflow.defaultBound) throws(ExplorationFault) -> Outlook {
    try outlook(at: subject.configuration, subject.causes, bound: bound)
  }
}
