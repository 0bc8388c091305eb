import Casework
import Statechart

/// Writes workflows for `spin`, with every rule that the prover checks.
///
/// The rules on evidence, required assurances and approval are written here a second time, and in another form than in
/// the prover, so that a mistake in one of them shows as a disagreement. Only names are shared. The attributes are read
/// from the definition, and not from a `Workflow`.
///
/// The verifier prints these facts besides those of `PromelaText`. A set of assurances is a number with one bit for
/// each assurance, in the order of their declaration. A transition is *sufficient* for an approval or a second review
/// if its `role` has only roles that may do this act and its `apart-from` matches every event with the duty that the
/// act excludes:
///
/// | word | value | meaning |
/// |---|---|---|
/// | `permits-disclosure`, `permits-preservation` | 0 | a state that permits it can be reached |
/// | `disclosure-without`, `preservation-without` | assurances | it is permitted while these are not valid |
/// | `disclosure-on`, `preservation-on` | event | it becomes permitted on another event than its own |
/// | `ends-without` | assurances | a case that released data ends, not called off, while these are not valid |
/// | `spends-twice` | 0 | a second permit is spent |
/// | `spends-unseen` | 0 | a permit is spent, and no state that permits disclosure is active after it |
/// | `claims-approval`, `claims-review` | transition | it leads to a state that assures the act; it is not sufficient |
/// | `gives-approval`, `gives-review` | transition | it is the first taken on the act's event; none is sufficient |
/// | `preparer-approves`, `reviewer-confirms` | event | the person who caused it can give the approval or review |
/// | `other-approves`, `other-confirms` | roles | these roles may do the act, and one of them should not |
///
/// The facts of the last two rows are reported only with `followingPeople`. The model then follows one person through
/// the case. The person causes one event, anywhere, and gives approvals and second reviews wherever the chart allows
/// it. This checks the purpose of the prover's rule about `apart-from`, and not the rule itself.
public struct WorkflowPromela: Sendable {
  /// The text of the model.
  public let text: String

  /// Writes workflows as a model. With `followingPeople` the model follows a person through each case, which takes
  /// about thirty times as long.
  public init(of charts: [ChartDefinition], followingPeople: Bool = false) throws(PromelaRefusal) {
    var monitor = PromelaMonitor(
      text: Self.definitions(followingPeople) + Self.monitor, remembered: ["standing", "released"])
    monitor.chartColumns = [
      { Self.required(for: .disclosure, $0) }, { Self.required(for: .preservation, $0) }, { Self.requiredAtEnd($0) },
      { Self.instrument($0) == .preservation ? 1 : 0 },
    ]
    monitor.stateColumns = [
      { Self.mask($0.attributes["assures"]) }, { Self.mask($0.attributes["voids"]) },
      { Self.words($0.attributes["permits"]).contains("disclosure") ? 1 : 0 },
      { Self.words($0.attributes["permits"]).contains("preservation") ? 1 : 0 },
    ]
    monitor.transitionColumns = [
      { transition, _ in Self.mask(transition.attributes["voids"]) },
      { transition, chart in Self.claimed(by: transition, in: chart.states) },
      { transition, chart in Self.mayApprove(transition, chart) ? 1 : 0 },
      { transition, chart in Self.mayReview(transition, chart) ? 1 : 0 },
      { transition, _ in Self.roles(transition) },
      { transition, _ in Self.causes(transition.attributes["apart-from"], 0) },
      { transition, _ in Self.causes(transition.attributes["apart-from"], 1) },
    ]
    monitor.eventColumns = [{ Self.earned(by: $0) }, { Self.fallen(with: $0) }, { Self.duty($0) }]
    text = try PromelaText(of: charts, events: CaseEvent.allNames, monitor: monitor).text
  }

  // MARK: - Words

  private static func words(_ text: String?) -> [String] {
    (text ?? "").split(whereSeparator: \.isWhitespace).map(String.init)
  }

  private static func bit(_ assurance: Assurance) -> Int {
    Assurance.allCases.firstIndex(of: assurance).map { 1 << $0 } ?? 0
  }

  private static func mask(_ assurances: Assurance...) -> Int { assurances.reduce(0) { $0 | bit($1) } }

  private static func mask(_ text: String?) -> Int {
    words(text).compactMap(Assurance.init).reduce(0) { $0 | bit($1) }
  }

  private static let everything = Assurance.allCases.reduce(0) { $0 | bit($1) }

  // MARK: - Required assurances

  private static func instrument(_ chart: ChartDefinition) -> Instrument? {
    chart.attributes["instrument"].flatMap(Instrument.init)
  }

  private static let verified = mask(
    .authority, .competence, .addressee, .force, .particularity, .uniqueness, .authenticity)
  private static let released = verified | mask(.destination, .scope, .collection, .approval)

  private static func required(for permission: Permission, _ chart: ChartDefinition) -> Int {
    switch (permission, instrument(chart)) {
    case (.disclosure, .courtOrder): released
    case (.disclosure, .production): released | mask(.clearance)
    case (.disclosure, .emergencyProduction): released | mask(.secondReview)
    case (.preservation, .preservation): verified
    case (.preservation, .production), (.preservation, .emergencyProduction): 0
    default: everything
    }
  }

