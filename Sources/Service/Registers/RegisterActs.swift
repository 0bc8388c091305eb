import Casework
import Ledger

extension Desk {
  /// A change to the registers that is not decided yet: its events and its sealed values.
  struct RegisterChange {
    var events: [RegisterEvent]
    var sealed: [SealedPlacement] = []
    /// The openings of the sealed values, which the second custodian must be able to read.
    var openings: [Opening] = []
  }

  /// Decides a change to the registers and returns the draft. Two different custodians must sign it.
  ///
  /// - Parameter keys: the key files of the acting custodian and of the second custodian, in this order.
  func draft(_ change: RegisterChange, _ history: VerifiedHistory, keys: [String]) throws -> Draft {
    let (actor, witness) = try custodians(keys, history.registers)
    do throws(Refusal) {
      for event in change.events { _ = try history.registers.decide(event) }
    } catch {
      throw ServiceFault.refused(error, nil)
    }
    // A change that sets a time aside is not bounded by that time itself.
    var after = history.registers
    for event in change.events { after.evolve(event, at: history.head.size) }
    let last =
      try after.setAside == history.registers.setAside
      ? history.lastTime : stored { try office.lastTime(by: try index(), after) }
    let now = try now(after: last)
    let entry = Entry(
      office: profile.id, claim: history.ends.claim(of: nil, on: history.head, at: now), time: now, actor: actor,
      witness: witness.id, registers: change.events)
    return Draft(entry: entry, history: history, sealed: change.sealed, openings: change.openings)
  }

  /// Returns the two custodians who hold the keys. Refuses any other officers.
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

  /// Seals a personal value of the registers. A rehearsal seals nothing and returns the commitment only.
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
  ///   - prepare: makes the change for the current registers. The last argument is true where nothing may be written.
  ///   - answer: returns the result from the decided events.
  static func inRegisters(
    prepare: @escaping @Sendable (Desk, Registers, Bool) throws -> Desk.RegisterChange,
    answer: @escaping @Sendable ([RegisterEvent]) throws -> Answer
  ) -> ActRequest {
    ActRequest(
      draft: { desk, keys, isRehearsal in
        let history = try desk.history()
        // Checked first, so that a person who is not a custodian learns nothing about the change.
        _ = try desk.custodians(keys, history.registers)
        return try desk.draft(try prepare(desk, history.registers, isRehearsal), history, keys: keys)
      },
      answer: { _, draft, _ in try answer(draft.entry.registers ?? []) })
  }
}
