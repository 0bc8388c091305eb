import Foundation
import Testing

@testable import Casework

@Suite("Events")
struct EventTests {
  private static func text(_ value: some Encodable) throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    let text = String(decoding: try encoder.encode(value), as: UTF8.self)
    return text.replacing(/"([0-9a-f]{64})"/) { "\"#\($0.output.1.drop { $0 == "0" })\"" }
  }

  @Test("every case event has the text of format 1, and decodes to the same event")
  func texts() throws {
    let texts = EventTexts.events.split(separator: "\n").map(String.init)
    #expect(try EventSamples.all.map(Self.text) == texts)
    for event in EventSamples.all {
      #expect(try JSONDecoder().decode(CaseEvent.self, from: JSONEncoder().encode(event)) == event)
    }
  }

  @Test("every register event has one text, and decodes to the same event")
  func registerTexts() throws {
    let texts = EventTexts.registers.split(separator: "\n").map(String.init)
    #expect(try EventSamples.registers.map(Self.text) == texts)
    for event in EventSamples.registers {
      #expect(try JSONDecoder().decode(RegisterEvent.self, from: JSONEncoder().encode(event)) == event)
    }
  }

  @Test("the event table lists every kind of event, in order")
  func table() {
    #expect(CaseEvent.allNames == EventTexts.names.split(separator: "\n").map(String.init))
    #expect(CaseEvent.kinds.count == EventSamples.all.count)
    for event in EventSamples.all { #expect(CaseEvent.vocabulary[event.name] != nil, "\(event.name)") }
    for (kind, event) in zip(CaseEvent.kinds, EventSamples.all) {
      #expect(kind.meanings.contains { $0.name == event.name }, "\(event.name)")
    }
    #expect(RegisterEvent.kinds.map { $0.name } == EventSamples.registers.map(\.name))
  }

  @Test("an unknown event name is refused, and so is a name that does not fit its detail")
  func foreignNames() throws {
    for text in [
      #"{"detail":{},"event":"finding"}"#, #"{"detail":{},"event":"finding.pass"}"#,
      #"{"detail":[],"event":"clarification"}"#,
      #"{"detail":{"evidence":[],"outcome":"pass","rule":"force","shortcomings":[]},"event":"finding.pass.authority"}"#,
    ] {
      #expect(throws: DecodingError.self) { try JSONDecoder().decode(CaseEvent.self, from: Data(text.utf8)) }
    }
  }

  /// Returns every commitment inside a value, at any depth.
  private static func commitments(in value: Any) -> [Commitment] {
    if let commitment = value as? Commitment { return [commitment] }
    return Mirror(reflecting: value).children.flatMap { commitments(in: $0.value) }
  }

  @Test("an event lists every commitment in it: those that it seals and those that it cites")
  func commitments() {
    let details = EventSamples.all.map { ($0.name, $0.detail) } + EventSamples.registers.map { ($0.name, $0.detail) }
    for (name, detail) in details {
      let listed = detail.commitments + detail.cited
      #expect(listed.map(\.description).sorted() == Self.commitments(in: detail).map(\.description).sorted(), "\(name)")
    }
    let sealed = details.filter { !$0.1.commitments.isEmpty }.map(\.0)
    #expect(
      Set(sealed) == [
        "order.received", "order.incomplete", "order.unreadable", "order.supplemented",
        "finding.unchecked.authenticity", "data.collected", "approval.given", "order.withdrawn", "order.quashed",
        "order.lapsed", "case.refused", "order.validated", "notification.sent", "notification.cleared",
        "ground.raised", "data.preserved", "preservation.extended", "preservation.announced", "preservation.ended",
        "officer.enrolled", "authority.registered",
      ])
  }

  @Test("each event earns and voids exactly the expected assurances")
  func evidence() throws {
    for event in CaseEvent.vocabulary.events {
      let (earns, voids) = Self.evidence(event.name)
      #expect(event.earns.assurances == earns && event.voids.assurances == voids, "\(event.name)")
    }
    let spending = CaseEvent.vocabulary.events.filter { $0.spends != nil }.map(\.name)
    #expect(spending == ["permit.redeemed", "data.preserved"])
    let closing = CaseEvent.vocabulary.events.filter(\.callsOff).map(\.name)
    #expect(closing == ["order.withdrawn", "order.quashed", "order.lapsed", "case.refused"])
  }

  /// Returns the assurances which an event earns and voids, written independently of the code.
  private static func evidence(_ name: String) -> ([Assurance], [Assurance]) {
    let words = name.split(separator: ".").map(String.init)
    let rule = words.count == 3 ? words[2] : ""
    switch (words[0], words[1]) {
    case ("finding", "pass"): return ([Assurance(rawValue: rule)!], [.secondReview])
    case ("finding", _): return ([], [Assurance(rawValue: rule)!, .secondReview])
    case ("order", "validated"): return ([.validation], [])
    case ("order", _): return ([], Assurance.allCases)
    case ("scope", _): return ([.scope], [.collection, .approval, .secondReview])
    case ("review", _): return ([.secondReview], [.approval])
    case ("data", "collected"): return ([.collection], [.approval])
    case ("approval", _): return ([.approval], [])
    case ("validation", _): return ([], [.validation])
    case ("notification", "sent"): return ([], [.clearance])
    case ("notification", _): return ([.clearance], [])
    case ("ground", _): return ([], [.approval, .clearance])
    default: return ([], [])
    }
  }
}
