import Casework
import Intake
import TestTools
import Testing

/// Charts made from the shipped ones by a change that requires less than the instrument does. The prover must find
/// each.
@Suite("Charts that ask too little")
struct RefusedInstrumentTests {
  let production: String
  let emergency: String
  static let preservations = ["european-union/preservation", "iran/preservation"]
  static let role = "case:role=\"legal-officer\""

  init() throws {
    production = try ShippedCharts.text("european-union/production")
    emergency = try ShippedCharts.text("european-union/emergency-production")
  }

  /// Returns the assurances that are missing when a chart permits something.
  private func absent(_ permission: Permission, _ text: String) throws -> Set<Assurance> {
    let flaw = try ShippedCharts.flaw(text)
    guard case .permitsWithout(permission, let absent, _) = flaw else {
      Issue.record("\(String(describing: flaw))")
      return []
    }
    return Set(absent)
  }

  private func fault(_ text: String) throws -> IntakeFault {
    try #require(throws: IntakeFault.self) { try ChartReader.workflow(Array(text.utf8), digest: digest()) }
  }

  @Test("a release that does not wait for clearance is refused")
  func noClearance() throws {
    let hasty = try production.changing(" cond=\"In('notification.settled')\"", to: "")
    #expect(try absent(.disclosure, hasty) == [.clearance])
    let open = try production.changing("In('notification.settled')", to: "In('notification.window')")
    #expect(try absent(.disclosure, open) == [.clearance])
  }

  @Test("a sent notification does not count as settled, whatever the chart claims")
  func sentIsNotCleared() throws {
    let sent = "event=\"notification.sent\" target=\"notification.window\""
    let changed = try production.changing(sent, to: "event=\"notification.sent\" target=\"notification.settled\"")
    #expect(try absent(.disclosure, changed) == [.clearance])
  }

  @Test("a chart that ignores a ground after approval or after clearance is refused")
  func deafToGrounds() throws {
    let ground = "<transition type=\"internal\" event=\"ground.raised\" target=\"contested\" \(Self.role)/>"
    for text in [production, emergency] {
      let deaf = try text.changing(ground, to: "<transition event=\"ground.raised\" \(Self.role)/>")
      #expect(try absent(.disclosure, deaf).contains(.approval))
    }
    // Leaves the contested state but keeps the earlier clearance. The notification must begin again too.
    let state = "<state id=\"contested\" case:voids="
    let way = "<transition event=\"notification.cleared\" target=\"review\" \(Self.role)/></state>"
    let parts = production.components(separatedBy: state)
    let close = try #require(parts.last?.range(of: "/>"))
    let lenient = parts[0] + state + parts[1].replacingCharacters(in: close, with: ">" + way)
    #expect(try absent(.disclosure, lenient) == [.clearance])
  }

