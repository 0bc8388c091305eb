import Casework
import Ledger

/// A case as it is shown to people and programs. It contains no sealed values, and it is not stored.
public struct CaseView: Sendable {
  /// A rule and its recorded finding.
  public struct FindingLine: Sendable {
    public var rule: Rule
    public var outcome: Outcome
    public var shortcomings: [Shortcoming]
    public var by: OfficerID
    public var at: Instant
  }

  /// A legal basis that covers a requested class of data.
  public struct BasisLine: Sendable {
    public var dataClass: DataClass
    public var article: String
    public var source: String
    /// The name of counsel and the date of confirmation; nil while the legal basis is unconfirmed.
    public var confirmedBy: String?
  }

  public var number: CaseNumber
  /// The names of the states that the case is in.
  public var state: [String]
  public var closed: Bool
  public var instrument: String?
  public var authority: String?
  public var authorityID: String?
  public var callBack: String?
  public var article: String?
  /// Says whether the legal bases contain the article.
  public var isArticleKnown: Bool
  public var issued: Day?
  public var validUntil: Day?
  public var answerBy: Day?
  /// The days from today to `answerBy`; negative where it has passed.
  public var daysLeft: Int?
  public var classes: [DataClass]
  public var targets: Int
  public var from: Day?
  public var through: Day?
  public var missing: [MissingPart]
  public var unreadableLine: Int?
  public var findings: [FindingLine]
  public var bases: [BasisLine]
  public var requested: Scope?
  public var granted: Scope?
  public var collected: Collected?
  public var approvedBy: OfficerID?
  public var approvedAt: Instant?
  public var released: Digest?
  public var deliveredAt: Instant?
  /// The gate's reasons against disclosing now; empty where the case is closed.
  public var blockers: [Reason]
  /// The next steps, most urgent first.
  public var next: [NextStep]
  /// True after a rehearsal, which wrote nothing.
  public var dryRun: Bool?

  /// The stage of the case.
  public var stage: CaseStage { CaseStage(state) }
}

extension Desk {
  /// Returns a view of a case, rebuilt from the log.
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
      callBack: record?.authority.callBack, article: order?.article,
      isArticleKnown: order?.article.map(facts.bases.articles.values.contains) ?? false, issued: order?.issued,
      validUntil: order?.validUntil, answerBy: order?.answerBy,
      daysLeft: order?.answerBy.map { $0.number - facts.today.number }, classes: order?.classes ?? [],
      targets: order?.targets.count ?? 0, from: order?.from, through: order?.through, missing: order?.missing ?? [],
      unreadableLine: subject.unreadable?.value.line,
      findings: subject.findings.sorted { $0.key < $1.key }.map { rule, recorded in
        CaseView.FindingLine(
          rule: rule, outcome: recorded.value.outcome, shortcomings: recorded.value.shortcomings,
          by: recorded.actor.id, at: recorded.time)
      },
      bases: bases(of: order, record?.authority.seat.rank, facts.bases), requested: order?.requested,
      granted: subject.granted?.value.scope, collected: subject.collected?.value,
      approvedBy: subject.approval?.actor.id, approvedAt: subject.approval?.time,
      released: subject.release?.value.envelope, deliveredAt: subject.delivery?.time, blockers: blockers,
      next: isClosed ? [] : subject.nextSteps(after: blockers, mayClarify: mayClarify(subject, workflow, facts)))
  }

  /// Says whether an enrolled officer in a role with the reviewing duty could ask the authority for clarification now.
  /// Every such role is tried for every officer, whatever the officer's own role is.
  private func mayClarify(_ subject: Case, _ workflow: Workflow, _ facts: Facts) -> Bool {
    facts.registers.officers.values.contains { record in
      Duty.reviewing.roles.contains { role in
        let actor = Actor(id: record.officer.id, role: role)
        return (try? subject.decide(.clarify, by: actor, facts: facts, workflow: workflow)) != nil
      }
    }
  }

  private func bases(of order: OrderReceipt?, _ rank: String?, _ bases: LegalBases) -> [CaseView.BasisLine] {
    guard let order, let rank else { return [] }
    return bases.bases(for: order, rank: rank).filter { order.classes.contains($0.dataClass) }.map {
      CaseView.BasisLine(
        dataClass: $0.dataClass, article: $0.article, source: $0.source, confirmedBy: $0.confirmation)
    }
  }
}
