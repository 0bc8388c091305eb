/// Says why a definition is not a chart: what is wrong, and on which line.
public struct ChartFault: Error, Sendable, Equatable, CustomStringConvertible {
  /// Distinguishes what the states, transitions and contents of a chart are counted as.
  public enum Countable: String, Sendable, Equatable {
    case states, transitions, descriptors, actions
  }

  /// Distinguishes what can be wrong.
  public enum Reason: Sendable, Equatable {
    /// The chart has no state (SCXML 3.2).
    case emptyChart
    /// A state's name is the empty string (SCXML 3.14).
    case emptyID
    /// Two states bear one name; the line is the second one's (SCXML 3.14).
    case duplicateID(String)
    /// An initial or a transition names no state of the chart (SCXML 3.5.1).
    case unknownTarget(String)
    /// A condition asks about no state of the chart (SCXML 5.9.1).
    case unknownStateInCondition(String)
    /// An initial names a state that is not inside the state that it belongs to (SCXML 3.6).
    case initialNotADescendant(String)
    /// An initial names no state at all (SCXML 3.6).
    case initialWithoutTarget
    /// A state without children says which child to enter (SCXML 3.3.1).
    case initialOnAtomicState
    /// The chart's own initial has actions, which no step of the algorithm would run (SCXML 3.2.1).
    case chartInitialWithActions
    /// A final state has children (SCXML 3.7.2).
    case finalWithChildren
    /// A final state has transitions (SCXML 3.7.2).
    case finalWithTransitions
    /// A final state has an initial (SCXML 3.7.2).
    case finalWithInitial
    /// A final state stands directly inside a parallel state, whose children are regions (SCXML 3.4.2).
    case finalInParallel
    /// A parallel state has an initial, though all its children are entered (SCXML 3.4.2).
    case parallelWithInitial
    /// A parallel state has no region, so nothing in it could ever take a transition.
    case parallelWithoutRegions
    /// A history stands where there is nothing to remember: at the top level, or without a state beside it (SCXML
    /// 3.10).
    case historyOfNothing
    /// A history has something else than one transition with targets and without event and condition (SCXML 3.10.2).
    case historyWithoutDefault
    /// A history's transition names a state that its parent does not hold, another history, or, for a shallow one, no
    /// direct child (SCXML 3.10.2).
    case historyBeyondParent(String)
    /// Something else than a final state has done data (SCXML 3.7).
    case doneDataOutsideFinal
    /// The chart is written for another data model (SCXML 3.2.1).
    case otherDataModel(String)
    /// The data model cannot read an expression or a location.
    case malformedExpression(String)
    /// A delay is not a number of `s` or `ms` (SCXML 6.2.1).
    case malformedDelay(String)
    /// An event for the internal queue has a delay (SCXML 6.2.1).
    case delayedToInternal
    /// An event is to be sent by the HTTP processor, which is not here.
    case unsupportedProcessor
    /// The targets cannot be active together (SCXML 3.11): some two of them do not lie in different regions of one
    /// parallel state.
    case illegalTargetCombination([String])
    /// A transition could neither be triggered nor change anything (SCXML 3.5.1).
    case transitionWithoutEventConditionOrTarget
    /// An event descriptor is not tokens between dots, with `.*` at the end at most (SCXML 3.12.1).
    case malformedDescriptor(String)
    /// A raised event's name is not tokens between dots (SCXML 3.12.1).
    case malformedEventName(String)
    /// States are nested more deeply than is accepted.
    case tooDeep(limit: Int)
    /// There is more of something than is accepted.
    case tooMany(Countable, limit: Int)
  }

  /// Tells the line at fault.
  public let line: Int
  /// Tells what is wrong there.
  public let reason: Reason

  /// States a fault.
  public init(line: Int, reason: Reason) {
    self.line = line
    self.reason = reason
  }

  /// Puts the fault into words, line first.
  public var description: String { "line \(line): \(reason.description)" }
}

extension ChartFault.Reason: CustomStringConvertible {
  /// Puts the reason into words, without the line.
  public var description: String {
    switch self {
    case .emptyChart: "the chart has no state"
    case .emptyID: "the state's id is empty"
    case .duplicateID(let id): "another state already has the id '\(id)'"
    case .unknownTarget(let id): "no state has the id '\(id)'"
    case .unknownStateInCondition(let id): "the condition asks about '\(id)', and no state has that id"
    case .initialNotADescendant(let id): "the initial state '\(id)' is not inside the state that it starts"
    case .initialWithoutTarget: "the initial names no state"
    case .initialOnAtomicState: "a state without children cannot have an initial"
    case .chartInitialWithActions: "the chart's own initial cannot have actions"
    case .finalWithChildren: "a final state cannot have children"
    case .finalWithTransitions: "a final state cannot have transitions"
    case .finalWithInitial: "a final state cannot have an initial"
    case .finalInParallel: "a final state cannot be a region of a parallel state"
    case .parallelWithInitial: "a parallel state enters all its regions and cannot have an initial"
    case .parallelWithoutRegions: "the parallel state has no region"
    case .historyOfNothing: "a history has to stand inside a state or a parallel that holds other states"
    case .historyWithoutDefault: "a history holds one transition, with a target and without event and condition"
    case .historyBeyondParent(let id):
      "the history starts in '\(id)', which is no state inside its parent, or for a shallow one no child of it"
    case .doneDataOutsideFinal: "only a final state can have done data"
    case .otherDataModel(let name): "the chart is written for another data model than '\(name)'"
    case .malformedExpression(let why): why
    case .malformedDelay(let text): "'\(text)' is not a delay such as 1.5s or 200ms"
    case .delayedToInternal: "an event to the internal queue cannot be delayed"
    case .unsupportedProcessor: "events cannot be sent by HTTP: a chart's step touches nothing outside"
    case .illegalTargetCombination(let ids):
      "the targets \(ids.map { "'\($0)'" }.joined(separator: " ")) cannot be active together"
    case .transitionWithoutEventConditionOrTarget: "the transition has no event, no condition and no target"
    case .malformedDescriptor(let text): "'\(text)' is not an event descriptor"
    case .malformedEventName(let text): "'\(text)' is not an event name"
    case .tooDeep(let limit): "states are nested more than \(limit) deep"
    case .tooMany(let what, let limit): "the chart has more than \(limit) \(what.rawValue)"
    }
  }
}
