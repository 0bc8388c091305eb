/// Compiles an outlined definition into the tables of a chart. It resolves names, checks targets, and computes every
/// scope and entry set that is the same in all configurations.
///
/// `compile` returns the complete tables. The data model reads the expressions at the same time. An expression that it
/// cannot read is a fault of the chart.
struct ChartCompiler<Model: DataModel> {
  let outline: ChartOutline
  private(set) var states: [Chart.State] = []
  private(set) var transitions: [Chart.Transition] = []
  var tables = ChartTables()
  private(set) var content: ContentCompiler<Model>
  let descriptors: EventDescriptors
  private let binding: ChartDefinition.Binding

  /// Compiles a definition, or throws its first fault in document order.
  static func compile(
    _ definition: ChartDefinition, _ outline: ChartOutline, _ model: Model
  ) throws(ChartFault) -> ChartCompiler {
    var compiler = ChartCompiler(definition, outline, model)
    compiler.tables.initial = try compiler.initial(definition.initial, of: nil, firstChild: 0)
    var early = try compiler.content.variables(definition.data)
    for index in outline.entries.indices {
      try compiler.add(index)
      if case .early = definition.binding {
        let data = compiler.tables.states[index].data
        early = early.isEmpty ? data : early.lowerBound..<max(early.upperBound, data.upperBound)
      }
    }
    compiler.tables.data = early
    compiler.tables.errorExecution = compiler.descriptors.event("error.execution")
    compiler.tables.errorCommunication = compiler.descriptors.event("error.communication")
    compiler.tables.content = compiler.content.tables
    compiler.link()
    return compiler
  }

  private init(_ definition: ChartDefinition, _ outline: ChartOutline, _ model: Model) {
    self.outline = outline
    binding = definition.binding
    descriptors = EventDescriptors(outline.entries.lazy.flatMap(\.definition.transitions).flatMap(\.events))
    content = ContentCompiler(outline, model, descriptors)
    let count = outline.entries.count
    tables.eventless = StateSet(capacity: count)
    tables.busyAtEntry = StateSet(capacity: count)
    tables.busyAtExit = StateSet(capacity: count)
    tables.remembered = StateSet(capacity: count)
    tables.finals = StateSet(capacity: count)
    tables.awaited = StateSet(capacity: count)
    tables.ends = StateSet(capacity: count)
  }

  private mutating func add(_ index: Int) throws(ChartFault) {
    let entry = outline.entries[index]
    let state = entry.definition
    let children = outline.children(of: index)
    let regions = children.filter { !outline.entries[$0].definition.isHistory }
    var initial = 0..<0
    var initialContent = 0..<0
    switch entry.kind {
    case .compound:
      initial = try self.initial(state.initial, of: index, firstChild: regions[0])
      initialContent = try content.block(state.initial?.actions ?? [])
    case .history(let depth):
      initial = try historyDefault(state, depth, inside: entry.parent ?? 0)
      initialContent = try content.block(state.transitions[0].actions)
    case .atomic, .parallel, .final: break
    }
    let entryContent = try content.blocks(state.onEntry)
    let exitContent = try content.blocks(state.onExit)
    let data = try content.variables(state.data)
    if case .late = binding, !data.isEmpty { tables.hasLateData = true }
    let doneName = "done.state." + (state.id ?? "")
    let (eventless, triggered) = entry.definition.isHistory ? ([], []) : try addTransitions(of: state, index)
    tables.states.append(
      ChartTables.StateRow(
        kind: entry.kind,
        parent: entry.parent ?? -1,
        descendants: entry.descendants,
        children: tables.targets.appendRange(regions),
        initial: initial,
        initialContent: initialContent,
        entryContent: entryContent,
        exitContent: exitContent,
        eventless: tables.selectable.appendRange(eventless),
        triggered: tables.selectable.appendRange(triggered),
        histories: tables.targets.appendRange(children.filter { outline.entries[$0].definition.isHistory }),
        memory: memory(of: index),
        data: data,
        doneData: try state.doneData.map { (payload) throws(ChartFault) in try content.payload(payload) } ?? -1,
        // The event of a state without a name ends in an empty token, which no document can write (SCXML 3.14).
        done: descriptors.event(doneName)
      )
    )
    tables.doneNames.append(doneName)
    states.append(
      Chart.State(
        id: StateID(rawValue: index),
        name: state.id,
        kind: entry.kind,
        parent: entry.parent.map(StateID.init(rawValue:)),
        children: regions.map(StateID.init(rawValue:)),
        depth: entry.depth,
        attributes: state.attributes,
        line: state.line
      )
    )
    mark(index, regions.count < children.count)
  }

