import Statechart

/// The events of one kind of matter. They are the words that its charts may use.
///
/// A `Workflow` is read with a vocabulary, and the prover looks up there what each event is evidence for. Charts and
/// prover contain no event name of cases.
public struct EventVocabulary: Sendable {
  /// The events in the order in which they are tried and listed.
  public let events: [EventMeaning]
  /// The names, in the same order.
  public let names: [String]
  private let places: [String: Int]
  /// Every beginning of a name, token by token: `finding`, `finding.pass`, `finding.pass.authority`, … A descriptor
  /// that is one of these matches a name. Most descriptors are, and are found here faster than by matching every name.
  private let prefixes: Set<String>

  /// Makes a vocabulary. It is a programming error if two events have one name, and the program then stops.
  public init(_ events: [EventMeaning]) {
    self.events = events
    names = events.map(\.name)
    places = Dictionary(uniqueKeysWithValues: names.enumerated().map { ($1, $0) })
    prefixes = names.reduce(into: []) { prefixes, name in
      let tokens = name.split(separator: ".")
      for count in 1...tokens.count { prefixes.insert(tokens.prefix(count).joined(separator: ".")) }
    }
  }

  /// Returns the meaning of an event; `nil` for a name that is no event of this matter.
  public subscript(name: String) -> EventMeaning? { places[name].map { events[$0] } }

  /// Returns the event that spends a permission; `nil` where no event spends it.
  public func spending(_ permission: Permission) -> EventMeaning? { events.first { $0.spends == permission } }

  /// Says whether a descriptor of a chart matches any event.
  public func knows(_ descriptor: String) -> Bool {
    prefixes.contains(descriptor) || names.contains { Chart.descriptor(descriptor, matches: $0) }
  }
}
