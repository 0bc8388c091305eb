/// The state of a macrostep while the machine runs. Source: SCXML D, global variables.
///
/// One call of `start` or `step` owns it. Without a `Program` the chart has no data, and an event is only a number.
/// Then most steps allocate no memory. Effects, histories, conflicts between transitions and more than eight queued
/// events need allocations.
struct Machine<Model: DataModel, Witness: StepWitness>: ~Copyable {
  let image: ChartImage
  /// The data model with its expressions; `nil` under the null data model.
  let program: Program<Model>?
  let session: SessionIdentity?
  let bound: Int
  var active: StateSet
  var memory: StateSet
  var store: Model.Store
  /// The states that were ever entered; used only for late binding of data.
  var visited: StateSet
  /// The number of sends that got a generated identifier.
  var sends: Int
  /// False after a top-level final state was entered.
  var running = true
  /// The number of microsteps, raised events and rounds of loops so far, counted together.
  var effort = 0
  /// Whether a loop exceeded the bound.
  var hasOverrun = false
  /// Whether any transition was taken.
  var moved = false
  var effects: [Effect<Model.Value>] = []
  var result: Model.Value?
  var witness: Witness

  private var queue = ShortList()
  private var head = 0
  // The complete events of `queue`; empty if there is no data model to read them.
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

  /// Puts an event at the back of the internal queue. The complete event is made only if there is a data model.
  mutating func raise(_ id: EventID, _ event: () -> Event<Model.Value>) {
    effort += 1
    queue.append(id.rawValue)
    if program != nil { events.append(event()) }
  }

  /// Takes the event at the front of the internal queue, and passes it to the data model.
  mutating func nextInternalEvent() -> EventID? {
    guard head < queue.count else { return nil }
    defer { head += 1 }
    if let program { program.model.receive(events[head], in: &store) }
    return EventID(rawValue: queue[head])
  }

  /// Raises an error event (SCXML 3.12.2).
  mutating func raiseError(isCommunication: Bool = false, sendID: String? = nil) {
    raise(isCommunication ? tables.errorCommunication : tables.errorExecution) {
      Event(isCommunication ? "error.communication" : "error.execution", kind: .platform, sendID: sendID)
    }
  }
}
