import Statechart

// The algorithm of SCXML 1.0, Appendix D, transcribed procedure by procedure, with the appendix's own names.
//
// It is slow on purpose: states are strings, sets are lists, and everything is recomputed. It shares with the compiled
// interpreter only the definition and the data model. Its parts are in these files:
//
//   DocumentTree            questions of the procedures about the document
//   AppendixD               interpret, mainEventLoop, exitInterpreter
//   AppendixDSelection      which transitions an event enables
//   AppendixDMicrostep      exits, contents, entries
//   AppendixDEntrySet       which states a transition enters
//   AppendixDContent        executable content and data (4, 5)
//   AppendixDSending        send, cancel and payloads (5.5 to 5.7, 6)

/// Runs one session of one chart, one external event at a time.
struct AppendixD<Model: DataModel> {
  typealias Arc = DocumentTree.Arc

  /// The error of a macrostep that did not settle within the bound.
  struct Trouble: Error {}

  static var scxml: String { DocumentTree.scxml }

  let tree: DocumentTree
  let model: Model
  /// The name of the session, or nil if the chart is stepped without one.
  let session: String?
  /// Makes the moment in which expressions are evaluated: the active states.
  let moment: ([String]) -> Moment
  let bound: Int

  // MARK: the appendix's global variables

  var configuration = OrderedSet()
  var historyValue: [String: [String]] = [:]
  var store: Model.Store
  private(set) var running = true
  private(set) var internalQueue: [Event<Model.Value>] = []
  /// The states that were entered before: the inverse of the appendix's `isFirstEntry`.
  var enteredBefore = OrderedSet()

  // MARK: the result of a step

  private(set) var taken: [String] = []
  var entered: [String] = []
  var exited: [String] = []
  var effects: [Effect<Model.Value>] = []
  private(set) var result: Model.Value?

  /// The number of microsteps, internal events and loop rounds in this step.
  var effort = 0
  /// Says whether a loop exceeded the bound. The step then fails, although the loop ended.
  var hasOverrun = false
  /// The number of sends that got a generated name.
  var sends = 0
  /// Counts what happened, so that tests can check that enough was compared.
  var tally: [String: Int] = [:]

  init(
    _ chart: ChartDefinition, _ model: Model, session: String?, bound: Int, moment: @escaping ([String]) -> Moment
  ) {
    tree = DocumentTree(chart)
    self.model = model
    self.session = session
    self.bound = bound
    self.moment = moment
    store = model.open(SessionIdentity(session: session ?? "", name: chart.name))
  }

  // MARK: interpret and mainEventLoop, up to where it would wait

  mutating func start() throws {
    for data in allData { model.declare(data.id, in: &store) }
    initializeDatamodel(tree.chart.binding == .early ? allData : tree.chart.data)
    let initial = Arc(label: "", source: Self.scxml, definition: tree.initialTransition(Self.scxml))
    enterStates([initial], ["": Self.scxml])
    try macrostep()
  }

  /// Takes an external event to the end of its macrostep. Says whether any transition was taken.
  mutating func step(_ event: Event<Model.Value>) throws -> Bool {
    (taken, entered, exited, effects, result, effort) = ([], [], [], [], nil, 0)
    guard running else { return false }
    model.receive(event, in: &store)
    let enabledTransitions = selectTransitions(event.name)
    if !enabledTransitions.isEmpty { microstep(enabledTransitions) }
    try macrostep()
    return !taken.isEmpty
  }

  private mutating func macrostep() throws {
    var macrostepDone = false
    while running && !macrostepDone {
      if effort > bound { throw Trouble() }
      var enabledTransitions = selectTransitions(nil)
      if enabledTransitions.isEmpty {
        if internalQueue.isEmpty {
          macrostepDone = true
        } else {
          let internalEvent = internalQueue.removeFirst()
          model.receive(internalEvent, in: &store)
          enabledTransitions = selectTransitions(internalEvent.name)
        }
      }
      if !enabledTransitions.isEmpty { microstep(enabledTransitions) }
    }
    if !running { exitInterpreter() }
    if hasOverrun { throw Trouble() }
  }

  private mutating func microstep(_ enabledTransitions: [Arc]) {
    effort += 1
    var domains: [String: String] = [:]
    for t in enabledTransitions { domains[t.label] = getTransitionDomain(t) }
    exitStates(enabledTransitions)
    for t in enabledTransitions {
      taken.append(t.label)
      executeContent(t.definition.actions)
    }
    enterStates(enabledTransitions, domains)
  }

  /// Ends the session. Events that the exit handlers raise are dropped. The last configuration is kept for later
  /// queries.
  private mutating func exitInterpreter() {
    let last = configuration
    let before = effects.count
    for s in tree.exitOrder(configuration.toList) {
      for content in tree.definition(s)?.onExit ?? [] { executeContent(content) }
      configuration.delete(s)
      if tree.isFinalState(s), tree.parent(s) == Self.scxml { result = doneData(s) }
    }
    configuration = last
    internalQueue = []
    note("end")
    if effects.count > before { note("effect at the end") }
  }

  mutating func stop() { running = false }

  mutating func enqueue(_ event: Event<Model.Value>) {
    effort += 1
    internalQueue.append(event)
    note(event.name.hasPrefix("error.") ? event.name : "event.\(event.kind.rawValue)")
  }

  mutating func note(_ what: String) { tally[what, default: 0] += 1 }
}
