import Statechart

extension Workflow {
  /// Makes a drawing of the chart with the domain's additions: who may cause a transition, what a state permits.
  ///
  /// It contains nothing personal: the chart is public, and of a case only the active states are shown.
  ///
  /// - Parameters:
  ///   - configuration: the configuration whose states are marked as active.
  ///   - caption: a title; the chart's name where there is none.
  public func drawing(at configuration: Configuration? = nil, caption: String? = nil) -> Drawing {
    var remarks: [StateID: String] = [:]
    for state in chart.states {
      if let permitted = state.attributes["permits"] { remarks[state.id] = "permits \(permitted)" }
    }
    var notes: [TransitionID: String] = [:]
    for transition in chart.transitions {
      let rules = transitions[transition.id.rawValue]
      let allowed = rules.roles.map(\.rawValue).joined(separator: " or ")
      let apart = rules.apartFrom.joined(separator: " ")
      let note = [allowed, apart.isEmpty ? "" : "apart from \(apart)"].filter { !$0.isEmpty }.joined(separator: ", ")
      if !note.isEmpty { notes[transition.id] = note }
    }
    return Drawing(
      of: chart, caption: caption, active: Set(configuration?.states ?? []), remarks: remarks, notes: notes)
  }
}
