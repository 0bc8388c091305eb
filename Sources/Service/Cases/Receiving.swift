import Casework
import Foundation
import Intake
import Ledger

/// What came of a document that was logged, or would be after a rehearsal.
public struct Receipt: Sendable {
  /// How the document stands once it is on record.
  public enum Standing: Sendable {
    /// Nothing stands against it but what has yet to be looked at.
    case acceptable
    /// Rules stand against the order.
    case againstRules(Refusal)
    /// The document could not be read as an order.
    case unreadable(IntakeFault)
  }

  public var standing: Standing
  public var view: CaseView
  /// The letter's number, for the printed receipt; personal documents stay sealed.
  public var letterNumber: String?
}

extension ActRequest where Answer == Receipt {
  /// Requests that a document be logged. Whatever it is, it is sealed and on record before anything is said of it.
  ///
  /// - Parameter number: the open case that it completes; nil opens a new one.
  public static func receive(_ bytes: [UInt8], supplementing number: CaseNumber? = nil) -> ActRequest {
    ActRequest(
      draft: { desk, keys, isRehearsal in
        let parsed = try desk.parsed(bytes)
        if let number { return try desk.supplement(number, parsed, bytes, keys, isRehearsal) }
        return try desk.opening(parsed, bytes, keys, isRehearsal)
      },
      answer: { desk, draft, isRehearsal in
        let parsed = try desk.parsed(bytes)
        let standing: Receipt.Standing
        if case .failure(let fault) = parsed {
          standing = .unreadable(fault)
        } else {
          let against = Desk.rulesAgainst(try draft.inCase().after)
          standing = against.isEmpty ? .acceptable : .againstRules(Refusal(against))
        }
        return Receipt(
          standing: standing, view: try desk.view(draft, isRehearsal: isRehearsal),
          letterNumber: (try? parsed.get())?.letterNumber)
      })
  }
}

extension Desk {
  /// The largest document that is taken in, in bytes; what is larger is not read at all.
  public static let largestOrder = 8 << 20

  /// Reads a document as an order, in the formats that the pack accepts.
  func parsed(_ bytes: [UInt8]) throws -> Result<Order, IntakeFault> {
    let orders = try pack.orders()
    return Result { () throws(IntakeFault) in try orders.order(bytes, digest: .of(bytes)) }
  }

  /// What stands against an order at its receipt: failures and missing parts, not what merely has yet to be looked at.
  static func rulesAgainst(_ subject: Case) -> [Reason] {
    let failed = subject.findings.sorted { $0.key < $1.key }.map(\.value.value).filter { $0.outcome == .fail }
    let missing = subject.order?.value.missing ?? []
    return (missing.isEmpty ? [] : [.incomplete(missing)])
      + failed.map { .finding($0.rule, $0.outcome, $0.shortcomings) }
  }

  /// What reading a document gave, as entries hold it.
  func reading(
    _ parsed: Result<Order, IntakeFault>, _ document: Commitment, _ registers: Registers, _ vault: Vault
  ) throws -> OrderReading {
    switch parsed {
    case .success(let order):
      .readable(
        order.receipt(
          document: document, fingerprint: order.identity.map(vault.fingerprint), registers: registers,
          bases: try pack.bases()))
    case .failure(let fault):
      .unreadable(UnreadableDocument(document: document, line: fault.line, fault: fault.code))
    }
  }

  /// Decides the opening of a case with a document.
  func decideOpening(
    _ reading: OrderReading, as number: CaseNumber, under workflow: Workflow, by actor: Actor,
    in history: VerifiedHistory
  ) throws -> (Decision, Facts) {
    let receipt: OrderReceipt? = if case .readable(let found) = reading { found } else { nil }
    let facts = try facts(history, for: receipt, in: number)
    do throws(Refusal) {
      return (
        try Case.decide(opening: reading, by: actor, facts: facts, workflow: workflow, number: number), facts
      )
    } catch {
      throw ServiceFault.refused(error, nil)
    }
  }

  /// The workflow for the instrument of a document; an unreadable one goes under the pack's first.
  func workflow(for parsed: Result<Order, IntakeFault>) throws -> Workflow {
    let instrument = (try? parsed.get())?.instrument ?? pack.manifest.firstInstrument
    guard let workflow = try pack.workflow(of: instrument) else {
      throw ServiceFault.usage(.noChart(instrument: instrument))
    }
    return workflow
  }

  fileprivate func opening(
    _ parsed: Result<Order, IntakeFault>, _ bytes: [UInt8], _ keys: [String], _ isRehearsal: Bool
  ) throws -> Draft {
    let vault = try vault()
    let workflow = try workflow(for: parsed)
    let history = try history()
    let actor = try actor(keys, history.registers)
    let number = try nextNumber()
    let document = UnsealedValue(bytes, world.randomness)
    let reading = try reading(parsed, document.commitment, history.registers, vault)
    let (decision, facts) = try decideOpening(reading, as: number, under: workflow, by: actor, in: history)
    var draft = try draft(decision, workflow, history, facts, by: actor, opened: nil)
    // Sealed once it is decided: who may not log an order makes no key for one.
    if !isRehearsal {
      draft.sealed = [.table(try document.sealed(in: vault, label: "order", keyName: number.description))]
    }
    return draft
  }

  /// The number that the next case gets.
  func nextNumber() throws -> CaseNumber {
    try stored { try office.nextNumber(year: calendar.year(of: world.now())) }
  }

  fileprivate func supplement(
    _ number: CaseNumber, _ parsed: Result<Order, IntakeFault>, _ bytes: [UInt8], _ keys: [String],
    _ isRehearsal: Bool
  ) throws -> Draft {
    let vault = try vault()
    let standing = try standing(number)
    let registers = standing.history.registers
    let actor = try actor(keys, registers)
    let document = UnsealedValue(bytes, world.randomness)
    let reading = try reading(parsed, document.commitment, registers, vault)
    var draft = try draft(Prepared(command: .supplement(reading)), standing, by: actor)
    if !isRehearsal {
      draft.sealed = [.table(try document.sealed(in: vault, label: "order", keyName: number.description))]
    }
    return draft
  }
}
