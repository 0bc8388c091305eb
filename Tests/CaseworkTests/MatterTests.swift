import Casework
import Intake
import Statechart
import Testing

/// Tests a matter that is not about orders and has its own events.
@Suite("Matter")
struct MatterTests {
  /// The events of a person's request for their own data.
  enum AccessEvent: String, CaseIterable {
    case identityShown = "identity.shown"
    case answerGiven = "answer.given"
    case requestRefused = "request.refused"

    var meaning: EventMeaning {
      switch self {
      case .identityShown: EventMeaning(rawValue, duty: .reviewing, earns: AssuranceSet([.authenticity]))
      case .answerGiven: EventMeaning(rawValue, duty: .releasing, spends: .disclosure)
      case .requestRefused: EventMeaning(rawValue, duty: .closing)
      }
    }
  }

  static let access = Instrument(
    "access", purpose: .disclosure, required: [.disclosure: AssuranceSet([.authenticity])], rules: [], commands: [])
  static let matter = Matter(
    events: EventVocabulary(AccessEvent.allCases.map(\.meaning)), instruments: [access])

  private static func workflow(_ body: String, of matter: Matter = matter) throws -> Workflow {
    let text = """
      <scxml xmlns="http://www.w3.org/2005/07/scxml" xmlns:case="urn:amanat:casework:1" version="1.0" datamodel="null"
             name="access" case:instrument="access" initial="open">\(body)</scxml>
      """
    return try Workflow(
      chart: Chart(ChartReader.definition(Array(text.utf8))), digest: EventSamples.digest(1), line: 1, of: matter)
  }

  private static let ends = """
    <final id="answered" case:permits="disclosure"/><final id="refused"/>
    """

  private static let sound = """
    <state id="open">
      <transition event="identity.shown" target="known" case:role="legal-officer"/>
      <transition event="request.refused" target="refused" case:role="legal-officer manager"/>
    </state>
    <state id="known" case:assures="authenticity">
      <transition event="answer.given" target="answered" case:role="manager"/>
      <transition event="request" target="refused" case:role="manager"/>
    </state>
    """ + ends

  @Test("a chart of another matter is read, proved and explored like a chart for orders")
  func proved() throws {
    let workflow = try Self.workflow(Self.sound)
    #expect(workflow.instrument == Self.access && workflow.matter.events.names == AccessEvent.allCases.map(\.rawValue))
    let proof = try workflow.prove()
    #expect(proof.configurations == 4)
    let start = try workflow.chart.start().configuration
    let outlook = try workflow.outlook(at: start, Causes())
    #expect(outlook.prospects.map(\.event) == ["identity.shown", "request.refused"])
    #expect(outlook.prospects[0].roles == [.legalOfficer] && outlook.prospects[0].change == .onward)
    #expect(outlook.toPurpose?.compactMap(\.event) == ["identity.shown", "answer.given"])
  }

  @Test("the prover finds a path without a required assurance")
  func refused() throws {
    let shortcut = Self.sound.replacing(
      #"<transition event="identity.shown" target="known" case:role="legal-officer"/>"#,
      with: """
        <transition event="identity.shown" target="known" case:role="legal-officer"/>
        <transition event="answer.given" target="answered" case:role="manager"/>
        """)
    let workflow = try Self.workflow(shortcut)
    let flaw = #expect(throws: WorkflowFlaw.self) { try workflow.prove() }
    guard case .permitsWithout(.disclosure, let absent, let trace)? = flaw else {
      Issue.record("another flaw: \(String(describing: flaw))")
      return
    }
    #expect(absent == [.authenticity] && trace.last?.event == "answer.given")
  }

  @Test("a chart of one matter cannot use an event or an instrument of another matter")
  func apart() throws {
    let foreign = Self.sound.replacing("identity.shown", with: "order.received")
    let event = #expect(throws: Workflow.Fault.self) { _ = try Self.workflow(foreign) }
    #expect(event?.reason.contains("order.received") == true, "\(String(describing: event))")
    let instrument = #expect(throws: Workflow.Fault.self) { _ = try Self.workflow(Self.sound, of: .orders) }
    #expect(instrument?.reason.contains("instrument") == true, "\(String(describing: instrument))")
    #expect(Matter.orders.instrument(named: "access") == nil && Self.matter.instrument(named: "court-order") == nil)
  }
}
