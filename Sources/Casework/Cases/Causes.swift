import Statechart

/// Who caused which events of a matter: what keeping people apart is judged from (I4).
public struct Causes: Sendable, Hashable {
  private var names: [OfficerID: Set<String>] = [:]

  /// Makes the causes of a matter in which nothing has happened.
  public init() {}

  /// Everyone who caused something.
  public var officers: some Collection<OfficerID> { names.keys }

  /// Remembers that an officer caused an event.
  public mutating func add(_ name: String, by officer: OfficerID) { names[officer, default: []].insert(name) }

  /// Tells whether an officer caused an event that one of the descriptors of a chart matches.
  public func has(_ officer: OfficerID, anyOf descriptors: [String]) -> Bool {
    guard !descriptors.isEmpty, let names = names[officer] else { return false }
    return names.contains { name in descriptors.contains { Chart.descriptor($0, matches: name) } }
  }

  /// Tells whether an officer caused an event of one of some duties.
  public func has(_ officer: OfficerID, anyOf duties: Set<Duty>, in vocabulary: EventVocabulary) -> Bool {
    names[officer]?.contains { vocabulary[$0].map { duties.contains($0.duty) } ?? false } ?? false
  }
}
