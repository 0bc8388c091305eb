/// The answer of an authority that was called back.
public enum CallBackAnswer: String, Sendable, Hashable, CaseIterable, Codable {
  /// The authority says that it issued the order.
  case confirmed
  /// The authority says that it did not issue the order.
  case denied
  /// The call was not answered.
  case noAnswer = "no-answer"
}

/// A call to the number that the register holds for an authority. It is evidence of authenticity.
///
/// It passes only if the authority of the order confirmed the order, at the number that the register holds now.
public struct CallBack: EventDetail, AuthenticityEvidence {
  /// The authority that was called.
  public var authority: AuthorityID
  /// The register entry that contains the number.
  public var registerEntry: Int
  /// The answer.
  public var answer: CallBackAnswer
  /// The note about the call, sealed: the person who was called and the words that were said.
  public var note: Commitment

  /// Makes a record of a call.
  public init(authority: AuthorityID, registerEntry: Int, answer: CallBackAnswer, note: Commitment) {
    self.authority = authority
    self.registerEntry = registerEntry
    self.answer = answer
    self.note = note
  }

  /// The sealed note.
  public var commitments: [Commitment] { [note] }

  var claimsAuthenticity: Bool { answer == .confirmed }

  func judge(_ order: OrderReceipt, facts: Facts) -> AuthenticityVerdict {
    guard let record = facts.authority(of: order), authority == record.authority.id, registerEntry == record.sequence
    else { return AuthenticityVerdict(.notChecked, [.notLookedAt]) }
    return switch answer {
    case .confirmed: AuthenticityVerdict(.pass)
    case .denied: AuthenticityVerdict(.fail, [.notConfirmed(answer: answer)])
    case .noAnswer: AuthenticityVerdict(.notChecked, [.notConfirmed(answer: answer)])
    }
  }

  /// A number can be called only after its register entry was made.
  func wasPossible(before sequence: Int) -> Bool { registerEntry < sequence }
}