  // A history has one memory bit for each descendant of its parent.
  private mutating func memory(of index: Int) -> Range<Int> {
    guard outline.entries[index].definition.isHistory, let parent = outline.entries[index].parent else { return 0..<0 }
    let start = tables.memory
    tables.memory += outline.entries[parent].descendants.count
    return start..<tables.memory
  }

  private mutating func mark(_ index: Int, _ hasHistory: Bool) {
    let row = tables.states[index]
    if !row.eventless.isEmpty { tables.eventless.insert(index) }
    if hasHistory { tables.remembered.insert(index) }
    let acts = !row.entryContent.isEmpty || !row.initialContent.isEmpty || tables.hasLateData && !row.data.isEmpty
    if row.kind == .final { tables.finals.insert(index) }
    if row.kind == .final, row.parent < 0 { tables.ends.insert(index) }
    if acts { tables.busyAtEntry.insert(index) }
    if !row.exitContent.isEmpty { tables.busyAtExit.insert(index) }
  }

  private mutating func addTransitions(
    of state: StateDefinition, _ index: Int
  ) throws(ChartFault) -> (eventless: [Int], triggered: [Int]) {
    var eventless: [Int] = []
    var triggered: [Int] = []
    for transition in state.transitions {
      if transition.events.isEmpty { eventless.append(transitions.count) } else { triggered.append(transitions.count) }
      try add(transition, from: index)
    }
    return (eventless, triggered)
  }

  private mutating func add(_ transition: TransitionDefinition, from source: Int) throws(ChartFault) {
    if transition.events.isEmpty, transition.condition == nil, transition.targets.isEmpty {
      throw ChartFault(line: transition.line, reason: .transitionWithoutEventConditionOrTarget)
    }
    let condition = try content.condition(transition.condition, line: transition.line)
    let targets = try resolve(transition.targets, line: transition.line)
    var matches: [Range<Int>] = []
    for descriptor in transition.events {
      guard let match = descriptors.matches(ofDescriptor: descriptor) else {
        throw ChartFault(line: transition.line, reason: .malformedDescriptor(descriptor))
      }
      matches.append(match)
    }
    tables.transitions.append(
      ChartTables.TransitionRow(
        source: source,
        isInternal: transition.isInternal,
        scope: 0..<0,
        condition: condition,
        targets: tables.targets.appendRange(targets),
        descriptors: tables.descriptors.appendRange(matches),
        content: try content.block(transition.actions),
        isDynamic: false
      )
    )
    transitions.append(
      Chart.Transition(
        id: TransitionID(rawValue: transitions.count),
        source: StateID(rawValue: source),
        descriptors: transition.events,
        condition: transition.condition,
        targets: targets.map(StateID.init(rawValue:)),
        isInternal: transition.isInternal,
        attributes: transition.attributes,
        line: transition.line
      )
    )
  }
}

extension ChartOutline {
  /// Returns the children of a state, including histories, in document order.
  func children(of index: Int) -> [Int] {
    var children: [Int] = []
    var next = entries[index].descendants.lowerBound
    while next < entries[index].descendants.upperBound {
      children.append(next)
      next = entries[next].descendants.upperBound
    }
    return children
  }
}
