/// Runs executable content. Implements SCXML 4 (blocks, if, foreach, raise, log), 5.3 (data) and 5.4 (assign).
extension Machine {
  /// Runs blocks. A block ends early at the first instruction that fails.
  mutating func runAll(_ blocks: Range<Int>) {
    for place in blocks { _ = run(instructions: tables.content.blocks[place]) }
  }

  /// Runs the one block of a transition.
  mutating func run(_ blocks: Range<Int>) { if !blocks.isEmpty { runAll(blocks) } }

  /// Runs instructions in order. If an instruction fails, returns false without running the later ones (SCXML 4.10).
  private mutating func run(instructions: Range<Int>) -> Bool {
    var next = instructions.lowerBound
    while next < instructions.upperBound {
      let instruction = tables.content.instructions[next]
      next += 1
      switch instruction {
      case .raise(let id, let name):
        raise(id) { [image] in Event(image.tables.content.names[name], kind: .internal) }
      case .test(let condition, let otherwise): if !holds(condition) { next = otherwise }
      case .jump(let target): next = target
      case .forEach(let place):
        let loop = tables.content.loops[place]
        guard repeated(loop) else { return false }
        next = loop.body.upperBound
      case .log(let place): guard log(tables.content.logs[place]) else { return false }
      case .assign(let location, let value): guard assign(value, to: location) else { return false }
      case .send(let place): guard send(tables.content.sends[place]) else { return false }
      case .cancel(let id):
        guard let id = text(of: id) else { return false }
        effects.append(.cancel(id: id))
      }
    }
    return true
  }

  private mutating func log(_ log: ContentTables.Log) -> Bool {
    guard let expression = log.expression else {
      effects.append(.log(label: log.label, value: nil))
      return true
    }
    guard let value = evaluate(expression) else { return false }
    effects.append(.log(label: log.label, value: value))
    return true
  }

  // SCXML 4.6: the collection is copied before the first round, and variables that do not exist are declared.
  private mutating func repeated(_ loop: ContentTables.Loop) -> Bool {
    guard let program, let array = evaluate(loop.array) else { return false }
    let items: [Model.Value]
    do throws(EvaluationFault) { items = try program.model.items(array) } catch { return failed() }
    program.model.declare(loop.item.id, in: &store)
    if let index = loop.index { program.model.declare(index.id, in: &store) }
    for (round, item) in items.enumerated() {
      guard put(item, into: loop.item.location) else { return false }
      if let index = loop.index, let count = program.model.value(index: round) {
        guard put(count, into: index.location) else { return false }
      }
      // Nested loops can take very long, so their rounds count towards the bound. Above it, the macrostep throws
      // `ChartRunaway`.
      effort += 1
      if effort > bound {
        hasOverrun = true
        return false
      }
      guard run(instructions: loop.body) else { return false }
    }
    return true
  }

  private mutating func assign(_ value: ContentTables.ValueRow, to location: Int) -> Bool {
    guard let value = resolve(value) else { return failedUnlessExpression(value) }
    return put(value, into: location)
  }

  // An expression that failed has already raised its error.
  private mutating func failedUnlessExpression(_ value: ContentTables.ValueRow) -> Bool {
    if case .expression = value { return false }
    return failed()
  }

  /// Declares the chart's variables, and initialises those that get their values before the start (SCXML 5.3.3).
  mutating func declareData() {
    guard let program else { return }
    for variable in tables.content.variables { program.model.declare(variable.id, in: &store) }
    initialise(tables.data)
  }

  /// Gives variables their first values. A variable without a value, or with a value that fails, stays empty (SCXML
  /// 5.3.2).
  mutating func initialise(_ variables: Range<Int>) {
    for place in variables {
      let variable = tables.content.variables[place]
      if case .none = variable.value { continue }
      if let value = resolve(variable.value) {
        _ = put(value, into: variable.location)
      } else {
        _ = failedUnlessExpression(variable.value)
      }
    }
  }
}

// MARK: - Values

extension Machine {
  /// Evaluates an expression. If that fails, raises an error and returns `nil`.
  mutating func evaluate(_ place: Int) -> Model.Value? {
    guard let program else { return nil }
    do throws(EvaluationFault) {
      return try program.model.evaluate(program.expressions[place], in: store, moment(program))
    } catch {
      raiseError()
      return nil
    }
  }

  /// Returns a value, or `nil` if there is none. Raises an error only if an expression fails.
  mutating func resolve(_ value: ContentTables.ValueRow) -> Model.Value? {
    switch value {
    case .none, .unavailable: nil
    case .expression(let place): evaluate(place)
    case .text(let text): program?.model.value(text: text)
    }
  }

  /// Assigns a value to a location. If that fails, raises an error and returns false.
  mutating func put(_ value: Model.Value, into location: Int) -> Bool {
    guard let program else { return false }
    do throws(EvaluationFault) {
      try program.model.assign(value, to: program.locations[location], in: &store, moment(program))
      return true
    } catch {
      return failed()
    }
  }

  /// Returns the text of an attribute. If its expression fails, raises an error and returns `nil`.
  mutating func text(of given: ContentTables.GivenRow) -> String? {
    switch given {
    case .literal(let text): return text
    case .expression(let place):
      guard let program, let value = evaluate(place) else { return nil }
      do throws(EvaluationFault) { return try program.model.text(value) } catch {
        raiseError()
        return nil
      }
    }
  }

  /// Raises an error, and returns false.
  mutating func failed() -> Bool {
    raiseError()
    return false
  }
}
