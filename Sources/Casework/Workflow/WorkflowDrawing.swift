import Statechart

extension Workflow {
  /// Describes a drawing of the chart with what the domain adds: who may cause a transition, and what a state permits.
  ///
  /// Nothing personal is in it: the chart is public, and of a case it shows the states alone.
  public func drawing(at configuration: Configuration? = nil, caption: String? = nil) -> Drawing {
    var remarks: [StateID: String] = [:]
    for state in chart.states {
      if let permitted = state.attributes["permits"] { remarks[state.id] = "permits \(permitted)" }
    }
    var notes: [TransitionID: String] = [:]
    for transition in chart.transitions {
      let allowed = roles[transition.id.rawValue].map(\.rawValue).joined(separator: " or ")
      let apart = apartFrom[transition.id.rawValue].joined(separator: " ")
      let note = [allowed, apart.isEmpty ? "" : "apart from \(apart)"].filter { !$0.isEmpty }.joined(separator: ", ")
      if !note.isEmpty { notes[transition.id] = note }
    }
    return Drawing(
      of: chart, caption: caption, active: Set(configuration?.states ?? []), remarks: remarks, notes: notes)
  }
}
