import Service
import Wording

/// A case as JSON. Its form is the same in every language.
struct CaseJSON: Encodable {
  struct FindingJSON: Encodable {
    var rule: Rule
    var outcome: Outcome
    var problem: String?
    var by: OfficerID
    var at: Instant
  }

  struct BasisJSON: Encodable {
    var dataClass: DataClass
    var article: String
    var source: String
    /// Counsel's name and date; absent if no counsel has confirmed the legal basis.
    var confirmedBy: String?
  }

  var number: CaseNumber
  var state: [String]
  var closed: Bool
  var instrument: String?
  var authority: String?
  var authorityID: String?
  var callBack: String?
  var article: String?
  var issued: Day?
  var validUntil: Day?
  var answerBy: Day?
  var classes: [DataClass]
  var targets: Int
  var from: Day?
  var through: Day?
  var missing: [String]
  var unreadableLine: Int?
  var findings: [FindingJSON]
  var bases: [BasisJSON]
  var requested: Scope?
  var granted: Scope?
  var collected: Collected?
  var approvedBy: OfficerID?
  var approvedAt: Instant?
  var released: Digest?
  var deliveredAt: Instant?
  var blockers: [ReasonJSON]
  var next: [String]
  var dryRun: Bool?

  init(_ view: CaseView) {
    number = view.number
    state = view.state
    closed = view.closed
    instrument = view.instrument
    authority = view.authority
    authorityID = view.authorityID
    callBack = view.callBack
    article = view.article
    issued = view.issued
    validUntil = view.validUntil
    answerBy = view.answerBy
    classes = view.classes
    targets = view.targets
    from = view.from
    through = view.through
    missing = view.missing.map(\.rawValue)
    unreadableLine = view.unreadableLine
    findings = view.findings.map { finding in
      let short = finding.shortcomings.map { JSONText.language.text($0).text }.joined(separator: "; ")
      return FindingJSON(
        rule: finding.rule, outcome: finding.outcome, problem: short.isEmpty ? nil : short, by: finding.by,
        at: finding.at)
    }
    bases = view.bases.map {
      BasisJSON(dataClass: $0.dataClass, article: $0.article, source: $0.source, confirmedBy: $0.confirmedBy)
    }
    requested = view.requested
    granted = view.granted
    collected = view.collected
    approvedBy = view.approvedBy
    approvedAt = view.approvedAt
    released = view.released
    deliveredAt = view.deliveredAt
    blockers = view.blockers.map(ReasonJSON.init)
    next = view.next.map(Self.command)
    dryRun = view.dryRun
  }

  /// Returns the commands of a step, without advice.
  static func command(_ step: NextStep) -> String {
    step.actions.map { CommandText(JSONText.language).text($0).text }.joined(separator: ", then: ")
  }
}
