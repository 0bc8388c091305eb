import Casework
import Statechart

/// What may come next in a case, by whom, and what stands in the way. Nothing in it is personal.
public struct CaseExplanation: Sendable, Encodable {
  /// An event that the chart would handle now.
  public struct Next: Sendable, Encodable {
    public var event: String
    /// The roles that may cause it.
    public var roles: [String]
    /// Whoever caused an event that one of these matches may not cause this.
    public var apartFrom: [String]
    /// The officers of those roles who may cause it, and those who may not, having caused such an event.
    public var officers: [String]
    public var excluded: [String]
    public var leadsTo: [String]
    public var change: String
    /// What to type; nil where no verb causes it.
    public var command: String?
    /// Whether you may, by role and apartness; nil where nobody said who asks.
    public var you: Bool?
    /// What stands against it now, whoever would cause it.
    public var obstacles: [CaseView.ReasonLine]
  }

  /// One event of a way.
  public struct WayStep: Sendable, Encodable {
    public var event: String
    public var roles: [String]
    public var leadsTo: [String]
  }

  public var number: CaseNumber
  public var state: [String]
  public var closed: Bool
  /// Who asks, as the register says; nil where no key was given.
  public var officer: String?
  public var role: String?
  public var next: [Next]
  /// What stands against disclosing now, as the gate would say.
  public var blockers: [CaseView.ReasonLine]
  /// What the case's instrument is for: `disclosure` or `preservation`.
  public var purpose: String
  /// The shortest way to that; nil where none is left, empty where it is reached.
  public var toPurpose: [WayStep]?
  /// The shortest way to an end, whichever it is.
  public var toClose: [WayStep]?
  /// What to type next.
  public var hints: [String]
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
      throw DeskFault.store(.packChanged(file: standing.workflow.instrument.chartFile))
    }
    let view = view(subject, standing)
    let active = registers.officers.values.filter(\.isActive).map(\.officer)
    func steps(_ way: [WorkflowStep]) -> [CaseExplanation.WayStep] {
      way.map {
        CaseExplanation.WayStep(event: $0.event ?? "", roles: $0.roles.map(\.rawValue), leadsTo: $0.arrives)
      }
    }
    return CaseExplanation(
      number: number, state: view.state, closed: view.closed, officer: actor?.id.description,
      role: actor?.role.rawValue,
      next: outlook.prospects.map { prospect in
        let fitting = active.filter { prospect.roles.contains($0.role) }.map { Actor(id: $0.id, role: $0.role) }
        return CaseExplanation.Next(
          event: prospect.event, roles: prospect.roles.map(\.rawValue), apartFrom: prospect.apartFrom,
          officers: fitting.filter(prospect.admits).map(\.id.description).sorted(),
          excluded: prospect.excluded.map(\.description), leadsTo: prospect.arrives, change: prospect.change.rawValue,
          command: Guidance.command(for: prospect.event, number, delivered: subject.release != nil),
          you: actor.map(prospect.admits),
          obstacles: subject.obstacles(to: prospect.event, facts: standing.facts).map(CaseView.ReasonLine.init))
      },
      blockers: view.blockers, purpose: outlook.purpose.rawValue, toPurpose: outlook.toPurpose.map(steps),
      toClose: outlook.toClose.map(steps), hints: view.next)
  }
}

extension Guidance {
  /// Returns the command that causes an event in a case; nil where no verb does.
  static func command(for event: String, _ number: CaseNumber, delivered: Bool) -> String? {
    switch event {
    case "order.received", "order.incomplete", "order.unreadable", "order.supplemented":
      return "amanat receive ORDER.xml --supplements \(number)"
    case "clarification.requested": return "amanat clarify \(number)"
    case "scope.granted": return "amanat scope \(number)"
    case "data.collected": return "amanat collect \(number) --from DATABASE --annotation FILE"
    case "approval.given": return "amanat approve \(number)"
    case "permit.redeemed": return "amanat export \(number) --to DIR"
    case "disclosure.delivered": return "amanat export \(number) --resume --to DIR"
    case "order.withdrawn": return "amanat withdraw \(number) --because TEXT"
    case "order.quashed": return "amanat withdraw \(number) --quashed --because TEXT"
    case "order.lapsed": return "amanat withdraw \(number) --lapsed --because TEXT"
    case "case.refused": return "amanat refuse \(number) --because TEXT"
    default: break
    }
    let words = event.split(separator: ".").map(String.init)
    guard words.count == 3, words[0] == "finding", let outcome = Outcome(rawValue: words[1]),
      let rule = Rule(rawValue: words[2])
    else { return nil }
    let review = "amanat review \(number) \(rule.rawValue)"
    guard rule == .authenticity else { return review }
    let answer: CallBackAnswer =
      switch outcome {
      case .pass: .confirmed
      case .fail: .denied
      case .notChecked: .noAnswer
      }
    return "\(review) --call-back NUMBER --answer \(answer.rawValue) --spoke-with WHOM"
  }
}
