import Statechart

/// What the variables of the conformance language hold. Values: nothing in a copy can change the original.
indirect enum ConformanceValue: Sendable, Hashable {
  /// A variable that exists and is empty, or a field that an event leaves blank.
  case undefined
  case boolean(Bool)
  case integer(Int)
  case string(String)
  case list([ConformanceValue])
  case object([String: ConformanceValue])

  /// Makes a value of a text that stands in a document: a literal where it reads as one, and else a string whose white
  /// space is normalised (as SCXML B.2.1 has it for ECMAScript, with JSON).
  init(text: String) {
    if let literal = ConformanceParser.literal(text) {
      self = literal
    } else {
      self = .string(text.split(whereSeparator: \.isWhitespace).joined(separator: " "))
    }
  }

  /// Makes what `_event` shows. Every field is there; those that the event leaves blank are not defined (SCXML 5.10.1).
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

  /// A field's value; a blank one where there is no such field, and a fault where there can be no fields.
  func field(_ name: String) throws(EvaluationFault) -> ConformanceValue {
    guard case .object(let fields) = self else { throw EvaluationFault("the value has no fields") }
    return fields[name] ?? .undefined
  }

  /// The value with another one in the place that a path of fields names.
  func setting(_ path: ArraySlice<String>, to value: ConformanceValue) throws(EvaluationFault) -> ConformanceValue {
    guard let name = path.first else { return value }
    guard case .object(var fields) = self else { throw EvaluationFault("the location has no fields") }
    fields[name] = try (fields[name] ?? .undefined).setting(path.dropFirst(), to: value)
    return .object(fields)
  }
}
