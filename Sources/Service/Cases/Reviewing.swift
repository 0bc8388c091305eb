import Casework
import Ledger

/// A call that an officer made to an authority.
public struct CallMade: Sendable {
  /// The number that was called, as the officer typed it.
  public var called: String
  public var answer: CallBackAnswer
  /// The person whom the officer spoke to, and what was said. It is sealed.
  public var spokeWith: String

  /// Makes a record.
  public init(called: String, answer: CallBackAnswer, spokeWith: String) {
    self.called = called
    self.answer = answer
    self.spokeWith = spokeWith
  }
}

/// The parts of a record of a call. Each part may be missing.
public struct CallEvidence: Sendable {
  public var called: String?
  public var answer: CallBackAnswer?
  public var spokeWith: String?

  /// Makes evidence. Each part may be left out.
  public init(called: String? = nil, answer: CallBackAnswer? = nil, spokeWith: String? = nil) {
    self.called = called
    self.answer = answer
    self.spokeWith = spokeWith
  }

  var isEmpty: Bool { called == nil && answer == nil && spokeWith == nil }
}

extension ActRequest where Answer == CaseView {
  /// Requests the review of one rule. A mechanical rule is judged again now and takes no evidence. Authenticity needs
  /// every part of a call.
  ///
  /// - Throws: `ServiceFault.usage` where a call is given for another rule, or a part of the call is missing.
  public static func review(_ rule: Rule, in number: CaseNumber, call: CallEvidence) throws -> ActRequest {
    guard !rule.isMechanical else {
      guard call.isEmpty else { throw ServiceFault.usage(.callForAnotherRule) }
      return examine([rule], in: number)
    }
    guard let called = call.called, let answer = call.answer, let spokeWith = call.spokeWith else {
      throw ServiceFault.usage(.callIncomplete)
    }
    return recordCall(CallMade(called: called, answer: answer, spokeWith: spokeWith), in: number)
  }

  /// Requests that rules be judged again now, from the order, the registers and the legal bases.
  public static func examine(_ rules: [Rule], in number: CaseNumber) -> ActRequest {
    inCase(number) { _, _, _, _ in Desk.Prepared(command: .examine(rules)) }
  }

  /// Requests that a call-back be recorded as the finding on authenticity. The called number must be the one in the
  /// register, because the number in a letter may be a forger's (`Workflows/iran/SOURCES.md`, Forged requests).
  public static func recordCall(_ call: CallMade, in number: CaseNumber) -> ActRequest {
    inCase(number) { desk, standing, _, isRehearsal in
      try Desk.checkSaid(call.spokeWith, .personSpokenTo)
      guard let id = standing.subject.order?.value.authority, let record = standing.history.registers.authorities[id]
      else { throw ServiceFault.refused(Refusal([.finding(.authority, .fail, [.unknownAuthority])]), number) }
      let same =
        desk.pack.manifest.dialling.international(call.called)
        == desk.pack.manifest.dialling.international(record.authority.callBack)
      guard same else { throw ServiceFault.refused(Refusal([.numberNotFromRegister]), number) }
      let (note, sealed) = try desk.note(call.spokeWith, in: number, isRehearsal)
      let evidence = CallBack(authority: id, registerEntry: record.sequence, answer: call.answer, note: note)
      return Desk.Prepared(command: .callBack(evidence), sealed: sealed)
    }
  }

  /// Requests a record that the authority was asked for the missing parts of the order.
  public static func clarify(_ number: CaseNumber) -> ActRequest {
    inCase(number) { _, _, _, _ in Desk.Prepared(command: .clarify) }
  }
}

extension Desk {
  /// Seals an officer's note under the case's key. A rehearsal seals nothing and returns the commitment only.
  func note(
    _ text: String, in number: CaseNumber, _ isRehearsal: Bool
  ) throws -> (Commitment, [SealedPlacement]) {
    let vault = try vault()
    let note = UnsealedValue(Array(text.utf8), world.randomness)
    if isRehearsal { return (note.commitment, []) }
    return (note.commitment, [.table(try note.sealed(in: vault, label: "note", keyName: number.description))])
  }
}
