/// How far a case is, in short.
public enum CaseStage: Sendable, Hashable {
  /// The case is in one state.
  case at(String)
  /// The case is under review, and these parts of the review are still open.
  case review(open: [String])

  /// Reads the names of the states that a case is in: under review it is in one state of every region.
  public init(_ states: [String]) {
    guard states.count > 1 else {
      self = .at(states.first ?? "")
      return
    }
    self = .review(open: states.filter { $0.hasSuffix(".open") }.map { String($0.dropLast(".open".count)) })
  }
}
