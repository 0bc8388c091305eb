import Statechart

/// The events that can happen in one kind of matter: the words that its charts may use.
///
/// A `Workflow` is read against a vocabulary, and its prover asks the vocabulary what each event is evidence for. Nothing
/// in charts or prover knows the events of cases by name.
public struct EventVocabulary: Sendable {
  /// The events in the order in which they are tried and listed.
  public let events: [EventMeaning]
  /// The names, in the same order.
  public let names: [String]
  private let places: [String: Int]
  /// The first tokens of the names: `finding`, `finding.pass`, `finding.pass.authority`, … Most descriptors of charts
  /// are one of these, and each of these matches a name.
  private let prefixes: Set<String>

  /// Makes a vocabulary. Two events with one name are a mistake in the program.
  public init(_ events: [EventMeaning]) {
    self.events = events
    names = events.map(\.name)
    places = Dictionary(uniqueKeysWithValues: names.enumerated().map { ($1, $0) })
    prefixes = names.reduce(into: []) { prefixes, name in
      let tokens = name.split(separator: ".")
      for count in 1...tokens.count { prefixes.insert(tokens.prefix(count).joined(separator: ".")) }
    }
  }

  /// Returns what an event means; `nil` for a name that is no event of this matter.
  public subscript(name: String) -> EventMeaning? { places[name].map { events[$0] } }

  /// Returns the event that spends a permission; `nil` where none does.
  public func spending(_ permission: Permission) -> EventMeaning? { events.first { $0.spends == permission } }

  /// Tells whether a descriptor of a chart matches any event.
  public func knows(_ descriptor: String) -> Bool {
    prefixes.contains(descriptor) || names.contains { Chart.descriptor(descriptor, matches: $0) }
  }
}
