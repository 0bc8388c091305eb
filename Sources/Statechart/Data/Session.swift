/// Runs one session on a virtual clock: the queue of external events and the delayed sends that a step leaves to its
/// caller. Source: SCXML 6.2, 6.3 and D (externalQueue).
///
/// It is a value: a copy goes its own way. Time passes only when told to, so a test of a year takes no time. What
/// charts log, and what became of the last step, can be read from it.
public struct Session<Model: DataModel>: Sendable {
  /// Holds what a chart logged.
  public struct Note: Sendable {
    /// Holds the label, if any.
    public let label: String?
    /// Holds the value, if any.
    public let value: Model.Value?
  }

  private struct Waiting: Sendable {
    let due: Duration
    let dispatch: Dispatch<Model.Value>
  }

  /// Holds where the session stands.
  public private(set) var state: Interpreter<Model>.State
  /// Tells how much time has passed since the start.
  public private(set) var now = Duration.zero
  /// Lists what was logged so far.
  public private(set) var notes: [Note] = []
  /// Holds the done data of the final state, once it is entered and if it has any.
  public private(set) var result: Model.Value?

  private let interpreter: Interpreter<Model>
  private var queue: [Event<Model.Value>] = []
  private var waiting: [Waiting] = []

  /// Tells whether a top-level final state is active.
  public var isFinished: Bool { state.isFinished }

  /// Starts a session, and takes every event that it sends itself at once.
  public init(_ interpreter: Interpreter<Model>, id: String) throws(ChartRunaway) {
    self.interpreter = interpreter
    let step = try interpreter.start(session: id)
    state = step.state
    keep(step)
    try drain()
  }

  /// Takes an event from outside, then every event that it makes the session send itself at once.
  public mutating func send(_ event: Event<Model.Value>) throws(ChartRunaway) {
    queue.append(event)
    try drain()
  }

  /// Lets time pass, and takes the delayed events that fall due, each at its time.
  public mutating func advance(by duration: Duration) throws(ChartRunaway) {
    let end = now + duration
    while let next = waiting.first, next.due <= end { try deliver(next) }
    now = end
  }

  /// Lets time pass until the next delayed event; false where none waits.
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
    // A session that keeps sending itself events at once would never come to rest, like a macrostep that does not.
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
        // Equal times keep their order: the new one goes behind all that are due no later.
        waiting.insert(entry, at: waiting.firstIndex { $0.due > entry.due } ?? waiting.endIndex)
      }
    }
  }
}
