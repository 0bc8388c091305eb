import Statechart

/// Which officers caused which events of a matter. The rule of four eyes is checked from this record (I4).
public struct Causes: Sendable, Hashable {
  private var names: [OfficerID: Set<String>] = [:]

  /// Makes the causes of a matter in which nothing has happened.
  public init() {}

  /// The officers who caused at least one event.
  public var officers: some Collection<OfficerID> { names.keys }

  /// Records that an officer caused an event.
  public mutating func add(_ name: String, by officer: OfficerID) { names[officer, default: []].insert(name) }

  /// Says whether an officer caused an event that matches one of these descriptors of a chart.
  public func has(_ officer: OfficerID, anyOf descriptors: [String]) -> Bool {
    guard !descriptors.isEmpty, let names = names[officer] else { return false }
    return names.contains { name in descriptors.contains { Chart.descriptor($0, matches: name) } }
  }

  /// Says whether an officer caused an event of one of these duties.
  public func has(_ officer: OfficerID, anyOf duties: Set<Duty>, in vocabulary: EventVocabulary) -> Bool {
    names[officer]?.contains { vocabulary[$0].map { duties.contains($0.duty) } ?? false } ?? false
  }
}
