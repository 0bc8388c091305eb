/// Runs one session on a virtual clock, with a queue of external events and a queue of delayed sends. Source: SCXML
/// 6.2, 6.3 and D (externalQueue).
///
/// A session is a value, and a copy runs independently. Time passes only when the caller advances the clock, so a test
/// can let a year pass at once. `notes` has the log of the chart, and `result` the done data of its final state.
public struct Session<Model: DataModel>: Sendable {
  /// One entry in the log of a chart.
  public struct Note: Sendable {
    /// The label, if any.
    public let label: String?
    /// The value, if any.
    public let value: Model.Value?
  }

  private struct Waiting: Sendable {
    let due: Duration
    let dispatch: Dispatch<Model.Value>
  }

  /// The state of the session.
  public private(set) var state: Interpreter<Model>.State
  /// The time since the start.
  public private(set) var now = Duration.zero
  /// The entries that were logged so far.
  public private(set) var notes: [Note] = []
  /// The done data of the top-level final state; `nil` before it is entered and without done data.
  public private(set) var result: Model.Value?

  private let interpreter: Interpreter<Model>
  private var queue: [Event<Model.Value>] = []
  private var waiting: [Waiting] = []

  /// Whether a top-level final state is active.
  public var isFinished: Bool { state.isFinished }

  /// Starts a session, and takes every event that it sends to itself without delay.
  public init(_ interpreter: Interpreter<Model>, id: String) throws(ChartRunaway) {
    self.interpreter = interpreter
    let step = try interpreter.start(session: id)
    state = step.state
    keep(step)
    try drain()
  }

  /// Takes an external event, then every event that the session sends to itself without delay.
  public mutating func send(_ event: Event<Model.Value>) throws(ChartRunaway) {
    queue.append(event)
    try drain()
  }

  /// Advances the clock, and takes the delayed events that become due, each at its time.
  public mutating func advance(by duration: Duration) throws(ChartRunaway) {
    let end = now + duration
    while let next = waiting.first, next.due <= end { try deliver(next) }
    now = end
  }

  /// Advances the clock to the next delayed event and takes it. Returns false if there is no delayed event.
  public mutating func advanceToNext() throws(ChartRunaway) -> Bool {
    guard let next = waiting.first else { return false }
    try deliver(next)
    return true
  }

  private mutating func deliver(_ next: Waiting) throws(ChartRunaway) {
    waiting.removeFirst()
    now = next.due
    try send(next.dispatch.event)
  }

  private mutating func drain() throws(ChartRunaway) {
    // A session that keeps sending events to itself would never settle, so the bound of a macrostep limits these events
    // too.
    var taken = 0
    while !queue.isEmpty, !isFinished {
      taken += 1
      guard taken <= interpreter.chart.bound else {
        throw ChartRunaway(bound: interpreter.chart.bound, account: nil)
      }
      let step = try interpreter.step(state, queue.removeFirst())
      state = step.state
      keep(step)
    }
    if isFinished { (queue, waiting) = ([], []) }
  }

  private mutating func keep(_ step: Interpreter<Model>.Step) {
    if let value = step.result { result = value }
    for effect in step.effects {
      switch effect {
      case .log(let label, let value): notes.append(Note(label: label, value: value))
      case .cancel(let id): waiting.removeAll { $0.dispatch.id == id }
      case .send(let dispatch) where dispatch.delay == .zero: queue.append(dispatch.event)
      case .send(let dispatch):
        let entry = Waiting(due: now + dispatch.delay, dispatch: dispatch)
        // Events that are due at the same time keep their order.
        waiting.insert(entry, at: waiting.firstIndex { $0.due > entry.due } ?? waiting.endIndex)
      }
    }
  }
}
