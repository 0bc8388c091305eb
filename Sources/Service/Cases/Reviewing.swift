import Casework
import Foundation
import Intake
import Ledger

extension Desk {
  /// Judges mechanical rules again, as of now, and records the findings.
  public func examine(_ number: CaseNumber, _ rules: [Rule], key: String, dryRun: Bool = false) throws -> CaseView {
    return try act(on: number, signingWith: key, dryRun: dryRun) { _, _ in (.examine(rules), []) }
  }

  /// A call that an officer made to an authority.
  public struct CallMade: Sendable {
    public var called: String
    public var answer: CallBackAnswer
    public var spokeWith: String

    /// Makes a record.
    public init(called: String, answer: CallBackAnswer, spokeWith: String) {
      self.called = called
      self.answer = answer
      self.spokeWith = spokeWith
    }
  }

  /// Records a call-back as the finding on authenticity. The number called must be the register's own: a number from a
  /// letter is a forger's (LEGAL.md, Forged requests), and calling it shows nothing.
  public func recordCall(_ call: CallMade, on number: CaseNumber, key: String, dryRun: Bool = false) throws -> CaseView
  {
    try Self.checkSaid(call.spokeWith, .personSpokenTo)
    let vault = try vault()
    return try act(on: number, signingWith: key, dryRun: dryRun) { standing, _ in
      guard let id = standing.subject.order?.value.authority, let record = standing.history.registers.authorities[id]
      else { throw DeskFault.refused(Refusal([.finding(.authority, .fail, [.unknownAuthority])]), number) }
      let same =
        IdentifierKind.phoneNumber.normalized(call.called)
        == IdentifierKind.phoneNumber.normalized(record.authority.callBack)
      guard same else { throw DeskFault.refused(Refusal([.numberNotFromRegister]), number) }
      let note = try stored {
        try vault.seal(Array(call.spokeWith.utf8), label: "note", keyName: number.description)
      }
      let evidence = CallBack(
        authority: id, registerEntry: record.sequence, answer: call.answer, note: note.commitment)
      return (.callBack(evidence), [.table(note)])
    }
  }

  /// Asks the authority for what the order lacks: records that it was asked.
  public func clarify(_ number: CaseNumber, key: String, dryRun: Bool = false) throws -> CaseView {
    return try act(on: number, signingWith: key, dryRun: dryRun) { _, _ in (.clarify, []) }
  }

  /// How far an officer grants what was asked.
  public struct Narrowing: Sendable {
    /// The classes to grant; nil grants every class that the law covers.
    public var classes: [DataClass]?
    public var from: Day?
    public var through: Day?
    /// The targets to grant; nil grants all.
    public var targets: [Int]?

    /// Makes a narrowing; without arguments, none but the law's own.
    public init(classes: [DataClass]? = nil, from: Day? = nil, through: Day? = nil, targets: [Int]? = nil) {
      self.classes = classes
      self.from = from
      self.through = through
      self.targets = targets
    }
  }

  /// Grants a scope: what was asked, less what no legal basis covers, less what the officer leaves out (I6).
  public func grant(_ narrowing: Narrowing, on number: CaseNumber, key: String, dryRun: Bool = false) throws -> CaseView
  {
    return try act(on: number, signingWith: key, dryRun: dryRun) { standing, _ in
      let missing = standing.subject.order?.value.missing ?? [.readableDocument]
      guard missing.isEmpty, let receipt = standing.subject.order?.value, let first = receipt.from,
        let last = receipt.through
      else { throw DeskFault.refused(Refusal([.incomplete(missing)]), number) }
      guard let rank = receipt.authority.flatMap({ standing.facts.registers.authorities[$0]?.authority.seat.rank })
      else { throw DeskFault.refused(Refusal([.finding(.authority, .fail, [.unknownAuthority])]), number) }
      let lawful = pack.bases.lawful(receipt, rank: rank)
      // Classes and days that were named are granted as named, so that asking for too much is refused and not cut down.
      let wanted = pack.bases.scope(
        of: narrowing.classes ?? DataClass.allCases, targets: narrowing.targets ?? receipt.targets.map(\.ordinal),
        days: DaySet(from: narrowing.from ?? first, through: narrowing.through ?? last))
      let scope = narrowing.classes == nil ? lawful.intersection(wanted) : wanted
      return (.grant(try GrantedScope(digesting: scope)), [])
    }
  }
}
