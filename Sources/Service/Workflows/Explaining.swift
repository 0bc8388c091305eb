import Casework
import Statechart
import Wording

/// The events that may come next in a case, the officers who may cause them, and the reasons against them. It contains
/// no sealed values.
public struct CaseExplanation: Sendable {
  /// An event that the chart accepts in the current state of the case.
  public struct Next: Sendable {
    public var event: String
    /// The roles that may cause the event.
    public var roles: [Role]
    /// Event descriptors. An officer who caused an event that matches one of them may not cause this event.
    public var apartFrom: [String]
    /// The active officers who have one of the roles and are not in `excluded`.
    public var officers: [OfficerID]
    /// The officers who caused an event that matches `apartFrom`.
    public var excluded: [OfficerID]
    public var leadsTo: [Arrival]
    public var change: Outlook.Change
    /// The action that causes the event; nil where there is none.
    public var action: Action?
    /// Says whether the chart lets the asking officer cause the event; nil where no key was given.
    public var you: Bool?
    /// The reasons against the event now that are the same for every officer.
    public var obstacles: [Reason]
  }

  /// The case, with the reasons against disclosing and the next steps.
  public var view: CaseView
  /// The asking officer, from the register; nil where no key was given.
  public var actor: Actor?
  public var next: [Next]
  /// The purpose of the case's instrument: a disclosure or a preservation.
  public var purpose: Permission
  /// The shortest way to a state that permits the purpose; nil where there is none, empty where the case is in such a
  /// state.
  public var toPurpose: [WorkflowStep]?
  /// The shortest way to any final state; nil where there is none, empty where the case is closed.
  public var toClose: [WorkflowStep]?
}

extension Desk {
  /// Returns the events that may come next in a case, the officers who may cause them, and the reasons against them.
  ///
  /// - Parameter key: the key file of the asking officer; nil leaves `actor` and `you` nil.
  public func explain(_ number: CaseNumber, key: String?) throws -> CaseExplanation {
    let standing = try standing(number)
    let (subject, registers) = (standing.subject, standing.history.registers)
    let actor = try key.map { try self.actor($0, registers) }
    let outlook: Outlook
    do throws(ExplorationFault) {
      outlook = try standing.workflow.outlook(of: subject)
    } catch {
      // Founding proved the chart within the same bound, so this is not the chart that was proved.
      throw ServiceFault.store(.packChanged(file: standing.workflow.instrument.chartFile))
    }
    let active = registers.officers.values.filter(\.isActive).map(\.officer)
    return CaseExplanation(
      view: view(subject, standing), actor: actor,
      next: outlook.prospects.map { prospect in
        let fitting = active.filter { prospect.roles.contains($0.role) }.map { Actor(id: $0.id, role: $0.role) }
        return CaseExplanation.Next(
          event: prospect.event, roles: prospect.roles, apartFrom: prospect.apartFrom,
          officers: fitting.filter(prospect.admits).map(\.id).sorted(), excluded: prospect.excluded,
          leadsTo: prospect.arrives, change: prospect.change,
          action: subject.release != nil && CaseEvent.vocabulary[prospect.event]?.spends == .disclosure
            ? .resume(number) : subject.action(causing: prospect.event),
          you: actor.map(prospect.admits), obstacles: subject.obstacles(to: prospect.event, facts: standing.facts))
      },
      purpose: outlook.purpose, toPurpose: outlook.toPurpose, toClose: outlook.toClose)
  }
}
