import Statechart

/// The data model of the conformance suite. It is the first data model whose language we did not define.
struct ConformanceModel: DataModel {
  /// The variables of a session: the chart's own, and the system variables of the machine (SCXML 5.10).
  struct Store: Sendable, Equatable {
    var variables: [String: ConformanceValue] = [:]
    var system: [String: ConformanceValue] = [:]

    /// Returns the value of a variable of either kind. Throws a fault if there is none.
    func value(of name: String) throws(EvaluationFault) -> ConformanceValue {
      guard let value = system[name] ?? variables[name] else { throw EvaluationFault("there is no such variable") }
      return value
    }
  }

  typealias Value = ConformanceValue
  typealias Expression = ConformanceExpression

  /// A location, as a path of names. Without a path every use of the location is a fault.
  struct Location: Sendable { var path: [String]? }

  let name = "conformance"

  func expression(_ text: String) throws(EvaluationFault) -> Expression { try ConformanceParser.expression(text) }

  func location(_ text: String) throws(EvaluationFault) -> Location {
    Location(path: try ConformanceParser.expression(text).path)
  }

  func open(_ identity: SessionIdentity) -> Store {
    Store(system: [
      "_sessionid": .string(identity.session), "_name": .string(identity.name), "_event": .undefined,
      "_ioprocessors": .object(["scxml": .object(["location": .string(identity.location)])]),
    ])
  }

  func declare(_ id: String, in store: inout Store) {
    // A text that is not the name of a variable declares nothing, and a later assignment to it is a fault.
    guard (try? ConformanceParser.expression(id)) == .variable(id), store.system[id] == nil else { return }
    store.variables[id] = store.variables[id] ?? .undefined
  }

  func receive(_ event: Event<Value>, in store: inout Store) { store.system["_event"] = Value(event: event) }

  func evaluate(_ expression: Expression, in store: Store, _ moment: Moment) throws(EvaluationFault) -> Value {
    try ConformanceEvaluator(store: store, moment: moment).value(of: expression)
  }

  func holds(_ expression: Expression, in store: Store, _ moment: Moment) throws(EvaluationFault) -> Bool {
    try ConformanceEvaluator(store: store, moment: moment).truth(of: expression)
  }

  func read(_ location: Location, in store: Store, _ moment: Moment) throws(EvaluationFault) -> Value {
    guard let path = location.path else { throw EvaluationFault("that is no location") }
    var value = try store.value(of: path[0])
    for name in path.dropFirst() {
      guard case .object(let fields) = value, let field = fields[name] else {
        throw EvaluationFault("there is no such location")
      }
      value = field
    }
    return value
  }

  func assign(
    _ value: Value, to location: Location, in store: inout Store, _ moment: Moment
  ) throws(EvaluationFault) {
    guard let path = location.path else { throw EvaluationFault("that is no location") }
    guard store.system[path[0]] == nil else { throw EvaluationFault("the variable is the machine's") }
    guard let whole = store.variables[path[0]] else { throw EvaluationFault("there is no such variable") }
    store.variables[path[0]] = try whole.setting(path.dropFirst(), to: value)
  }

  func items(_ value: Value) throws(EvaluationFault) -> [Value] {
    guard case .list(let items) = value else { throw EvaluationFault("the value is no collection") }
    return items
  }

  func value(index: Int) -> Value? { .integer(index) }
  func value(text: String) -> Value? { Value(text: text) }

  func value(fields: [(name: String, value: Value)]) -> Value? {
    // If two fields have the same name, the first is used.
    .object(Dictionary(fields.map { ($0.name, $0.value) }) { first, _ in first })
  }

  func text(_ value: Value) throws(EvaluationFault) -> String { try value.text }
}
