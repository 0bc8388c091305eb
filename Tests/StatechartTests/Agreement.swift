import Statechart
import Testing

/// Counts what happened in random runs. Agreement proves nothing about charts in which nothing happens.
struct Coverage {
  private(set) var counts: [String: Int] = [:]

  subscript(_ what: String) -> Int {
    get { counts[what, default: 0] }
    set { counts[what] = newValue }
  }

  mutating func add(_ tally: [String: Int]) { counts.merge(tally) { $0 + $1 } }

  /// Expects a minimum count for each of the given events.
  func expect(_ minimums: [String: Int]) {
    for (what, minimum) in minimums.sorted(by: { $0.key < $1.key }) {
      #expect(self[what] >= minimum, "too little of '\(what)' was met")
    }
  }
}

/// The result of one macrostep, in terms that both implementations have.
struct Account<Value: Sendable & Equatable>: Equatable {
  var active: Set<String>
  var effects: [Effect<Value>]
  var taken: [String]
  var entered: [String]
  var exited: [String]
  var isHandled: Bool
  var isFinished: Bool
  var result: Value?

  /// Returns the parts in which two accounts differ, with both values.
  func differences(from other: Account) -> [String] {
    func line<Part: Equatable>(_ name: String, _ part: KeyPath<Account, Part>) -> String? {
      let (mine, theirs) = (self[keyPath: part], other[keyPath: part])
      return mine == theirs ? nil : "\(name): \(mine) instead of \(theirs)"
    }
    return [
      line("active", \.active), line("effects", \.effects), line("taken", \.taken), line("entered", \.entered),
      line("exited", \.exited), line("handled", \.isHandled), line("finished", \.isFinished), line("result", \.result),
    ].compactMap { $0 }
  }
}

extension AppendixD where Model.Value: Equatable {
  /// Starts the session or takes an event. Returns nil if the macrostep does not settle.
  mutating func account(_ event: Event<Model.Value>? = nil) -> Account<Model.Value>? {
    do {
      var isHandled = true
      if let event { isHandled = try step(event) } else { try start() }
      return Account(
        active: Set(configuration.toList), effects: effects, taken: taken, entered: entered, exited: exited,
        isHandled: isHandled, isFinished: !running, result: result)
    } catch {
      return nil
    }
  }
}

extension Chart {
  func account<Model>(_ step: Interpreter<Model>.Step) -> Account<Model.Value> where Model.Value: Equatable {
    Account(
      active: names(step.state.configuration), effects: step.effects, taken: step.taken.map(label),
      entered: step.entered.map(label), exited: step.exited.map(label), isHandled: step.isHandled,
      isFinished: step.isFinished, result: step.result)
  }

  func account(_ step: TracedStep) -> Account<Never> {
    Account(
      active: names(step.configuration), effects: step.effects, taken: step.taken.map(label),
      entered: step.entered.map(label), exited: step.exited.map(label), isHandled: step.isHandled,
      isFinished: step.isFinished)
  }

  private func names(_ configuration: Configuration) -> Set<String> { Set(configuration.states.map(label)) }
}
