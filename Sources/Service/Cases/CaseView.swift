import Casework
import Ledger

/// A case as people and programs see it: nothing in it is personal, and nothing is stored.
public struct CaseView: Sendable, Codable {
  /// A rule and how it stands.
  public struct FindingLine: Sendable, Codable {
    public var rule: String
    public var outcome: String
    public var problem: String?
    public var by: String
    public var at: Instant
  }

  /// A legal basis that covers a class of data asked for.
  public struct BasisLine: Sendable, Codable {
    public var dataClass: String
    public var article: String
    public var source: String
    /// Counsel's name and date; nil while unconfirmed.
    public var confirmedBy: String?
  }

  /// What stands against disclosing now, as the gate would say.
  public struct ReasonLine: Sendable, Codable, Hashable {
    public var rule: String
    public var invariant: String
    public var problem: String

    init(_ reason: Reason) {
      rule = reason.rule
      invariant = reason.invariant
      problem = reason.sentence
    }
  }

  public var number: CaseNumber
  public var state: [String]
  public var closed: Bool
  public var instrument: String?
  public var authority: String?
  public var authorityID: String?
  public var callBack: String?
  public var article: String?
  public var issued: Day?
  public var validUntil: Day?
  public var answerBy: Day?
  public var classes: [String]
  public var targets: Int
  public var from: Day?
  public var through: Day?
  public var missing: [String]
  public var unreadableLine: Int?
  public var findings: [FindingLine]
  public var bases: [BasisLine]
  public var requested: Scope?
  public var granted: Scope?
  public var collected: Collected?
  public var approvedBy: String?
  public var approvedAt: Instant?
  public var released: String?
  public var deliveredAt: Instant?
  public var blockers: [ReasonLine]
  /// What to type next.
  public var next: [String]
  /// True where this is what would be, and nothing was written.
  public var dryRun: Bool?
}

extension Desk {
  /// Shows a case, rebuilt from the log.
  public func view(_ number: CaseNumber) throws -> CaseView {
    let standing = try standing(number)
    return view(standing.subject, standing)
  }

  func view(_ subject: Case, _ standing: Standing) -> CaseView {
    view(subject, standing.workflow, standing.facts)
  }

  func view(_ subject: Case, _ workflow: Workflow, _ facts: Facts) -> CaseView {
    let order = subject.order?.value
    let record = order?.authority.flatMap { facts.registers.authorities[$0] }
    let isClosed = workflow.isFinished(subject.configuration)
    let blockers = isClosed ? [] : Gate.standing(against: subject, facts: facts)
    return CaseView(
      number: subject.number, state: workflow.stateNames(subject.configuration), closed: isClosed,
      instrument: order?.instrument, authority: record?.authority.title, authorityID: order?.authority?.description,
      callBack: record?.authority.callBack, article: order?.article, issued: order?.issued,
      validUntil: order?.validUntil, answerBy: order?.answerBy, classes: (order?.classes ?? []).map(\.rawValue),
      targets: order?.targets.count ?? 0, from: order?.from, through: order?.through,
      missing: (order?.missing ?? []).map(\.rawValue), unreadableLine: subject.unreadable?.value.line,
      findings: subject.findings.sorted { $0.key < $1.key }.map { rule, recorded in
        let short = recorded.value.shortcomings.map(\.sentence).joined(separator: "; ")
        return CaseView.FindingLine(
          rule: rule.rawValue, outcome: recorded.value.outcome.rawValue, problem: short.isEmpty ? nil : short,
          by: recorded.actor.id.description, at: recorded.time)
      },
      bases: bases(of: order, record?.authority.seat.rank), requested: order?.requested,
      granted: subject.granted?.value.scope, collected: subject.collected?.value,
      approvedBy: subject.approval?.actor.id.description, approvedAt: subject.approval?.time,
      released: subject.release?.value.envelope.description, deliveredAt: subject.delivery?.time,
      blockers: blockers.map(CaseView.ReasonLine.init),
      next: isClosed ? [] : Guidance.next(subject, blockers, mayClarify: mayClarify(subject, workflow, facts)))
  }

  /// Asks the chart whether any legal officer may ask the authority back now.
  private func mayClarify(_ subject: Case, _ workflow: Workflow, _ facts: Facts) -> Bool {
    facts.registers.officers.values.contains { record in
      Duty.reviewing.roles.contains { role in
        let actor = Actor(id: record.officer.id, role: role)
        return (try? subject.decide(.clarify, by: actor, facts: facts, workflow: workflow)) != nil
      }
    }
  }

  private func bases(of order: OrderReceipt?, _ rank: String?) -> [CaseView.BasisLine] {
    guard let order, let rank else { return [] }
    return pack.bases.bases(for: order, rank: rank).filter { order.classes.contains($0.dataClass) }.map {
      CaseView.BasisLine(
        dataClass: $0.dataClass.rawValue, article: $0.article, source: $0.source, confirmedBy: $0.confirmation)
    }
  }

  /// Lists the cases.
  public func list() throws -> [CaseSummary] { try stored { try office.summaries() } }
}
