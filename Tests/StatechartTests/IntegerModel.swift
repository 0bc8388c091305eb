import Statechart

/// A value of `IntegerModel`.
indirect enum IntegerValue: Hashable, Sendable {
  case empty
  case number(Int)
  case text(String)
  case list([IntegerValue])
  case record([Field])

  /// One field of a record. The order of the fields matters for equality.
  struct Field: Hashable, Sendable {
    let name: String
    let value: IntegerValue
  }
}

/// A data model for tests: numbers, texts and lists, in a language of words between spaces.
///
/// Every kind of fault is possible: `fail` faults, an undeclared variable cannot be read or written, `locked` can be
/// declared and read but not written, only numbers add up and compare, only lists can be looped over.
///
///     3            x            'a text        list 1 2 x        x + 2        event.name
///     x < 2        In s1        event = a.b    fail              event.data   event.sendid
struct IntegerModel: DataModel {
  /// The words of an expression.
  struct Expression: Sendable { let words: [String] }
  /// The name of a variable.
  struct Location: Sendable { let name: String }

  /// The variables, the current event, and a journal of all assignments and received events.
  struct Store: Sendable, Hashable {
    var variables: [String: IntegerValue] = ["locked": .number(0)]
    var event: Event<IntegerValue>?
    var journal: [String] = []

    /// Returns the differences between two stores, as text.
    func differences(from other: Store) -> [String] {
      var differences: [String] = []
      for name in Set(variables.keys).union(other.variables.keys).sorted() {
        let (mine, theirs) = (variables[name], other.variables[name])
        if mine != theirs { differences.append("\(name): \(mine as Any) instead of \(theirs as Any)") }
      }
      if event != other.event { differences.append("event: \(event as Any) instead of \(other.event as Any)") }
      if journal != other.journal { differences.append("journal: \(journal) instead of \(other.journal)") }
      return differences
    }
  }

  let name = "integers"

  func expression(_ text: String) throws(EvaluationFault) -> Expression {
    let words = text.split(separator: " ").map(String.init)
    guard !words.isEmpty else { throw EvaluationFault("an empty expression") }
    return Expression(words: words)
  }

  func location(_ text: String) throws(EvaluationFault) -> Location { Location(name: text) }

  func open(_ identity: SessionIdentity) -> Store {
    Store(variables: ["locked": .number(0), "session": .text(identity.location), "chart": .text(identity.name)])
  }

  func declare(_ id: String, in store: inout Store) {
    if store.variables[id] == nil { store.variables[id] = .empty }
  }

  func receive(_ event: Event<IntegerValue>, in store: inout Store) {
    store.event = event
    store.journal.append("\(event.kind) \(event.name)")
  }

  // MARK: expressions

  func evaluate(_ expression: Expression, in store: Store, _ moment: Moment) throws(EvaluationFault) -> IntegerValue {
    let words = expression.words
    if words[0] == "list" {
      var items: [IntegerValue] = []
      for word in words.dropFirst() { items.append(try atom(word, store)) }
      return .list(items)
    }
    if words.count == 3, words[1] == "+" {
      return .number(try number(words[0], store) + number(words[2], store))
    }
    guard words.count == 1 else { throw EvaluationFault("not an expression") }
    return try atom(words[0], store)
  }

  func holds(_ expression: Expression, in store: Store, _ moment: Moment) throws(EvaluationFault) -> Bool {
    let words = expression.words
    if words.count == 2, words[0] == "In" { return moment.isActive(words[1]) }
    if words.count == 3, words[1] == "<" { return try number(words[0], store) < number(words[2], store) }
    if words.count == 3, words[0] == "event", words[1] == "=" { return store.event?.name == words[2] }
    throw EvaluationFault("not a condition")
  }

  private func atom(_ word: String, _ store: Store) throws(EvaluationFault) -> IntegerValue {
    if let number = Int(word) { return .number(number) }
    if word.hasPrefix("'") { return .text(String(word.dropFirst())) }
    switch word {
    case "fail": throw EvaluationFault("fail")
    case "event.name": return store.event.map { .text($0.name) } ?? .empty
    case "event.sendid": return store.event?.sendID.map(IntegerValue.text) ?? .empty
    case "event.data": return store.event?.data ?? .empty
    default:
      guard let value = store.variables[word] else { throw EvaluationFault("\(word) is not declared") }
      return value
    }
  }

  private func number(_ word: String, _ store: Store) throws(EvaluationFault) -> Int {
    guard case .number(let number) = try atom(word, store) else { throw EvaluationFault("\(word) is no number") }
    return number
  }

  // MARK: locations and values

  func read(_ location: Location, in store: Store, _ moment: Moment) throws(EvaluationFault) -> IntegerValue {
    try atom(location.name, store)
  }

  func assign(
    _ value: IntegerValue, to location: Location, in store: inout Store, _ moment: Moment
  ) throws(EvaluationFault) {
    guard location.name != "locked" else { throw EvaluationFault("locked") }
    guard store.variables[location.name] != nil else { throw EvaluationFault("\(location.name) is not declared") }
    store.variables[location.name] = value
    store.journal.append("\(location.name) = \(value)")
  }

  func items(_ value: IntegerValue) throws(EvaluationFault) -> [IntegerValue] {
    guard case .list(let items) = value else { throw EvaluationFault("not a list") }
    return items
  }

  func text(_ value: IntegerValue) throws(EvaluationFault) -> String {
    switch value {
    case .text(let text): return text
    case .number(let number): return "\(number)"
    default: throw EvaluationFault("not a text")
    }
  }

  func value(index: Int) -> IntegerValue? { .number(index) }
  func value(text: String) -> IntegerValue? { Int(text).map(IntegerValue.number) ?? .text(text) }

  func value(fields: [(name: String, value: IntegerValue)]) -> IntegerValue? {
    .record(fields.map { IntegerValue.Field(name: $0.name, value: $0.value) })
  }
}
