import Casework
import Ledger

extension Desk {
  /// The current state of a case, with everything that a decision about it needs.
  struct Standing: Sendable {
    var subject: Case
    var workflow: Workflow
    var history: VerifiedHistory
    var facts: Facts
  }

  /// A command that is not decided yet, with the values that it seals.
  struct Prepared {
    var command: Command
    var sealed: [SealedPlacement] = []
    var bag: BagStatement?
    var package: PackageSealing?
  }

  /// Rebuilds a case from the log.
  func standing(_ number: CaseNumber) throws -> Standing {
    try standing(number, in: try history(of: number))
  }

  /// Rebuilds a case from a verified history.
  func standing(_ number: CaseNumber, in history: VerifiedHistory) throws -> Standing {
    let workflow = try workflow(of: history)
    let subject = try replayed(number, history, workflow)
    return Standing(
      subject: subject, workflow: workflow, history: history,
      facts: try facts(history, for: subject.order?.value, in: number))
  }

  /// Decides a prepared command and returns the draft.
  func draft(_ prepared: Prepared, _ standing: Standing, by actor: Actor) throws -> Draft {
    let number = standing.subject.number
    var facts = standing.facts
    // The search for duplicates uses the fingerprint of the new document, not of the one that it replaces.
    if case .supplement(.readable(let receipt)) = prepared.command {
      facts = try self.facts(standing.history, for: receipt, in: number)
    }
    let decision: Decision
    do throws(Refusal) {
      decision = try standing.subject.decide(prepared.command, by: actor, facts: facts, workflow: standing.workflow)
    } catch {
      throw ServiceFault.refused(error, number)
    }
    var draft = try draft(decision, standing, facts, by: actor)
    draft.sealed = prepared.sealed
    draft.bag = prepared.bag
    draft.package = prepared.package
    return draft
  }

  /// Makes the draft of a decision about an existing case.
  func draft(_ decision: Decision, _ standing: Standing, _ facts: Facts, by actor: Actor) throws -> Draft {
    try draft(
      decision, standing.workflow, standing.history, facts, by: actor, opened: standing.history.acts.first?.time)
  }

  /// Makes the draft of a decision.
  ///
  /// - Parameter opened: when the case was opened; nil for the act that opens it.
  func draft(
    _ decision: Decision, _ workflow: Workflow, _ history: VerifiedHistory, _ facts: Facts, by actor: Actor,
    opened: Instant?
  ) throws -> Draft {
    let entry = Entry(
      office: profile.id, claim: history.ends.claim(of: decision.number, on: history.head, at: facts.now),
      time: facts.now, actor: actor, case: decision.number, chart: workflow.digest, decision: decision)
    let after = decision.after(sequence: history.head.size, time: facts.now)
    return Draft(
      entry: entry, history: history,
      matter: Draft.Matter(after: after, workflow: workflow, facts: facts, opened: opened ?? facts.now))
  }
}

extension ActRequest where Answer == CaseView {
  /// Makes a request in an existing case. Its result is the case after the act.
  ///
  /// - Parameter prepare: makes the command and its sealed values for the current state of the case. The last argument
  ///   is true where nothing may be written.
  static func inCase(
    _ number: CaseNumber, prepare: @escaping @Sendable (Desk, Desk.Standing, Actor, Bool) throws -> Desk.Prepared
  ) -> ActRequest {
    ActRequest(
      draft: { desk, keys, isRehearsal in
        let standing = try desk.standing(number)
        let actor = try desk.actor(keys, standing.history.registers)
        return try desk.draft(try prepare(desk, standing, actor, isRehearsal), standing, by: actor)
      },
      answer: { desk, draft, isRehearsal in try desk.view(draft, isRehearsal: isRehearsal) })
  }
}

extension Desk {
  /// Returns a view of the case after the act of a draft.
  func view(_ draft: Draft, isRehearsal: Bool) throws -> CaseView {
    let matter = try draft.inCase()
    var view = view(matter.after, matter.workflow, matter.facts)
    if isRehearsal { view.dryRun = true }
    return view
  }
}
