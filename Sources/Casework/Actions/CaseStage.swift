/// The stage of a case, in short.
public enum CaseStage: Sendable, Hashable {
  /// The case is in one state, of this name.
  case at(String)
  /// The case is under review, and these parts of the review are still open.
  case review(open: [String])

  /// Makes a stage from the names of the active states. A case under review has one active state in every region.
  public init(_ states: [String]) {
    guard states.count > 1 else {
      self = .at(states.first ?? "")
      return
    }
    self = .review(open: states.filter { $0.hasSuffix(".open") }.map { String($0.dropLast(".open".count)) })
  }
}
