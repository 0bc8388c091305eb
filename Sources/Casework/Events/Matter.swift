/// A kind of matter that an office deals with: its events, and the instruments of its charts.
///
/// Orders to disclose or preserve data are one kind of matter. Another kind needs an event enumeration of its own and a
/// value of this type. Its charts are then read and proved in the same way:
///
/// ```swift
/// let requests = Matter(events: EventVocabulary([…]), instruments: [access, erasure])
/// let workflow = try Workflow(chart: chart, digest: digest, line: 1, of: requests)
/// let proof = try workflow.prove()
/// ```
public struct Matter: Sendable {
  /// The events of such a matter.
  public let events: EventVocabulary
  /// The instruments that its charts may name.
  public let instruments: [Instrument]

  /// Makes a kind of matter.
  public init(events: EventVocabulary, instruments: [Instrument]) {
    self.events = events
    self.instruments = instruments
  }

  /// The matter of orders to disclose or to preserve data.
  public static let orders = Matter(events: CaseEvent.vocabulary, instruments: Instrument.allCases)

  /// Returns the instrument of that name; `nil` where this matter has none.
  public func instrument(named word: String) -> Instrument? { instruments.first { $0.rawValue == word } }
}
