import Casework
import Foundation
import Testing

@Suite("Instruments")
struct InstrumentTests {
  @Test("each instrument requires the expected assurances")
  func required() {
    let order = AssuranceSet(Assurance.allCases.prefix(11))
    #expect(Instrument.courtOrder.required(for: .disclosure) == order)
    #expect(Instrument.production.required(for: .disclosure) == order.union(AssuranceSet([.clearance])))
    #expect(Instrument.emergencyProduction.required(for: .disclosure) == order.union(AssuranceSet([.secondReview])))
    #expect(Instrument.preservation.required(for: .disclosure) == nil)
    #expect(Instrument.courtOrder.required(for: .preservation) == nil)
    let review: [Assurance] = [
      .authority, .competence, .addressee, .force, .particularity, .uniqueness, .authenticity,
    ]
    #expect(Instrument.preservation.required(for: .preservation)?.assurances == review)
    for instrument in Instrument.allCases { #expect(instrument.required(for: instrument.purpose)?.isEmpty == false) }
    #expect(Instrument.emergencyProduction.requiredAtEnd == .all)
  }

  @Test("a set of assurances contains exactly its members")
  func sets() {
    for one in Assurance.allCases {
      let alone = AssuranceSet([one])
      #expect(alone.assurances == [one] && alone.rawValue.nonzeroBitCount == 1)
      for other in Assurance.allCases {
        #expect(alone.contains(other) == (one == other))
        #expect(AssuranceSet([one, other]).assurances.count == (one == other ? 1 : 2))
      }
    }
    #expect(AssuranceSet.all.assurances == Assurance.allCases && AssuranceSet([]).assurances.isEmpty)
  }

  @Test("a deadline has only one form", arguments: ["PT1H", "PT8H", "PT96H", "P10D", "P60D", "P3M", "P999D"])
  func deadlines(text: String) throws {
    let deadline = try #require(Deadline(text))
    #expect(deadline.description == text)
    #expect(try JSONDecoder().decode(Deadline.self, from: JSONEncoder().encode(deadline)) == deadline)
  }

  @Test("a deadline has the count and the unit of its text, and other texts are refused")
  func counts() throws {
    let hours = try #require(Deadline("PT48H"))
    let days = try #require(Deadline("P60D"))
    let months = try #require(Deadline("P3M"))
    #expect(hours.count == 48 && hours.unit == .hours)
    #expect(days.count == 60 && days.unit == .days)
    #expect(months.count == 3 && months.unit == .months)
    for text in ["P48H", "PT60D", "PT3M", "P0D", "P010D", "P1Y", "P1DT1H", "P1000D"] { #expect(Deadline(text) == nil) }
  }

  @Test("instruments and their events are decoded as they were encoded")
  func entries() throws {
    let events = try InstrumentCase.everyEvent()
    #expect(Set(events.map(\.name)).count == events.count)
    #expect(Set(Instrument.allCases.map(\.rawValue)).count == Instrument.allCases.count)
    for instrument in Instrument.allCases {
      #expect(Instrument(rawValue: instrument.rawValue) == instrument && Matter.orders.instruments.contains(instrument))
      #expect(try JSONDecoder().decode(Instrument.self, from: JSONEncoder().encode(instrument)) == instrument)
    }
    #expect(Instrument.allCases.filter(\.isJudged) == [.courtOrder])
    for event in events {
      let bytes = try JSONEncoder().encode(event)
      #expect(try JSONDecoder().decode(CaseEvent.self, from: bytes) == event, "\(event.name)")
      // With another event's name the same detail is refused, or gives another event.
      for other in events where other.name != event.name {
        let text = String(decoding: bytes, as: UTF8.self)
          .replacingOccurrences(of: "\"\(event.name)\"", with: "\"\(other.name)\"")
        #expect((try? JSONDecoder().decode(CaseEvent.self, from: Data(text.utf8))) != event)
      }
    }
  }
}
