/// Holds a macrostep that is under way: what changes while the machine runs. Source: SCXML D, global variables.
///
/// Owned by one call of `start` or `step` and gone with it. Without a `Program` the chart has no data, and then events
/// are their numbers: nothing here touches the heap unless an action sends, or more than a few events wait at once.
struct Machine<Model: DataModel, Witness: StepWitness>: ~Copyable {
  let image: ChartImage
  /// Holds the data model with its expressions; `nil` where a chart is stepped as it is, under the null data model.
  let program: Program<Model>?
  let session: SessionIdentity?
  let bound: Int
  var active: StateSet
  var memory: StateSet
  var store: Model.Store
  /// Holds the states that were ever entered, where that decides when data get their values.
  var visited: StateSet
  /// Counts the sends that were given a name.
  var sends: Int
  /// Tells whether no top-level final state was entered yet.
  var running = true
  /// Counts the microsteps, the raised events and the rounds of loops so far.
  var effort = 0
  /// Tells whether a loop was given up.
  var hasOverrun = false
  /// Tells whether any transition was taken.
  var moved = false
  var effects: [Effect<Model.Value>] = []
  var result: Model.Value?
  var witness: Witness

  private var queue = ShortList()
  private var head = 0
  // Holds the events of `queue` in full, where there is a data model to show them to.
  private var events: ContiguousArray<Event<Model.Value>> = []

  init(
    _ image: ChartImage, _ program: Program<Model>?, bound: Int, session: SessionIdentity? = nil,
    active: StateSet, memory: StateSet, store: Model.Store, visited: StateSet, sends: Int = 0
  ) {
    self.image = image
    self.program = program
    self.session = session
    self.bound = bound
    self.active = active
    self.memory = memory
    self.store = store
    self.visited = visited
    self.sends = sends
    witness = Witness(image)
  }

  var tables: ChartTables { _read { yield image.tables } }

  /// Puts an event at the back of the internal queue; the whole of it is made only where a data model looks at it.
  mutating func raise(_ id: EventID, _ event: () -> Event<Model.Value>) {
    effort += 1
    queue.append(id.rawValue)
    if program != nil { events.append(event()) }
  }

  /// Takes the event at the front of the internal queue, and shows it to the data model.
  mutating func nextInternalEvent() -> EventID? {
    guard head < queue.count else { return nil }
    defer { head += 1 }
    if let program { program.model.receive(events[head], in: &store) }
    return EventID(rawValue: queue[head])
  }

  /// Raises what says that something failed (SCXML 3.12.2).
  mutating func raiseError(isCommunication: Bool = false, sendID: String? = nil) {
    raise(isCommunication ? tables.errorCommunication : tables.errorExecution) {
      Event(isCommunication ? "error.communication" : "error.execution", kind: .platform, sendID: sendID)
    }
  }
}
