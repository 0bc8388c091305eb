import Casework
import Wording

extension Desk {
  /// What somebody says of a call to an authority, as far as they say it.
  public struct CallEvidence: Sendable {
    public var called: String?
    public var answer: CallBackAnswer?
    public var spokeWith: String?

    /// Makes evidence; without arguments, none.
    public init(called: String? = nil, answer: CallBackAnswer? = nil, spokeWith: String? = nil) {
      self.called = called
      self.answer = answer
      self.spokeWith = spokeWith
    }

    var isEmpty: Bool { called == nil && answer == nil && spokeWith == nil }
  }

  /// Reviews one rule: a mechanical rule is judged again, as of now, and takes no evidence; authenticity needs a whole call.
  public func review(
    _ rule: Rule, of number: CaseNumber, call: CallEvidence, key: String, dryRun: Bool = false
  ) throws -> CaseView {
    guard !rule.isMechanical else {
      guard call.isEmpty else { throw ServiceFault.usage(.callForAnotherRule) }
      return try examine(number, [rule], key: key, dryRun: dryRun)
    }
    guard let called = call.called, let answer = call.answer, let spokeWith = call.spokeWith else {
      throw ServiceFault.usage(.callIncomplete)
    }
    return try recordCall(
      CallMade(called: called, answer: answer, spokeWith: spokeWith), on: number, key: key, dryRun: dryRun)
  }
}
