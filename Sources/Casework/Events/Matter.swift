/// A kind of matter that an office deals with: the events that can happen in it and the instruments that its charts are
/// for.
///
/// Orders to disclose or preserve data are one kind. Another kind brings an event enumeration of its own, and a value of
/// this type; charts are then read and proved against it in the same way:
///
/// ```swift
/// let requests = Matter(events: EventVocabulary([…]), instruments: [access, erasure])
/// let workflow = try Workflow(chart: chart, digest: digest, line: 1, of: requests)
/// let proof = try workflow.prove()
/// ```
public struct Matter: Sendable {
  /// What may happen in such a matter.
  public let events: EventVocabulary
  /// The instruments that its charts may name.
  public let instruments: [Instrument]

  /// Makes a kind of matter.
  public init(events: EventVocabulary, instruments: [Instrument]) {
    self.events = events
    self.instruments = instruments
  }

  /// Orders to disclose or to preserve data.
  public static let orders = Matter(events: CaseEvent.vocabulary, instruments: Instrument.allCases)

  /// Returns the instrument of that name; `nil` where this matter has none.
  public func instrument(named word: String) -> Instrument? { instruments.first { $0.rawValue == word } }
}
