import Statechart

/// A value of the conformance language. It has value semantics: a change to a copy does not change the original.
indirect enum ConformanceValue: Sendable, Hashable {
  /// An empty variable, or a field that an event leaves blank.
  case undefined
  case boolean(Bool)
  case integer(Int)
  case string(String)
  case list([ConformanceValue])
  case object([String: ConformanceValue])

  /// Makes a value from a text in a document: a literal if it can be read as one, otherwise a string with normalised
  /// white space (as SCXML B.2.1 requires for ECMAScript, with JSON).
  init(text: String) {
    if let literal = ConformanceParser.literal(text) {
      self = literal
    } else {
      self = .string(text.split(whereSeparator: \.isWhitespace).joined(separator: " "))
    }
  }

  /// Makes the value of `_event`. Every field exists, and fields that the event leaves blank are undefined (SCXML
  /// 5.10.1).
  init(event: Event<ConformanceValue>) {
    func text(_ value: String?) -> ConformanceValue { value.map(Self.string) ?? .undefined }
    self = .object([
      "name": .string(event.name), "type": .string(event.kind.rawValue), "sendid": text(event.sendID),
      "origin": text(event.origin), "origintype": text(event.originType), "invokeid": .undefined,
      "data": event.data ?? .undefined,
    ])
  }

  /// The value as the text of an attribute.
  var text: String {
    get throws(EvaluationFault) {
      switch self {
      case .string(let text): return text
      case .integer(let number): return String(number)
      case .boolean(let truth): return String(truth)
      case .undefined, .list, .object: throw EvaluationFault("the value has no text")
      }
    }
  }

  /// Returns the value of a field, or undefined if there is no such field. Throws a fault if the value cannot have
  /// fields.
  func field(_ name: String) throws(EvaluationFault) -> ConformanceValue {
    guard case .object(let fields) = self else { throw EvaluationFault("the value has no fields") }
    return fields[name] ?? .undefined
  }

  /// Returns the value with another value at the given path of fields.
  func setting(_ path: ArraySlice<String>, to value: ConformanceValue) throws(EvaluationFault) -> ConformanceValue {
    guard let name = path.first else { return value }
    guard case .object(var fields) = self else { throw EvaluationFault("the location has no fields") }
    fields[name] = try (fields[name] ?? .undefined).setting(path.dropFirst(), to: value)
    return .object(fields)
  }
}
