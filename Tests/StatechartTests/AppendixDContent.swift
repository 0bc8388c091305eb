import Statechart

/// The error that ends a block of executable content, if it is not the fault of an expression or has a send id.
struct ContentFault: Error {
  var sendID: String?
}

extension AppendixD {
  // MARK: data (SCXML 5.3)

  /// The variables of the chart and of all its states, in document order.
  var allData: [DataDefinition] {
    tree.chart.data + tree.documentOrder.flatMap { tree.definition($0)?.data ?? [] }
  }

  /// Assigns the initial values of variables. A variable without a usable value stays empty, and an error is raised.
  mutating func initializeDatamodel(_ variables: [DataDefinition]) {
    for data in variables where data.value != .none {
      do {
        try assign(valueOf(data.value), to: data.id)
        note("data")
      } catch {
        raiseError("error.execution")
      }
    }
  }

  func valueOf(_ value: DataDefinition.Value) throws -> Model.Value {
    switch value {
    case .expression(let text):
      return try evaluate(text)
    case .text(let text):
      guard let value = model.value(text: text) else { throw ContentFault() }
      return value
    case .none, .unavailable:
      throw ContentFault()
    }
  }

  func evaluate(_ text: String) throws -> Model.Value {
    try model.evaluate(model.expression(text), in: store, moment(configuration.toList))
  }

  func read(_ location: String) throws -> Model.Value {
    try model.read(model.location(location), in: store, moment(configuration.toList))
  }

  mutating func assign(_ value: Model.Value, to location: String) throws {
    try model.assign(value, to: model.location(location), in: &store, moment(configuration.toList))
  }

  // MARK: executable content (SCXML 4)

  /// Executes one block. An error ends only this block (SCXML 4.10).
  mutating func executeContent(_ content: [Action]) {
    do {
      for action in content { try execute(action) }
    } catch {
      raiseError("error.execution", (error as? ContentFault)?.sendID)
      note("block ended")
    }
  }

  private mutating func execute(_ action: Action) throws {
    switch action {
    case .raise(let event, _):
      enqueue(Event(event, kind: .internal))
    case .choose(let branches, _):
      for branch in branches where conditionMatch(branch.condition) {
        for action in branch.actions { try execute(action) }
        note("branch")
        break
      }
    case .forEach(let loop):
      try forEach(loop)
    case .log(let label, let expression, _):
      effects.append(.log(label: label, value: try expression.map(evaluate)))
      note("log")
    case .assign(let location, let value, _):
      try assign(valueOf(value), to: location)
      note("assign")
    case .send(let send):
      try execute(send)
    case .cancel(let id, _):
      effects.append(.cancel(id: try text(id)))
      note("cancel")
    }
  }

  private mutating func forEach(_ loop: ForEachDefinition) throws {
    let items = try model.items(evaluate(loop.array))
    model.declare(loop.item, in: &store)
    if let index = loop.index { model.declare(index, in: &store) }
    for (index, item) in items.enumerated() {
      effort += 1
      if effort > bound { hasOverrun = true }
      note("round")
      try assign(item, to: loop.item)
      if let name = loop.index {
        guard let count = model.value(index: index) else { throw ContentFault() }
        try assign(count, to: name)
      }
      for action in loop.actions { try execute(action) }
    }
  }

  mutating func raiseError(_ name: String, _ sendID: String? = nil) {
    enqueue(Event(name, kind: .platform, sendID: sendID))
  }
}
