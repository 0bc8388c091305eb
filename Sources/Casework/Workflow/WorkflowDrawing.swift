import Statechart

extension Workflow {
  /// Makes a drawing of the chart with roles and permissions.
  ///
  /// It contains no personal data: the chart is public, and the drawing shows only the active states of a case.
  ///
  /// - Parameters:
  ///   - configuration: the configuration whose states are marked as active.
  ///   - caption: a title; nil for the chart's name.
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
