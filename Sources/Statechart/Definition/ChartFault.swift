/// A fault that makes a definition invalid as a chart, with its line.
public struct ChartFault: Error, Sendable, Equatable, CustomStringConvertible {
  /// The parts of a chart whose number is limited.
  public enum Countable: String, Sendable, Equatable {
    /// States, including histories.
    case states
    /// Transitions.
    case transitions
    /// Event descriptors of all transitions.
    case descriptors
    /// Actions, branches and variables.
    case actions
  }

  /// The kinds of fault.
  public enum Reason: Sendable, Equatable {
    /// The chart has no state (SCXML 3.2).
    case emptyChart
    /// A state's name is the empty string (SCXML 3.14).
    case emptyID
    /// Two states have one name; the line is that of the second (SCXML 3.14).
    case duplicateID(String)
    /// An initial or a transition names a state that the chart does not have (SCXML 3.5.1).
    case unknownTarget(String)
    /// A condition names a state that the chart does not have (SCXML 5.9.1).
    case unknownStateInCondition(String)
    /// An initial names a state that is not inside the state that it belongs to (SCXML 3.6).
    case initialNotADescendant(String)
    /// An initial has no target (SCXML 3.6).
    case initialWithoutTarget
    /// A state without children has an initial (SCXML 3.3.1).
    case initialOnAtomicState
    /// The chart's own initial has actions. The algorithm would never run them (SCXML 3.2.1).
    case chartInitialWithActions
    /// A final state has children (SCXML 3.7.2).
    case finalWithChildren
    /// A final state has transitions (SCXML 3.7.2).
    case finalWithTransitions
    /// A final state has an initial (SCXML 3.7.2).
    case finalWithInitial
    /// A final state is a child of a parallel state. A final state cannot be a region (SCXML 3.4.2).
    case finalInParallel
    /// A parallel state has an initial. A parallel state always enters all its children (SCXML 3.4.2).
    case parallelWithInitial
    /// A parallel state has no region.
    case parallelWithoutRegions
    /// A history has nothing to remember, because it is at the top level or its parent has no other state (SCXML 3.10).
    case historyOfNothing
    /// A history does not have exactly one transition with targets and without event and condition, or it has other
    /// content (SCXML 3.10.2).
    case historyWithoutDefault
    /// The transition of a history names another history or a state outside the history's parent. For a shallow
    /// history, also a target that is not a child of the parent is a fault (SCXML 3.10.2).
    case historyBeyondParent(String)
    /// A state that is not final has done data (SCXML 3.7).
    case doneDataOutsideFinal
    /// The chart does not use the data model with this name, for which it is compiled (SCXML 3.2.1).
    case otherDataModel(String)
    /// The data model cannot read an expression or a location.
    case malformedExpression(String)
    /// A delay is not a number with the unit `s` or `ms` (SCXML 6.2.1).
    case malformedDelay(String)
    /// An event for the internal queue has a delay (SCXML 6.2.1).
    case delayedToInternal
    /// A `send` names the HTTP event processor, which is not supported.
    case unsupportedProcessor
    /// The targets cannot be active together, because two of them are not in different regions of one parallel state
    /// (SCXML 3.11).
    case illegalTargetCombination([String])
    /// A transition has no event, no condition and no target (SCXML 3.5.1).
    case transitionWithoutEventConditionOrTarget
    /// An event descriptor is not valid. A valid descriptor is `*`, or tokens separated by dots, which may end in `.`
    /// or `.*` (SCXML 3.12.1).
    case malformedDescriptor(String)
    /// The name of a raised or sent event does not consist of tokens separated by dots (SCXML 3.12.1).
    case malformedEventName(String)
    /// States are nested more deeply than the limit.
    case tooDeep(limit: Int)
    /// The chart has more states, transitions, descriptors or actions than the limit.
    case tooMany(Countable, limit: Int)
  }

  /// The line of the fault; 0 if the definition was not read from a document.
  public let line: Int
  /// The kind of the fault.
  public let reason: Reason

  /// Makes a fault.
  public init(line: Int, reason: Reason) {
    self.line = line
    self.reason = reason
  }

  /// The fault in words, for example `line 2: no state has the id 'opend'`. Line 0 is omitted.
  public var description: String { line == 0 ? reason.description : "line \(line): \(reason.description)" }
}

extension ChartFault.Reason: CustomStringConvertible {
  /// The reason in words, without the line.
  public var description: String {
    switch self {
    case .emptyChart: "the chart has no state"
    case .emptyID: "the state's id is empty"
    case .duplicateID(let id): "another state already has the id '\(id)'"
    case .unknownTarget(let id): "no state has the id '\(id)'"
    case .unknownStateInCondition(let id): "the condition tests the state '\(id)', and no state has that id"
    case .initialNotADescendant(let id): "the initial '\(id)' is not inside its state"
    case .initialWithoutTarget: "the initial names no state"
    case .initialOnAtomicState: "a state without children cannot have an initial"
    case .chartInitialWithActions: "the chart's own initial cannot have actions"
    case .finalWithChildren: "a final state cannot have children"
    case .finalWithTransitions: "a final state cannot have transitions"
    case .finalWithInitial: "a final state cannot have an initial"
    case .finalInParallel: "a final state cannot be a region of a parallel state"
    case .parallelWithInitial: "a parallel state enters all its regions and cannot have an initial"
    case .parallelWithoutRegions: "the parallel state has no region"
    case .historyOfNothing: "a history must be inside a state or a parallel that has other children"
    case .historyWithoutDefault: "a history needs one transition, with a target and without event and condition"
    case .historyBeyondParent(let id):
      "the history leads to '\(id)', which is not a state inside its parent (for a shallow history: not a child)"
    case .doneDataOutsideFinal: "only a final state can have done data"
    case .otherDataModel(let name): "the chart's data model is not '\(name)'"
    case .malformedExpression(let why): why
    case .malformedDelay(let text): "'\(text)' is not a delay such as 1.5s or 200ms"
    case .delayedToInternal: "an event to the internal queue cannot be delayed"
    case .unsupportedProcessor: "events cannot be sent by HTTP: a step has no effect outside the machine"
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