  private static func requiredAtEnd(_ chart: ChartDefinition) -> Int {
    switch instrument(chart) {
    case .emergencyProduction: released | mask(.secondReview, .validation, .clearance)
    case .preservation: 0
    default: required(for: .disclosure, chart)
    }
  }

  // MARK: - Events and their assurances

  private static func earned(by event: String) -> Int {
    let pass = "finding.pass."
    if event.hasPrefix(pass) { return mask(String(event.dropFirst(pass.count))) }
    switch event {
    case "scope.granted": return mask(.scope)
    case "data.collected": return mask(.collection)
    case "approval.given": return mask(.approval)
    case "review.confirmed": return mask(.secondReview)
    case "order.validated": return mask(.validation)
    case "notification.cleared", "notification.elapsed", "notification.exempt": return mask(.clearance)
    default: return 0
    }
  }

  private static func fallen(with event: String) -> Int {
    let tokens = event.split(separator: ".").map(String.init)
    switch tokens[0] {
    case "order": return event == "order.validated" ? 0 : everything
    case "finding": return mask(.secondReview) | (tokens[1] == "pass" ? 0 : mask(tokens[2]))
    case "scope": return mask(.secondReview, .collection, .approval)
    case "ground": return mask(.clearance, .approval)
    default: break
    }
    switch event {
    case "data.collected", "review.confirmed": return mask(.approval)
    case "validation.elapsed": return mask(.validation)
    case "notification.sent": return mask(.clearance)
    default: return 0
    }
  }

  // MARK: - Roles and duties

  private static let endings = ["order.withdrawn", "order.quashed", "order.lapsed", "case.refused"]
  private static let reviewing = ["order", "clarification", "finding", "scope"]
  private static let preparing = reviewing + ["data", "review", "validation", "notification", "ground", "preservation"]

  /// Returns the duties of the person who causes an event: 1 for preparing, 2 for reviewing, 3 for both, 0 for none.
  /// Returns 4 for an event that calls the case off.
  private static func duty(_ event: String) -> Int {
    if endings.contains(event) { return 4 }
    return (preparing.contains { begins(event, $0) } ? 1 : 0) | (reviewing.contains { begins(event, $0) } ? 2 : 0)
  }

  /// Returns a bit for each role that may cause a transition; 0 if the transition has no role.
  private static func roles(_ transition: TransitionDefinition) -> Int {
    let words = words(transition.attributes["role"])
    return ["legal-officer", "manager", "auditor", "custodian"].enumerated().reduce(0) {
      words.contains($1.element) ? $0 | 1 << $1.offset : $0
    }
  }

  private static func begins(_ event: String, _ descriptor: String) -> Bool {
    let tokens = event.split(separator: ".")
    let first = descriptor.split(separator: ".").filter { $0 != "*" }
    return tokens.starts(with: first)
  }

  private static func mayApprove(_ transition: TransitionDefinition, _ chart: ChartDefinition) -> Bool {
    words(transition.attributes["role"]) == ["manager"] && isApart(transition, 1, chart)
  }

  private static func mayReview(_ transition: TransitionDefinition, _ chart: ChartDefinition) -> Bool {
    let roles = words(transition.attributes["role"])
    return !roles.isEmpty && roles.allSatisfy { ["legal-officer", "manager"].contains($0) }
      && isApart(transition, 2, chart)
  }

  /// Returns whether `apart-from` of a transition matches every event with a duty, among the events that the chart's
  /// transitions match.
  private static func isApart(_ transition: TransitionDefinition, _ duty: Int, _ chart: ChartDefinition) -> Bool {
    let apart = words(transition.attributes["apart-from"])
    guard !apart.isEmpty else { return false }
    let known = descriptors(chart.states)
    return CaseEvent.allNames.allSatisfy { event in
      Self.duty(event) & duty == 0 || !known.contains { begins(event, $0) } || apart.contains { begins(event, $0) }
    }
  }

  private static func descriptors(_ states: [StateDefinition]) -> Set<String> {
    states.reduce(into: []) { all, state in
      for transition in state.transitions { all.formUnion(transition.events) }
      all.formUnion(descriptors(state.children))
    }
  }

  /// Returns the acts that the targets of a transition assure: 1 for an approval, 2 for a second review, 3 for both.
  private static func claimed(by transition: TransitionDefinition, in states: [StateDefinition]) -> Int {
    states.reduce(0) { claimed, state in
      let assured = state.id.map(transition.targets.contains) == true ? mask(state.attributes["assures"]) : 0
      return claimed | (assured & bit(.approval) != 0 ? 1 : 0) | (assured & bit(.secondReview) != 0 ? 2 : 0)
        | self.claimed(by: transition, in: state.children)
    }
  }

  /// Returns the events that descriptors match, as one word of thirty bits. Word 0 has the first thirty events.
  private static func causes(_ descriptors: String?, _ word: Int) -> Int {
    let words = words(descriptors)
    return CaseEvent.allNames.enumerated().reduce(0) { mask, event in
      event.offset / 30 == word && words.contains { begins(event.element, $0) } ? mask | 1 << (event.offset % 30) : mask
    }
  }
}
