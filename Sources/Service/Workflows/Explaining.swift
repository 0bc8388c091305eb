import Casework
import Statechart
import Wording

/// What may come next in a case, by whom, and what is against it. Nothing in it is personal.
public struct CaseExplanation: Sendable {
  /// An event that the chart would handle now.
  public struct Next: Sendable {
    public var event: String
    /// The roles that may cause it.
    public var roles: [Role]
    /// Whoever caused an event that one of these matches may not cause this.
    public var apartFrom: [String]
    /// The officers of those roles who may cause it, and those who may not, having caused such an event.
    public var officers: [OfficerID]
    public var excluded: [OfficerID]
    public var leadsTo: [Arrival]
    public var change: Outlook.Change
    /// What causes it; nil where no action does.
    public var action: Action?
    /// Whether you may, by role and apartness; nil where nobody said who asks.
    public var you: Bool?
    /// What is against it now, whoever would cause it.
    public var obstacles: [Reason]
  }

  /// The case, with what is against disclosing and what comes next.
  public var view: CaseView
  /// Who asks, as the register says; nil where no key was given.
  public var actor: Actor?
  public var next: [Next]
  /// What the case's instrument is for.
  public var purpose: Permission
  /// The shortest way to that; nil where none is left, empty where it is reached.
  public var toPurpose: [WorkflowStep]?
  /// The shortest way to an end, whichever it is.
  public var toClose: [WorkflowStep]?
}

extension Desk {
  /// Explains what may come next in a case, by whom, and what blocks the rest.
  ///
  /// - Parameter key: who asks; nil leaves out whether they may.
  public func explain(_ number: CaseNumber, key: String?) throws -> CaseExplanation {
    let standing = try standing(number)
    let (subject, registers) = (standing.subject, standing.history.registers)
    let actor = try key.map { try self.actor($0, registers) }
    let outlook: Outlook
    do throws(ExplorationFault) {
      outlook = try standing.workflow.outlook(of: subject)
    } catch {
      // The chart was proved within the same bound, so this is another chart than that.
      throw ServiceFault.store(.packChanged(file: "\(standing.workflow.instrument.rawValue).scxml"))
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
          action: subject.release != nil && prospect.event == Permission.disclosure.event
            ? .resume(number) : subject.action(causing: prospect.event),
          you: actor.map(prospect.admits), obstacles: subject.obstacles(to: prospect.event, facts: standing.facts))
      },
      purpose: outlook.purpose, toPurpose: outlook.toPurpose, toClose: outlook.toClose)
  }
}
