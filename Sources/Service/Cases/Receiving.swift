import Casework
import Foundation
import Intake
import Ledger

/// The result of logging a document, or of rehearsing it.
public struct Receipt: Sendable {
  /// The first assessment of the document.
  public enum Standing: Sendable {
    /// No rule failed and no part is missing. Some rules may not be checked yet.
    case acceptable
    /// Rules failed, or parts of the order are missing.
    case againstRules(Refusal)
    /// The document could not be read as an order.
    case unreadable(IntakeFault)
  }

  public var standing: Standing
  public var view: CaseView
  /// The letter number, for the printed receipt. The document itself remains sealed.
  public var letterNumber: String?
}

extension ActRequest where Answer == Receipt {
  /// Requests that a document be logged. Every document is sealed and logged, including one that cannot be read as an
  /// order.
  ///
  /// - Parameter number: the open case that the document completes; nil opens a new case.
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
          let matter = try draft.inCase()
          let against = matter.after.reasonsAtReceipt(matter.facts)
          standing = against.isEmpty ? .acceptable : .againstRules(Refusal(against))
        }
        return Receipt(
          standing: standing, view: try desk.view(draft, isRehearsal: isRehearsal),
          letterNumber: (try? parsed.get())?.letterNumber)
      })
  }
}

extension Desk {
  /// The largest document that is accepted, in bytes. A larger one is not read.
  public static let largestOrder = 8 << 20

  /// Reads a document as an order, in the formats that the pack accepts.
  func parsed(_ bytes: [UInt8]) throws -> Result<Order, IntakeFault> {
    let orders = try pack.orders()
    return Result { () throws(IntakeFault) in try orders.order(bytes, digest: .of(bytes)) }
  }

  /// Returns the result of reading a document, in the form that entries contain.
  func reading(
    _ parsed: Result<Order, IntakeFault>, _ document: Commitment, _ registers: Registers, _ vault: Vault
  ) throws -> OrderReading {
    switch parsed {
    case .success(let order):
      .readable(
        order.receipt(
          document: document, fingerprint: try stored { try order.identity.map { try vault.fingerprint($0) } },
          registers: registers, bases: try pack.bases()))
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

  /// Returns the workflow for the instrument of a document. A document that cannot be read goes under the pack's first
  /// instrument.
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
    // Sealed after the decision, so that an officer who may not log orders makes no key.
    if !isRehearsal {
      draft.sealed = [
        .table(try document.sealed(in: vault, label: "order", keyName: number.description, makesKey: true))
      ]
    }
    return draft
  }

  /// Returns the number of the next case.
  func nextNumber() throws -> CaseNumber {
    let year = try calendar.year(of: world.now())
    let last = try index().lastSerial(of: year)
    // The number of a case that was lost is not given again.
    let lost = try history().registers.losses.compactMap(\.number).filter { $0.year == year }.map(\.serial).max() ?? 0
    return CaseNumber(year: year, serial: max(last, lost) + 1)
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
