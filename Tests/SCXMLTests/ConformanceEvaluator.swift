import Statechart

/// Evaluates expressions of the conformance language, without side effects.
struct ConformanceEvaluator {
  let store: ConformanceModel.Store
  let moment: Moment

  func value(of expression: ConformanceExpression) throws(EvaluationFault) -> ConformanceValue {
    switch expression {
    case .value(let value): return value
    case .variable(let name): return try store.value(of: name)
    case .field(let whole, let name): return try value(of: whole).field(name)
    case .not(let inner): return .boolean(!(try truth(of: inner)))
    case .list(let items):
      var values: [ConformanceValue] = []
      for item in items { values.append(try value(of: item)) }
      return .list(values)
    case .operation(let symbol, let left, let right): return try operation(symbol, left, right)
    case .call(let name, let arguments): return try call(name, arguments)
    }
  }

  /// Returns the truth value of a condition. Throws a fault if the value is not a truth value (SCXML 5.9.1).
  func truth(of expression: ConformanceExpression) throws(EvaluationFault) -> Bool {
    guard case .boolean(let truth) = try value(of: expression) else {
      throw EvaluationFault("the value is no truth value")
    }
    return truth
  }

  private func operation(
    _ symbol: String, _ left: ConformanceExpression, _ right: ConformanceExpression
  ) throws(EvaluationFault) -> ConformanceValue {
    if symbol == "&&" { return .boolean(try truth(of: left) ? try truth(of: right) : false) }
    let (left, right) = (try value(of: left), try value(of: right))
    switch (symbol, left, right) {
    case ("==", _, _): return .boolean(left == right)
    case ("+", .integer(let one), .integer(let other)):
      let (sum, isTooLarge) = one.addingReportingOverflow(other)
      guard !isTooLarge else { throw EvaluationFault("the sum is too large") }
      return .integer(sum)
    case ("++", .list(let one), .list(let other)): return .list(one + other)
    case ("++", _, _): return .string(try left.text + right.text)
    case (_, .integer(let one), .integer(let other)): return .boolean(Self.compare(symbol, one, other))
    case (_, .string(let one), .string(let other)) where symbol != "+":
      return .boolean(Self.compare(symbol, one, other))
    default: throw EvaluationFault("the operands do not go with the operator")
    }
  }

  private static func compare<Value: Comparable>(_ symbol: String, _ left: Value, _ right: Value) -> Bool {
    switch symbol {
    case "<": left < right
    case "<=": left <= right
    case ">": left > right
    default: left >= right
    }
  }

  private func call(
    _ name: String, _ arguments: [ConformanceExpression]
  ) throws(EvaluationFault) -> ConformanceValue {
    // A path that leads nowhere is not defined, which is no fault here. A bare name in `hasField` is a field, not a
    // variable.
    if name == "defined", arguments[0].path != nil {
      return .boolean(((try? value(of: arguments[0])) ?? .undefined) != .undefined)
    }
    if name == "hasField", case .variable(let field) = arguments[1], (try? store.value(of: field)) == nil {
      return .boolean(try hasField(value(of: arguments[0]), .string(field)))
    }
    var values: [ConformanceValue] = []
    for argument in arguments { values.append(try value(of: argument)) }
    switch (name, values.first, values.last) {
    case ("In", .string(let state), _): return .boolean(moment.isActive(state))
    case ("defined", let value, _): return .boolean(value != .undefined)
    case ("hasField", let whole?, let field?): return .boolean(try hasField(whole, field))
    case ("startsWith", .string(let whole), .string(let part)): return .boolean(whole.hasPrefix(part))
    case ("contains", .string(let whole), .string(let part)): return .boolean(part.isEmpty || whole.contains(part))
    case ("contains", .list(let items), let item?): return .boolean(items.contains(item))
    case ("append", .list(let items), let item?): return .list(items + [item])
    case ("fail", _, _): throw EvaluationFault("fail() always does")
    default: throw EvaluationFault("the arguments do not go with \(name)")
    }
  }

  private func hasField(_ whole: ConformanceValue, _ field: ConformanceValue) throws(EvaluationFault) -> Bool {
    guard case .string(let name) = field else { throw EvaluationFault("a field's name is a string") }
    guard case .object(let fields) = whole else { return false }
    return fields[name] != nil
  }
}
