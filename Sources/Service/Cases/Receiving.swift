import Casework
import Foundation
import Intake
import Ledger

extension Desk {
  /// The largest document that is taken in, in bytes; what is larger is not read at all.
  public static let largestOrder = 8 << 20

  /// What came of a document that was taken in.
  public struct Receipt: Sendable {
    public var view: CaseView
    /// The letter's number, for the printed receipt; personal documents stay sealed.
    public var letterNumber: String?
  }

  /// Takes a document in. Whatever it is, it is sealed and on record before anything is said of it.
  ///
  /// - Parameters:
  ///   - file: the document's name, for messages.
  ///   - supplements: the open case that it completes; nil opens a new one.
  /// - Throws: `DeskFault.receivedAgainstRules` or `.receivedUnreadable` where something stands against the order: it has
  ///   been logged all the same, and the fault says under which number.
  public func receive(
    _ bytes: [UInt8], file: String, supplements: CaseNumber? = nil, key: String, dryRun: Bool = false
  ) throws -> Receipt {
    let parsed: Result<OrderDocument, IntakeFault> = Result { () throws(IntakeFault) in
      try OrderDocument(reading: bytes)
    }
    let (number, trial) =
      try supplements.map { ($0, try supplement($0, parsed, bytes, key, dryRun)) } ?? open(parsed, bytes, key, dryRun)
    let view = try show(trial, number)
    if case .failure(let fault) = parsed {
      throw dryRun
        ? DeskFault.wouldBeUnreadable(fault, file: file, number) : .receivedUnreadable(fault, file: file, number)
    }
    let against = Self.rulesAgainst(try trial?.subject ?? standing(number).subject)
    if !against.isEmpty {
      throw dryRun
        ? DeskFault.wouldStandAgainst(Refusal(against), view) : .receivedAgainstRules(Refusal(against), view)
    }
    return Receipt(view: view, letterNumber: (try? parsed.get())?.letterNumber)
  }

  /// What stands against an order at its receipt: failures and missing parts, not what merely has yet to be looked at.
  static func rulesAgainst(_ subject: Case) -> [Reason] {
    let failed = subject.findings.sorted { $0.key < $1.key }.map(\.value.value).filter { $0.outcome == .fail }
    let missing = subject.order?.value.missing ?? []
    return (missing.isEmpty ? [] : [.incomplete(missing)])
      + failed.map { .finding($0.rule, $0.outcome, $0.shortcomings) }
  }

  private func reading(
    _ parsed: Result<OrderDocument, IntakeFault>, _ document: Commitment, _ registers: Registers, _ vault: Vault
  ) -> OrderReading {
    switch parsed {
    case .success(let order):
      .readable(
        order.receipt(
          document: document, fingerprint: order.identity.map(vault.fingerprint), registers: registers,
          bases: pack.bases))
    case .failure(let fault):
      .unreadable(UnreadableDocument(document: document, line: fault.line, fault: fault.reason))
    }
  }

  /// Stands for a document that has not been sealed.
  private static let nothing = Commitment(.of([]))

  /// Opens a case; answers it as it would stand after a dry run, and nil where it was entered.
  private func open(
    _ parsed: Result<OrderDocument, IntakeFault>, _ bytes: [UInt8], _ key: String, _ dryRun: Bool
  ) throws -> (CaseNumber, Standing?) {
    let vault = try vault()
    let instrument = (try? parsed.get())?.instrument ?? Instrument.ofUnreadableDocuments.rawValue
    guard let workflow = pack.workflows[instrument] else { throw DeskFault.usage("the pack has no '\(instrument)'") }
    return try attempt { () throws -> (CaseNumber, Standing?) in
      let history = try stored { try office.history() }
      let actor = try actor(key, history.registers)
      let number = try stored { try office.nextNumber(year: calendar.year(of: calendar.day(world.now()))) }
      func decided(_ document: Commitment) throws -> (Decision, Facts) {
        let reading = reading(parsed, document, history.registers, vault)
        let receipt: OrderReceipt? = if case .readable(let found) = reading { found } else { nil }
        let facts = try self.facts(history.registers, for: receipt, in: number)
        do throws(Refusal) {
          return (
            try Case.decide(opening: reading, by: actor, facts: facts, workflow: workflow, number: number), facts
          )
        } catch {
          throw DeskFault.refused(error, nil)
        }
      }
      // Asked before anything is sealed: who may not log an order makes no key for one.
      let (wouldBe, facts) = try decided(Self.nothing)
      if dryRun { return (number, try trial(wouldBe, number, workflow, actor, history, facts)) }
      let sealed = try stored { try vault.seal(bytes, label: "order", keyName: number.description) }
      let (decision, now) = try decided(sealed.commitment)
      _ = try append(
        decision, number: number, workflow: workflow, actor: actor, key: key, time: now.now, history: history,
        sealed: [.table(sealed)], opened: nil)
      return (number, nil)
    }
  }

  private func supplement(
    _ number: CaseNumber, _ parsed: Result<OrderDocument, IntakeFault>, _ bytes: [UInt8], _ key: String, _ dryRun: Bool
  ) throws -> Standing? {
    let vault = try vault()
    return try perform(on: number, signingWith: key, dryRun: dryRun) { standing, _ in
      let registers = standing.history.registers
      if dryRun { return (.supplement(reading(parsed, Self.nothing, registers, vault)), []) }
      let sealed = try stored { try vault.seal(bytes, label: "order", keyName: number.description) }
      return (.supplement(reading(parsed, sealed.commitment, registers, vault)), [.table(sealed)])
    }
  }
}
