import Casework
import Intake
import Statechart
import TestTools
import Testing

/// Charts made from the shipped one by a plausible mistake, which the prover must find.
@Suite("Charts that are refused")
struct RefusedChartTests {
  let text: String

  init() throws { text = try Checkout.text("Workflows/iran/court-order.scxml") }

  private func flaw(_ text: String, bound: Int = Workflow.defaultBound) throws -> WorkflowFlaw? {
    let workflow = try ChartReader.workflow(Array(text.utf8), digest: digest())
    do throws(WorkflowFlaw) {
      _ = try workflow.prove(bound: bound)
      return nil
    } catch { return error }
  }

  /// Returns the assurances that are missing when a chart discloses, and the length of the trace.
  private func absent(_ text: String) throws -> (assurances: [Assurance], steps: Int) {
    let flaw = try flaw(text)
    guard case .permitsWithout(.disclosure, let absent, let trace) = flaw else {
      Issue.record("\(String(describing: flaw))")
      return ([], 0)
    }
    return (absent, trace.count)
  }

  static let spending = "<transition event=\"permit.redeemed\" target=\"releasing\" case:role=\"manager\"/>"
  static let approval = """
    <transition event="approval.given" target="cleared" case:role="manager"
                        case:apart-from="order clarification finding scope data"/>
    """

  @Test("a shortcut to releasing is refused, with the shortest trace")
  func shortcuts() throws {
    let fromArrival = try absent(
      try text.changing("<state id=\"arriving\">", to: "<state id=\"arriving\">\(Self.spending)"))
    #expect(Set(fromArrival.assurances) == Set(Assurance.allCases.prefix(11)) && fromArrival.steps == 2)
    let unapproved = "<state id=\"approval\" case:assures=\"collection\" case:voids=\"approval\">"
    #expect(try absent(try text.changing(unapproved, to: unapproved + Self.spending)).assurances == [.approval])
  }

