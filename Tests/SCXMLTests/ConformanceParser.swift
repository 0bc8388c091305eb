import Statechart

/// A parsed expression of the conformance language.
indirect enum ConformanceExpression: Sendable, Equatable {
  case value(ConformanceValue)
  case list([ConformanceExpression])
  case variable(String)
  case field(ConformanceExpression, String)
  case not(ConformanceExpression)
  case operation(String, ConformanceExpression, ConformanceExpression)
  case call(String, [ConformanceExpression])

  /// The names of a location `a.b.c`, or nil if the expression is not a location.
  var path: [String]? {
    switch self {
    case .variable(let name): [name]
    case .field(let whole, let name): whole.path.map { $0 + [name] }
    default: nil
    }
  }
}

/// Parses the conformance language by recursive descent: `&&` binds weakest, then comparisons, then `+` and `++`, then
/// `!`.
struct ConformanceParser {
  /// The functions of the language, with their numbers of arguments.
  static let functions = [
    "In": 1, "defined": 1, "hasField": 2, "startsWith": 2, "contains": 2, "append": 2, "fail": 0,
  ]
  private static let deepest = 64

  private var tokens: ArraySlice<ConformanceToken>
  private var depth = 0

  /// Parses an expression. Nothing may follow it.
  static func expression(_ text: String) throws(EvaluationFault) -> ConformanceExpression {
    var parser = ConformanceParser(tokens: try ConformanceToken.all(text)[...])
    let result = try parser.conjunction()
    guard parser.tokens.isEmpty else { throw EvaluationFault("something stands after the expression") }
    return result
  }

  /// Parses a literal: a number, a string, a truth value, or a list or an object of literals.
  static func literal(_ text: String) -> ConformanceValue? {
    guard let tokens = try? ConformanceToken.all(text) else { return nil }
    var parser = ConformanceParser(tokens: tokens[...])
    guard let value = try? parser.literal(), parser.tokens.isEmpty else { return nil }
    return value
  }

  private init(tokens: ArraySlice<ConformanceToken>) { self.tokens = tokens }

  private mutating func skip(_ symbol: String) -> Bool {
    guard tokens.first == .symbol(symbol) else { return false }
    tokens.removeFirst()
    return true
  }

  private mutating func need(_ symbol: String) throws(EvaluationFault) {
    guard skip(symbol) else { throw EvaluationFault("a \(symbol) is missing") }
  }

  private mutating func skip(oneOf symbols: [String]) -> String? {
    symbols.first { skip($0) }
  }

  private mutating func conjunction() throws(EvaluationFault) -> ConformanceExpression {
    depth += 1
    defer { depth -= 1 }
    guard depth <= Self.deepest else { throw EvaluationFault("the expression is nested too deeply") }
    var result = try comparison()
    while skip("&&") { result = .operation("&&", result, try comparison()) }
    return result
  }

  private mutating func comparison() throws(EvaluationFault) -> ConformanceExpression {
    let left = try sum()
    guard let symbol = skip(oneOf: ["==", "<=", ">=", "<", ">"]) else { return left }
    return .operation(symbol, left, try sum())
  }

  private mutating func sum() throws(EvaluationFault) -> ConformanceExpression {
    var result = try negation()
    while let symbol = skip(oneOf: ["++", "+"]) { result = .operation(symbol, result, try negation()) }
    return result
  }

  private mutating func negation() throws(EvaluationFault) -> ConformanceExpression {
    var isNegated: [Void] = []
    while skip("!") { isNegated.append(()) }
    guard isNegated.count <= Self.deepest else { throw EvaluationFault("the expression is nested too deeply") }
    var result = try place()
    for _ in isNegated { result = .not(result) }
    return result
  }

  private mutating func place() throws(EvaluationFault) -> ConformanceExpression {
    var result = try operand()
    while skip(".") {
      guard case .name(let name) = tokens.popFirst() else { throw EvaluationFault("a field has no name") }
      result = .field(result, name)
    }
    return result
  }

  private mutating func operand() throws(EvaluationFault) -> ConformanceExpression {
    switch tokens.popFirst() {
    case .integer(let number): return .value(.integer(number))
    case .string(let text): return .value(.string(text))
    case .name("true"): return .value(.boolean(true))
    case .name("false"): return .value(.boolean(false))
    case .name(let name):
      guard skip("(") else { return .variable(name) }
      guard let count = Self.functions[name] else { throw EvaluationFault("no such function") }
      let arguments = try sequence(until: ")")
      guard arguments.count == count else { throw EvaluationFault("\(name) takes \(count) arguments") }
      return .call(name, arguments)
    case .symbol("("):
      let inner = try conjunction()
      try need(")")
      return inner
    case .symbol("["): return .list(try sequence(until: "]"))
    default: throw EvaluationFault("an operand is missing")
    }
  }

  private mutating func sequence(until end: String) throws(EvaluationFault) -> [ConformanceExpression] {
    var result: [ConformanceExpression] = []
    if skip(end) { return result }
    repeat { result.append(try conjunction()) } while skip(",")
    try need(end)
    return result
  }

  private mutating func literal() throws(EvaluationFault) -> ConformanceValue {
    depth += 1
    defer { depth -= 1 }
    guard depth <= Self.deepest else { throw EvaluationFault("the literal is nested too deeply") }
    switch tokens.popFirst() {
    case .integer(let number): return .integer(number)
    case .string(let text): return .string(text)
    case .name("true"): return .boolean(true)
    case .name("false"): return .boolean(false)
    case .symbol("["):
      var items: [ConformanceValue] = []
      if skip("]") { return .list(items) }
      repeat { items.append(try literal()) } while skip(",")
      try need("]")
      return .list(items)
    case .symbol("{"):
      var fields: [String: ConformanceValue] = [:]
      if skip("}") { return .object(fields) }
      repeat {
        guard case .string(let name) = tokens.popFirst() else { throw EvaluationFault("a field has no name") }
        try need(":")
        fields[name] = try literal()
      } while skip(",")
      try need("}")
      return .object(fields)
    default: throw EvaluationFault("no literal")
    }
  }
}
