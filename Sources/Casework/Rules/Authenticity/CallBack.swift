/// What the authority answered when it was called.
public enum CallBackAnswer: String, Sendable, Hashable, CaseIterable, Codable {
  /// It issued the order.
  case confirmed
  /// It did not.
  case denied
  /// Nobody answered.
  case noAnswer = "no-answer"
}

/// A call to the number that our own register holds for an authority: the first kind of evidence of authenticity.
///
/// It passes only for a confirmation by the order's own authority, at the number that the register holds now.
public struct CallBack: EventDetail, AuthenticityEvidence {
  /// Who was called.
  public var authority: AuthorityID
  /// The entry of the register that holds the number.
  public var registerEntry: Int
  /// What was answered.
  public var answer: CallBackAnswer
  /// Whom the caller spoke to and what was said, sealed.
  public var note: Commitment

  /// Makes a record of a call.
  public init(authority: AuthorityID, registerEntry: Int, answer: CallBackAnswer, note: Commitment) {
    self.authority = authority
    self.registerEntry = registerEntry
    self.answer = answer
    self.note = note
  }

  /// The note.
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

  /// A number can be called only after it was registered.
  func wasPossible(before sequence: Int) -> Bool { registerEntry < sequence }
}