  @Test("an emergency chart whose second reviewer may be the first is refused on its line")
  func sameReviewer() throws {
    let apart = "\n                          case:apart-from=\"order clarification finding scope\""
    let line = try emergency.line(of: "event=\"review.confirmed\"")
    #expect(
      try ShippedCharts.flaw(emergency.changing(apart, to: ""))?.bare == .secondReviewNotApart(line: line, trace: []))
    for words in ["order clarification finding", "order clarification scope finding.pass", "data review"] {
      let changed = try emergency.changing(apart, to: " case:apart-from=\"\(words)\"")
      #expect(try ShippedCharts.flaw(changed)?.bare == .secondReviewNotApart(line: line, trace: []), "\(words)")
    }
    for role in ["custodian", "legal-officer auditor"] {
      let roles = "target=\"collection\" case:role=\"legal-officer manager\"\(apart)"
      let changed = try emergency.changing(roles, to: "target=\"collection\" case:role=\"\(role)\"\(apart)")
      #expect(try ShippedCharts.flaw(changed)?.bare == .secondReviewNotApart(line: line + 1, trace: []), "\(role)")
    }
  }

  @Test("a second review that is entered through a wrapping state is still checked")
  func wrappedReview() throws {
    let changed = try emergency.changing(
      "<transition event=\"review.confirmed\" target=\"collection\"",
      to: "<transition event=\"review.confirmed\" target=\"wrap\""
    )
    .changing("\n                          case:apart-from=\"order clarification finding scope\"", to: "")
    .changing(
      "<state id=\"collection\" case:assures=\"second-review\"",
      to: "<state id=\"wrap\"><state id=\"collection\" case:assures=\"second-review\""
    )
    .changing(
      "            <!-- What was collected waits", to: "            </state><!-- What was collected waits")
    let line = try changed.line(of: "event=\"review.confirmed\"")
    #expect(try ShippedCharts.flaw(changed)?.bare == .secondReviewNotApart(line: line, trace: []))
  }

  @Test("an emergency chart without a second review, or with an outdated one, is refused")
  func noSecondReview() throws {
    let skipped = try emergency.changing(
      "<state id=\"handling\" initial=\"confirmation\">", to: "<state id=\"handling\" initial=\"collection\">")
    #expect(try absent(.disclosure, skipped) == [.secondReview])
    let found = "<transition event=\"finding.pass\" target=\"confirmation\" \(Self.role)/>"
    let anew = try emergency.changing(found, to: "<transition event=\"finding.pass\" \(Self.role)/>")
    #expect(try absent(.disclosure, anew) == [.secondReview])
    let narrowed = "<transition event=\"scope.granted\" target=\"confirmation\""
    let again = try emergency.changing(narrowed, to: "<transition event=\"scope.granted\" target=\"collection\"")
    #expect(try absent(.disclosure, again) == [.secondReview])
    let early = try emergency.changing(
      "<state id=\"confirmation\"", to: "<state id=\"confirmation\" case:assures=\"second-review\"")
    guard case .secondReviewNotApart(let line, trace: _) = try ShippedCharts.flaw(early) else {
      Issue.record("\(String(describing: try ShippedCharts.flaw(early)))")
      return
    }
    #expect(line == (try early.line(of: "<transition event=\"finding.pass\" target=\"confirmation\"")))
  }

  @Test("an emergency approval whose apart-from lacks one event is refused on its line")
  func approvalApartness() throws {
    let words = [
      "order", "clarification", "finding", "scope", "data", "review", "validation", "notification", "ground",
    ]
    let all = "case:apart-from=\"\(words.joined(separator: " "))\""
    let line = try emergency.line(of: all)
    for word in words {
      let changed = try emergency.changing(
        all, to: "case:apart-from=\"\(words.filter { $0 != word }.joined(separator: " "))\"")
      #expect(try ShippedCharts.flaw(changed)?.bare == .approvalNotApart(line: line, trace: []), "\(word)")
    }
  }

  @Test("an emergency chart that ends before validation and notification is refused")
  func endsTooSoon() throws {
    let waiting = "<transition cond=\"In('settled')\" target=\"disclosed\"/>"
    func ends(_ text: String) throws -> [Assurance]? {
      guard case .endsWithout(let absent, let trace) = try ShippedCharts.flaw(text) else { return nil }
      #expect(trace.contains { $0.event == "permit.redeemed" })
      return absent
    }
    #expect(
      try ends(emergency.changing(waiting, to: "<transition target=\"disclosed\"/>")) == [.clearance, .validation])
    let late = try emergency.changing(waiting, to: "<transition cond=\"In('window')\" target=\"disclosed\"/>")
    #expect(try ends(late) == [.clearance])
    // The chart is also refused if it ends in a state that does not record the release.
    let quiet = try emergency.changing("cond=\"In('released')\" target=\"recall\"", to: "target=\"withdrawn\"")
    #expect(try ends(quiet) == [.clearance, .validation])
  }

  @Test("a chart that allows a second permit.redeemed is refused")
  func twice() throws {
    let again = try emergency.changing(
      "<state id=\"releasing\">", to: "<state id=\"releasing\"><transition event=\"permit.redeemed\" \(Self.role)/>")
    guard case .spendsTwice(let trace) = try ShippedCharts.flaw(again) else {
      Issue.record("\(String(describing: try ShippedCharts.flaw(again)))")
      return
    }
    #expect(trace.filter { $0.event == "permit.redeemed" }.count == 2)
  }

  @Test("a preservation with a disclosing state is refused on its line", arguments: preservations)
  func disclosingPreservation(name: String) throws {
    let text = try ShippedCharts.text(name)
    let held = try text.changing("case:permits=\"preservation\"", to: "case:permits=\"preservation disclosure\"")
    #expect(try fault(held).line == (try held.line(of: "case:permits=")))
    let ended = try text.changing("<final id=\"ended\"/>", to: "<final id=\"ended\" case:permits=\"disclosure\"/>")
    #expect(try fault(ended).line == (try ended.line(of: "<final id=\"ended\"")))
    #expect(
      try fault(ended).chartReason
        == "the attribute 'permits' has 'disclosure', which no state permits under the instrument 'preservation'")
  }

  @Test(
    "a chart that preserves data before the review or the authority's confirmation is refused",
    arguments: preservations)
  func preservedTooSoon(name: String) throws {
    let text = try ShippedCharts.text(name)
    let done = "<transition event=\"done.state.review\" target=\"ready\"/>"
    let hasty = "<transition event=\"data.preserved\" target=\"held\" \(Self.role)/>"
    let all = try #require(Instrument.preservation.required(for: .preservation)).assurances
    #expect(try absent(.preservation, text.changing(done, to: done + hasty)) == Set(all))
    let other = try text.changing("event=\"finding.pass.authenticity\"", to: "event=\"finding.pass.force\"")
    #expect(try absent(.preservation, other) == [.authenticity])
    let deaf = "<transition event=\"preservation.ended\" target=\"ended\" \(Self.role)/>"
    let doubt = "<transition event=\"finding.fail.authenticity\" \(Self.role)/>"
    #expect(try absent(.preservation, text.changing(deaf, to: deaf + doubt)) == [.authenticity])
  }

  @Test("a preservation that begins on another event than data.preserved is refused", arguments: preservations)
  func otherBeginning(name: String) throws {
    let text = try ShippedCharts.text(name)
    let elapsed = "<transition event=\"validation.elapsed\" target=\"lapsed\" \(Self.role)/>\n        <transition event"
    let changed = try text.changing(
      elapsed, to: "<transition event=\"validation.elapsed\" target=\"held\" \(Self.role)/>\n        <transition event")
    guard case .permitsOn(.preservation, event: "validation.elapsed", let trace) = try ShippedCharts.flaw(changed)
    else {
      Issue.record("\(String(describing: try ShippedCharts.flaw(changed)))")
      return
    }
    #expect(trace.last?.event == "validation.elapsed" && trace.last?.entered.first == "held")
  }

  @Test("a preservation chart that never preserves, or can never end, is refused", arguments: preservations)
  func useless(name: String) throws {
    let text = try ShippedCharts.text(name)
    #expect(try ShippedCharts.flaw(text.changing(" case:permits=\"preservation\"", to: "")) == .never(.preservation))
    let parts = text.components(separatedBy: "<state id=\"held\" case:permits=\"preservation\">")
    let deadEnd = parts[0] + "<state id=\"held\" case:permits=\"preservation\"/><state id=\"other\">" + parts[1]
    guard
      case .cannotClose(let trace) = try ShippedCharts.flaw(
        deadEnd.replacingOccurrences(of: "target=\"held.urgent\"", with: "target=\"held\"")
          .replacingOccurrences(of: "target=\"held.unvalidated\"", with: "target=\"held\"")
          .replacingOccurrences(
            of: "event=\"data.preserved\" target=\"held.first\"", with: "event=\"data.preserved\" target=\"held\""))
    else {
      Issue.record("not found")
      return
    }
    #expect(trace.last?.event == "data.preserved" && trace.last?.entered.last == "held")
  }

  @Test("no chart of a court order permits preservation")
  func preservingCourtOrder() throws {
    let text = try ShippedCharts.text("iran/court-order")
    let changed = try text.changing("<state id=\"intake\"", to: "<state id=\"intake\" case:permits=\"preservation\"")
    #expect(try fault(changed).line == (try changed.line(of: "<state id=\"intake\"")))
  }

  @Test("a chart without an instrument, or with an unknown one, is refused on its line")
  func instrument() throws {
    let line = try production.line(of: "case:instrument=")
    for other in [
      "", "case:instrument=\"\"", "case:instrument=\"Production\"", "case:instrument=\"production preservation\"",
      "case:instrument=\"warrant\"", "instrument=\"production\"", "case:Instrument=\"production\"",
    ] {
      let changed = try production.changing("case:instrument=\"production\"", to: other)
      #expect(try fault(changed).line == line, "\(other)")
    }
    let misplaced = try production.changing(
      "<state id=\"recall\"", to: "<state id=\"recall\" case:instrument=\"production\"")
    #expect(try fault(misplaced).line == (try misplaced.line(of: "<state id=\"recall\"")))
  }

  static let notDeadlines = [
    "", " ", "P0D", "P00D", "P010D", "P1000D", "P", "PT", "PD", "PTH", "10", "10D", "P10", "P10d", "p10D", "PT8", "P8H",
    "PT8D", "PT8M", "P1W", "P1Y", "P1DT8H", "P-1D", "P+1D", "P1.5D", "PT8H ", " PT8H", "P10D P60D", "P١٠D",
  ]

  @Test("a malformed deadline is refused on its line", arguments: notDeadlines)
  func deadlines(text: String) throws {
    let state = "<state id=\"notification.window\" case:deadline="
    let changed = try production.changing("\(state)\"P10D\"", to: "\(state)\"\(text)\"")
    #expect(try fault(changed).line == (try changed.line(of: state)), "\(text)")
    #expect(try fault(changed).chartReason.hasPrefix("the attribute 'deadline' has"), "\(text)")
  }
}

extension IntakeFault {
  /// The reason that the reader of charts gives; empty if another reader refused the document.
  fileprivate var chartReason: String { if case .chart(let reason) = code { reason } else { "" } }
}
