import Statechart

/// Reads the domain's attributes of states and transitions, and refuses unknown words.
struct WorkflowAttributes {
  typealias Fault = Workflow.Fault

  /// The events that the attributes may name.
  let events: EventVocabulary
  /// The event descriptors that are known to match an event. They are kept because charts repeat descriptors.
  private var knownDescriptors: Set<String> = []

  init(_ events: EventVocabulary) { self.events = events }

  /// Reads the attributes of a transition.
  mutating func rules(of transition: Chart.Transition) throws(Fault) -> Workflow.TransitionRules {
    var rules = Workflow.TransitionRules()
    let (attributes, line) = (transition.attributes, transition.line)
    rules.roles = try words("role", attributes, line) { Role(rawValue: $0) }
    if rules.roles.isEmpty, !transition.descriptors.allSatisfy(Self.isEndOfState) {
      throw Fault(line: line, reason: "a transition on an event of a case needs the attribute 'role'")
    }
    if !attributes.isEmpty {
      for descriptor in try words("apart-from", attributes, line, { $0 }) {
        guard isKnown(descriptor) else { throw unknown(descriptor, in: "apart-from", line) }
        rules.apartFrom.append(descriptor)
      }
      rules.voids = AssuranceSet(try words("voids", attributes, line) { Assurance(rawValue: $0) })
    }
    for descriptor in transition.descriptors where !isKnown(descriptor) {
      throw Fault(
        line: line, reason: "the attribute 'event' has '\(descriptor)', which matches no event of a case")
    }
    return rules
  }

  /// Reads the attributes of a state.
  func rules(of state: Chart.State, under instrument: Instrument) throws(Fault) -> Workflow.StateRules {
    var rules = Workflow.StateRules()
    if state.attributes.isEmpty { return rules }
    let (attributes, line) = (state.attributes, state.line)
    rules.voids = AssuranceSet(try words("voids", attributes, line) { Assurance(rawValue: $0) })
    rules.assures = AssuranceSet(try words("assures", attributes, line) { Assurance(rawValue: $0) })
    for permission in try words("permits", attributes, line, { Permission(rawValue: $0) }) {
      guard instrument.required(for: permission) != nil else {
        throw Fault(
          line: line,
          reason: "the attribute 'permits' has '\(permission.rawValue)', which no state permits under "
            + "the instrument '\(instrument.rawValue)'")
      }
      rules.permits.insert(permission)
    }
    if let text = attributes["deadline"] {
      guard let deadline = Deadline(text) else {
        throw Fault(
          line: line, reason: "the attribute 'deadline' has the unknown value '\(text)': write PT8H, P10D or P3M")
      }
      rules.deadline = deadline
    }
    return rules
  }

  private func words<Word>(
    _ name: String, _ attributes: [String: String], _ line: Int, _ read: (String) -> Word?
  ) throws(Fault) -> [Word] {
    guard let text = attributes[name] else { return [] }
    var result: [Word] = []
    for word in text.utf8.split(whereSeparator: Self.isSpace) {
      let word = String(Substring(word))
      guard let known = read(word) else { throw unknown(word, in: name, line) }
      result.append(known)
    }
    return result
  }

  private func unknown(_ word: String, in attribute: String, _ line: Int) -> Fault {
    Fault(line: line, reason: "the attribute '\(attribute)' has the unknown word '\(word)'")
  }

  // XML defines these four characters as white space (XML 1.0, 2.3).
  private static func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || (0x09...0x0A).contains(byte) || byte == 0x0D }

  private static func isEndOfState(_ descriptor: String) -> Bool { descriptor.hasPrefix("done.state.") }

  private mutating func isKnown(_ descriptor: String) -> Bool {
    if knownDescriptors.contains(descriptor) { return true }
    let isKnown = events.knows(descriptor) || Self.isEndOfState(descriptor)
    if isKnown { knownDescriptors.insert(descriptor) }
    return isKnown
  }
}
