import Casework
import Foundation
import Statechart
import TestTools
import Testing

@Suite("Charts that are shipped")
struct ShippedChartTests {
  @Test("the list has every chart in the repository, and each file is named after its instrument")
  func list() throws {
    let root = Checkout.root.appending(path: "Workflows")
    var found: [String] = []
    for pack in try FileManager.default.contentsOfDirectory(atPath: root.path) {
      for file in try FileManager.default.contentsOfDirectory(atPath: root.appending(path: pack).path)
      where file.hasSuffix(".scxml") { found.append("\(pack)/\(file.dropLast(6))") }
    }
    #expect(found.sorted() == ShippedCharts.names)
    for name in ShippedCharts.names {
      let workflow = try ShippedCharts.workflow(name)
      #expect(name.hasSuffix("/\(workflow.instrument.rawValue)") && workflow.chart.name == workflow.instrument.rawValue)
      #expect(try ShippedCharts.text(name).line(of: "initial=\"open\">") == workflow.line)
    }
  }

  @Test("each chart is proved, and its search is small", arguments: ShippedCharts.names)
  func proved(name: String) throws {
    let workflow = try ShippedCharts.workflow(name)
    let start = ContinuousClock.now
    let proof = try workflow.prove()
    print(
      "\(name): \(proof.states) states, \(proof.transitions) transitions, \(proof.nodes) configurations,",
      "\(ContinuousClock.now - start)")
    #expect(proof.states == workflow.chart.states.count && proof.transitions == workflow.chart.transitions.count)
    #expect((100...3_000).contains(proof.nodes))
  }

  private static func descriptors() throws -> Set<String> {
    try ShippedCharts.names.reduce(into: []) { $0.formUnion(try ShippedCharts.workflow($1).chart.eventDescriptors) }
  }

  @Test("every case event matches a descriptor of at least one chart", arguments: CaseEvent.allNames)
  func noEventIsForgotten(name: String) throws {
    #expect(try Self.descriptors().contains { Chart.descriptor($0, matches: name) })
  }

  @Test("every descriptor matches a case event or the end of a state of its chart")
  func noForeignEvents() throws {
    for name in ShippedCharts.names {
      let chart = try ShippedCharts.workflow(name).chart
      for descriptor in chart.eventDescriptors {
        let isEvent = CaseEvent.allNames.contains { Chart.descriptor(descriptor, matches: $0) }
        let isEnd = descriptor.hasPrefix("done.state.") && chart.state(named: String(descriptor.dropFirst(11))) != nil
        #expect(isEvent || isEnd, "\(name): \(descriptor)")
      }
    }
  }

  @Test("event names are unique, with one for each kind and for each rule and outcome")
  func names() {
    #expect(Set(CaseEvent.allNames).count == CaseEvent.allNames.count)
    #expect(CaseEvent.allNames.count == 26 + Rule.allCases.count * Outcome.allCases.count)
  }

  @Test("every assurance is claimed in a chart, and each chart claims what its instrument requires")
  func assurances() throws {
    var earned: AssuranceSet = []
    for name in ShippedCharts.names {
      let workflow = try ShippedCharts.workflow(name)
      let words = workflow.chart.states.flatMap {
        ($0.attributes["assures"] ?? "").split(separator: " ").map(String.init)
      }
      let here = AssuranceSet(words.compactMap(Assurance.init))
      let instrument = workflow.instrument
      #expect(instrument.required(for: instrument.purpose)?.isSubset(of: here) == true, "\(name)")
      #expect(instrument.requiredAtEnd.isSubset(of: here), "\(name)")
      earned.formUnion(here)
    }
    #expect(earned == .all)
  }

  /// The deadlines of the law for each chart. `P5D` is the authority's time to answer.
  static let deadlines: [String: [String: String]] = [
    "european-union/emergency-production": [
      "clarification": "P5D", "preparation": "PT8H", "unvalidated": "PT48H", "window": "PT96H",
    ],
    "european-union/preservation": [
      "clarification": "P5D", "ready.unvalidated": "PT48H", "held.unvalidated": "PT48H", "held.first": "P60D",
      "held.extended": "P30D",
    ],
    "european-union/production": ["clarification": "P5D", "examination": "P10D", "notification.window": "P10D"],
    "iran/court-order": [:],
    "iran/preservation": ["ready.urgent": "PT24H", "held.urgent": "PT24H", "held.first": "P3M"],
  ]

  @Test("the deadlines are as the law sets them", arguments: ShippedCharts.names)
  func deadlines(name: String) throws {
    let found = try ShippedCharts.workflow(name).chart.states.filter { $0.attributes["deadline"] != nil }
    let pairs = found.map { ($0.name ?? "", $0.attributes["deadline"] ?? "") }
    #expect(Dictionary(uniqueKeysWithValues: pairs) == Self.deadlines[name])
  }

  /// Counsel checks a chart by the sources in its comment.
  @Test("the comment of every new chart explains it, cites its sources and lists questions for counsel")
  func comments() throws {
    for name in ShippedCharts.names where name != "iran/court-order" {
      let head = try #require(try ShippedCharts.text(name).components(separatedBy: "-->").first)
      for part in ["How to read it.", "Sources:", "(s)", "(m)", "For counsel:\n  1. "] {
        #expect(head.contains(part), "\(name): \(part)")
      }
    }
  }
}
