import CaseStore
import Casework
import Foundation
import Intake

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
    let number: CaseNumber
    if let supplements {
      try supplement(supplements, parsed, bytes, key, dryRun)
      number = supplements
    } else {
      number = try open(parsed, bytes, key, dryRun)
    }
    if dryRun { return Receipt(view: try preview(parsed, number), letterNumber: (try? parsed.get())?.letterNumber) }
    if case .failure(let fault) = parsed { throw DeskFault.receivedUnreadable(fault, file: file, number) }
    let view = try view(number)
    let standing = try standing(number)
    let against = Self.rulesAgainst(standing.subject)
    if !against.isEmpty { throw DeskFault.receivedAgainstRules(Refusal(against), view) }
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

  private func open(
    _ parsed: Result<OrderDocument, IntakeFault>, _ bytes: [UInt8], _ key: String, _ dryRun: Bool
  ) throws -> CaseNumber {
    let vault = try vault()
    let instrument = (try? parsed.get())?.instrument ?? "court-order"
    guard let workflow = pack.workflows[instrument] else { throw DeskFault.usage("the pack has no '\(instrument)'") }
    return try attempt {
      let history = try stored { try office.history() }
      let actor = try actor(key, history.registers)
      let now = world.now()
      let number = try stored { try office.nextNumber(year: calendar.year(of: calendar.day(now))) }
      // A trial seals nothing, and so makes no key.
      let sealed = dryRun ? nil : try stored { try vault.seal(bytes, label: "order", keyName: number.description) }
      let reading = reading(parsed, sealed?.commitment ?? Commitment(.of([])), history.registers, vault)
      let receipt: OrderReceipt? = if case .readable(let found) = reading { found } else { nil }
      let facts = try facts(history.registers, for: receipt, in: number)
      let decision: Decision
      do throws(Refusal) {
        decision = try Case.decide(opening: reading, by: actor, facts: facts, workflow: workflow, number: number)
      } catch {
        throw DeskFault.refused(error, nil)
      }
      if let sealed {
        _ = try append(
          decision, number: number, workflow: workflow, actor: actor, key: key, time: facts.now, history: history,
          sealed: [.table(sealed)], opened: nil)
      }
      return number
    }
  }

  private func supplement(
    _ number: CaseNumber, _ parsed: Result<OrderDocument, IntakeFault>, _ bytes: [UInt8], _ key: String, _ dryRun: Bool
  ) throws {
    let vault = try vault()
    try act(on: number, signingWith: key, dryRun: dryRun) { standing, _ in
      let sealed = try stored { try vault.seal(bytes, label: "order", keyName: number.description) }
      let reading = reading(parsed, sealed.commitment, standing.history.registers, vault)
      return (.supplement(reading), [.table(sealed)])
    }
  }

  /// What a receipt would show, without logging anything.
  private func preview(_ parsed: Result<OrderDocument, IntakeFault>, _ number: CaseNumber) throws -> CaseView {
    let order: OrderDocument
    switch parsed {
    case .success(let found): order = found
    case .failure(let fault): throw DeskFault.malformed(file: "order", line: fault.line, reason: fault.reason)
    }
    let registers = try stored { try office.history() }.registers
    let nothing = Commitment(.of([]))
    let receipt = order.receipt(
      document: nothing, fingerprint: try order.identity.map(vault().fingerprint), registers: registers,
      bases: pack.bases)
    let facts = try facts(registers, for: receipt, in: number)
    guard let workflow = pack.workflows[order.instrument] else { throw DeskFault.usage("no such instrument") }
    let actor = Actor(id: try Self.newOfficerID(world), role: .legalOfficer)
    let decision = try Case.decide(
      opening: .readable(receipt), by: actor, facts: facts, workflow: workflow, number: number)
    let act = Act(sequence: 0, time: facts.now, actor: actor, events: decision.events)
    return view(try Case.replay(number, [act], under: workflow), workflow, facts)
  }
}