  @Test("an approval by another role than manager is refused on its line")
  func approvalRole() throws {
    for role in ["legal-officer", "legal-officer manager", "manager custodian"] {
      let changed = try text.changing(
        "target=\"cleared\" case:role=\"manager\"", to: "target=\"cleared\" case:role=\"\(role)\"")
      #expect(
        try flaw(changed)?.bare == .approvalNotApart(line: try changed.line(of: "case:apart-from="), trace: []),
        "\(role)")
    }
  }

  @Test("a preparing event that only a region cut off by slicing answers counts as prepared")
  func preparedInAnotherSlice() throws {
    let asking = "<transition event=\"clarification.requested\" target=\"clarification\" case:role=\"legal-officer\"/>"
    let letters = """
      <state id="letters">
        <state id="quiet">
          <transition event="clarification.requested" target="asked" case:role="legal-officer"/>
        </state>
        <state id="asked"/>
      </state></parallel>
      """
    let end = """
              <transition event="data.collected" target="approval" case:role="legal-officer"/>
            </state>
          </state>
      """
    let parallel = try text.changing(asking, to: "")
      .changing(
        "<state id=\"handling\" initial=\"collection\">",
        to: "<parallel id=\"dealing\"><state id=\"handling\" initial=\"collection\">"
      )
      .changing(end, to: end + letters)
    let changed = try parallel.changing("apart-from=\"order clarification finding", to: "apart-from=\"order finding")
    let line = try changed.line(of: "case:apart-from=")
    let found = try flaw(changed)
    #expect(found?.bare == .approvalNotApart(line: line, trace: []), "\(String(describing: found))")
    guard case .deadState? = try flaw(parallel) else {
      Issue.record("the chart that excludes whoever asked has another flaw: \(String(describing: try flaw(parallel)))")
      return
    }
  }

  @Test("a role that causes an event without the event's duty is refused on the transition's line")
  func roleWithoutDuty() throws {
    let part = "<transition event=\"order.received\" target=\"review\" case:role=\"legal-officer\"/>"
    let changed = try text.changing(part, to: part.replacing("legal-officer", with: "legal-officer auditor"))
    #expect(
      try flaw(changed) == .roleWithoutDuty(.auditor, event: "order.received", line: try changed.line(of: "auditor")))
  }

  @Test("an approval that need not be apart from all who prepared the case is refused on its line")
  func approvalApartness() throws {
    let all = "\n                    case:apart-from=\"order clarification finding scope data\""
    let line = try text.line(of: "event=\"approval.given\"")
    #expect(try flaw(text.changing(all, to: ""))?.bare == .approvalNotApart(line: line, trace: []))
    for words in ["order clarification finding scope", "order.received clarification finding scope data", "data"] {
      let changed = try text.changing(all, to: " case:apart-from=\"\(words)\"")
      #expect(try flaw(changed)?.bare == .approvalNotApart(line: line, trace: []), "\(words)")
    }
    let narrow = try text.changing(all, to: " case:apart-from=\"order clarification finding.pass scope data\"")
    #expect(try flaw(narrow)?.bare == .approvalNotApart(line: line, trace: []))
  }

  @Test("an approved state that is entered through a wrapping state is still checked as an approval")
  func wrappedApproval() throws {
    let changed = try text.changing(
      Self.approval, to: "<transition event=\"approval.given\" target=\"wrap\" case:role=\"legal-officer\"/>"
    )
    .changing("<state id=\"cleared\"", to: "<state id=\"wrap\" initial=\"cleared\"><state id=\"cleared\"")
    .changing("      </state>\n    </state>\n  </state>", to: "      </state></state>\n    </state>\n  </state>")
    #expect(
      try flaw(changed)?.bare == .approvalNotApart(line: try text.line(of: "event=\"approval.given\""), trace: []))
  }

  @Test("an assurance that is claimed in the state before its event is not valid")
  func movedAssurance() throws {
    let changed = try text.changing(
      "<final id=\"authenticity.passed\" case:assures=\"authenticity\"/>", to: "<final id=\"authenticity.passed\"/>"
    )
    .changing(
      "<state id=\"authenticity.open\"/>", to: "<state id=\"authenticity.open\" case:assures=\"authenticity\"/>")
    #expect(try absent(changed).assurances == [.authenticity])
  }

  @Test("an assurance is earned only by its own event, whatever the chart claims")
  func foreignProof() throws {
    let changed = try text.changing("event=\"finding.pass.authenticity\"", to: "event=\"finding.pass.force\"")
    #expect(try absent(changed).assurances == [.authenticity])
  }

  @Test("collecting again without a new approval is refused, with and without a `voids` in the chart")
  func collectedAfterApproval() throws {
    let cleared = "<transition event=\"permit.redeemed\" target=\"releasing\" case:role=\"legal-officer manager\"/>\n"
    let again = "        <transition event=\"data.collected\" target=\"approval\" case:role=\"legal-officer\"/>"
    for voids in [" case:voids=\"approval\"", ""] {
      let other = "        <transition event=\"data.collected\" case:role=\"legal-officer\"\(voids)/>"
      #expect(try absent(text.changing(cleared + again, to: cleared + other)).assurances == [.approval], "\(voids)")
    }
  }

  @Test("a chart that ignores a failed finding after the review is refused")
  func failedAfterReview() throws {
    let doubt = "<transition event=\"finding.fail finding.unchecked\" target=\"review\" case:role=\"legal-officer\"/>"
    let deaf = "<transition event=\"finding.fail finding.unchecked\" case:role=\"legal-officer\"/>"
    #expect(try absent(text.changing(doubt, to: deaf)).assurances == [.authority])
  }

  @Test("a region that an external transition leaves and enters again proves nothing")
  func externalRegion() throws {
    let pass = "event=\"finding.pass.authority\""
    let external = try text.changing("type=\"internal\" \(pass)", to: pass)
    #expect(try absent(external).assurances == [.authority])
  }

  @Test("disclosing on another event than permit.redeemed is refused")
  func otherEvent() throws {
    let cleared = "<state id=\"cleared\" case:assures=\"approval\">"
    let way = "<transition event=\"case.refused\" target=\"releasing\" case:role=\"manager\"/>"
    let changed = try text.changing(cleared, to: cleared + way)
    guard case .permitsOn(.disclosure, event: "case.refused", trace: _) = try flaw(changed) else {
      Issue.record("\(String(describing: try flaw(changed)))")
      return
    }
  }

  @Test("a state without an exit is refused, with the trace to it")
  func noWayOut() throws {
    let parts = text.components(separatedBy: "<state id=\"releasing\" case:permits=\"disclosure\">")
    let end = try #require(parts[1].range(of: "</state>"))
    let changed = parts[0] + "<state id=\"releasing\" case:permits=\"disclosure\">" + parts[1][end.lowerBound...]
    guard case .cannotClose(let trace) = try flaw(changed) else {
      Issue.record("\(String(describing: try flaw(changed)))")
      return
    }
    #expect(trace.last?.event == "permit.redeemed" && trace.last?.roles == [.legalOfficer, .manager])
    #expect(trace.last?.entered == ["releasing"])
  }

  @Test("an unreachable state is refused with name and line, and so is a transition that is never taken")
  func dead() throws {
    let exit = "<transition event=\"case.refused\" target=\"refused\" case:role=\"manager\"/>"
    let withdrawn = "  <final id=\"withdrawn\"/>"
    let island = try text.changing(withdrawn, to: "  <state id=\"island\">\(exit)</state>\n\(withdrawn)")
    #expect(try flaw(island) == .deadState(name: "island", line: try island.line(of: "island")))
    let never = "<transition event=\"order.received\" cond=\"In('cleared')\" case:role=\"manager\"/>"
    let dead = try text.changing("<state id=\"arriving\">", to: "<state id=\"arriving\">\n\(never)")
    #expect(try flaw(dead) == .deadTransition(line: try dead.line(of: "In('cleared')")))
  }

  @Test("a chart that never discloses, never settles or is too large to search is refused")
  func others() throws {
    let hidden = text.replacingOccurrences(of: " case:permits=\"disclosure\"", with: "")
    guard case .spendsUnseen(let trace) = try flaw(hidden) else {
      Issue.record("\(String(describing: try flaw(hidden)))")
      return
    }
    #expect(trace.last?.event == "permit.redeemed")
    let spending = "<transition event=\"permit.redeemed\" target=\"releasing\" case:role=\"legal-officer manager\"/>"
    #expect(try flaw(text.changing(spending, to: "")) == .never(.disclosure))
    let loop = try text.changing(
      "<state id=\"incomplete\">", to: "<state id=\"incomplete\"><transition target=\"clarification\"/>"
    )
    .changing("<state id=\"clarification\">", to: "<state id=\"clarification\"><transition target=\"incomplete\"/>")
    #expect(try flaw(loop)?.bare == .runaway(states: ["incomplete", "clarification"], trace: []))
    #expect(try flaw(text, bound: 100) == .overBound(100))
  }
}
