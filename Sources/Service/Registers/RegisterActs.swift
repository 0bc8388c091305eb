import Casework
import Ledger

extension Desk {
  /// What a request about the registers comes to before it is decided: the events, and what they seal.
  struct RegisterChange {
    var events: [RegisterEvent]
    var sealed: [SealedPlacement] = []
    /// What the second custodian must be able to read.
    var openings: [Opening] = []
  }

  /// Decides a change to the registers into a draft. Two different custodians must stand behind it.
  ///
  /// - Parameter keys: the acting custodian's, then the countersigning one's.
  func draft(_ change: RegisterChange, _ history: VerifiedHistory, keys: [String]) throws -> Draft {
    let (actor, witness) = try custodians(keys, history.registers)
    do throws(Refusal) {
      for event in change.events { _ = try history.registers.decide(event) }
    } catch {
      throw ServiceFault.refused(error, nil)
    }
    guard let head = history.head else { throw ServiceFault.store(.treeHead) }
    let entry = Entry(
      office: profile.id, head: head, time: now(after: history), actor: actor, witness: witness.id,
      registers: change.events)
    return Draft(entry: entry, history: history, sealed: change.sealed, openings: change.openings)
  }

  /// The two custodians whose keys these are; refuses any others.
  func custodians(_ keys: [String], _ registers: Registers) throws -> (actor: Actor, witness: Actor) {
    guard keys.count == 2 else { throw ServiceFault.refused(Refusal([.register(.needsSecondCustodian)]), nil) }
    let actor = try actor(keys[0], registers)
    let witness = try self.actor(keys[1], registers)
    do throws(Refusal) {
      guard actor.role.has(.keepingRegisters), witness.role.has(.keepingRegisters) else {
        throw Refusal([.register(.notCustodian)])
      }
      guard actor.id != witness.id else { throw Refusal([.register(.needsSecondCustodian)]) }
    } catch {
      throw ServiceFault.refused(error, nil)
    }
    return (actor, witness)
  }

  /// Seals a personal value of the registers; in a rehearsal nothing is sealed.
  func sealed(_ value: [UInt8], label: String, _ isRehearsal: Bool) throws -> (Commitment, RegisterChange) {
    let vault = try vault()
    let value = UnsealedValue(value, world.randomness)
    guard !isRehearsal else { return (value.commitment, RegisterChange(events: [])) }
    let sealed = try value.sealed(in: vault, label: label, keyName: Vault.registers)
    return (value.commitment, RegisterChange(events: [], sealed: [.table(sealed)], openings: [value.opening]))
  }
}

extension ActRequest {
  /// Makes a request about the registers.
  ///
  /// - Parameters:
  ///   - prepare: the change, made for the registers as they stand; told whether nothing may be written.
  ///   - answer: what is answered, from the events that were decided.
  static func inRegisters(
    prepare: @escaping @Sendable (Desk, Registers, Bool) throws -> Desk.RegisterChange,
    answer: @escaping @Sendable ([RegisterEvent]) throws -> Answer
  ) -> ActRequest {
    ActRequest(
      draft: { desk, keys, isRehearsal in
        let history = try desk.history()
        // Who is no custodian learns nothing about what would change.
        _ = try desk.custodians(keys, history.registers)
        return try desk.draft(try prepare(desk, history.registers, isRehearsal), history, keys: keys)
      },
      answer: { _, draft, _ in try answer(draft.entry.registers ?? []) })
  }
}
