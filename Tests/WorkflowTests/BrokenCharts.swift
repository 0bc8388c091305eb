import Casework
import Foundation
import Statechart
import TestTools
import Testing

/// A shipped chart with one mistake, made by editing its text.
struct BrokenChart: CustomTestStringConvertible, Sendable {
  let name: String
  let original: String
  /// The replacements. The first part of each occurs in the text exactly once.
  let edits: [(String, String)]

  var testDescription: String { name }

  init(_ name: String, _ original: String, _ edits: (String, String)...) {
    self.name = name
    self.original = original
    self.edits = edits
  }

  func definition() throws -> ChartDefinition {
    var text = try ShippedCharts.text(original)
    for (part, other) in edits {
      try #require(text.components(separatedBy: part).count == 2, "not once in the text: \(part)")
      text = text.replacingOccurrences(of: part, with: other)
    }
    return try ShippedCharts.definition(text)
  }
}

extension BrokenChart {
  private static let court = "iran/court-order"
  private static let kept = "european-union/preservation"
  private static let emergency = "european-union/emergency-production"
  private static let production = "european-union/production"
  private static let officer = "case:role=\"legal-officer\""
  private static let apart = "\n                    case:apart-from=\"order clarification finding scope data\""
  private static let apartReview = "\n                          case:apart-from=\"order clarification finding scope\""
  private static let arriving = "<state id=\"arriving\">"
  private static let cleared = "<state id=\"cleared\" case:assures=\"approval\">"
  private static let given = "<transition event=\"approval.given\" target=\"cleared\" case:role=\"manager\""
  private static let incomplete = "<state id=\"incomplete\">"

  private static func way(_ event: String, _ target: String) -> String {
    "<transition event=\"\(event)\" target=\"\(target)\" \(officer)/>"
  }

  static let all = [
    BrokenChart("a shortcut from arrival", court, (arriving, arriving + way("permit.redeemed", "releasing"))),
    BrokenChart(
      "a shortcut around approval", court,
      (
        "<state id=\"approval\" case:assures=\"collection\" case:voids=\"approval\">",
        "<state id=\"approval\" case:assures=\"collection\" case:voids=\"approval\">"
          + way("permit.redeemed", "releasing")
      )),
    BrokenChart(
      "a shortcut that nobody takes", court,
      (
        "<state id=\"collection\" case:voids=\"collection approval\">",
        "<state id=\"collection\" case:voids=\"collection approval\"><transition target=\"releasing\"/>"
      )),
    BrokenChart(
      "a proof by another finding", court,
      ("event=\"finding.pass.authenticity\"", "event=\"finding.pass.force\"")),
    BrokenChart(
      "a region left by its own pass", court,
      ("type=\"internal\" event=\"finding.pass.authority\"", "event=\"finding.pass.authority\"")),
    BrokenChart(
      "a doubt that changes nothing", court,
      (
        "<transition event=\"finding.fail finding.unchecked\" target=\"review\" \(officer)/>",
        "<transition event=\"finding.fail finding.unchecked\" \(officer)/>"
      )),
    BrokenChart(
      "a scope granted late that changes nothing", court,
      (cleared, "\(cleared)<transition event=\"scope.granted\" \(officer)/>"),
      ("<transition event=\"scope.granted\" target=\"collection\" \(officer) case:voids=\"collection approval\"/>", "")),
    BrokenChart(
      "a notification sent late that changes nothing", production,
      (cleared, "\(cleared)<transition event=\"notification.sent\" \(officer)/>")),
    BrokenChart(
      "two regions that leave for different states", court,
      ("<state id=\"authority.open\"/>", "<state id=\"authority.open\"/>" + way("data.collected", "incomplete")),
      ("<state id=\"competence.open\"/>", "<state id=\"competence.open\"/>" + way("data.collected", "clarification"))),
    BrokenChart("disclosure by refusal", court, (cleared, cleared + way("case.refused", "releasing"))),
    BrokenChart(
      "an approval by officers", court,
      ("target=\"cleared\" case:role=\"manager\"", "target=\"cleared\" case:role=\"legal-officer manager\"")),
    BrokenChart("an approval apart from nobody", court, (apart, "")),
    BrokenChart(
      "an approval apart from too few", court,
      (apart, " case:apart-from=\"order clarification finding.pass scope data\"")),
    BrokenChart(
      "an approval through a state around it", court,
      (given + apart, "<transition event=\"approval.given\" target=\"wrap\" \(officer)"),
      ("<state id=\"cleared\"", "<state id=\"wrap\" initial=\"cleared\"><state id=\"cleared\""),
      ("      </state>\n    </state>\n  </state>", "      </state></state>\n    </state>\n  </state>")),
    BrokenChart(
      "no way out of releasing", court,
      (
        "<state id=\"releasing\" case:permits=\"disclosure\">",
        "<state id=\"releasing\" case:permits=\"disclosure\"/><state id=\"other\">"
      )),
    BrokenChart(
      "an island", court,
      (
        "  <final id=\"withdrawn\"/>",
        "  <state id=\"island\">\(way("case.refused", "refused"))</state><final id=\"withdrawn\"/>"
      )),
    BrokenChart(
      "a guard that never holds", court,
      (arriving, "\(arriving)<transition event=\"order.received\" cond=\"In('cleared')\" \(officer)/>")),
    BrokenChart(
      "a loop", court,
      (incomplete, "\(incomplete)<transition target=\"clarification\"/>"),
      ("<state id=\"clarification\">", "<state id=\"clarification\"><transition target=\"incomplete\"/>")),
    BrokenChart(
      "a loop of raised events", court,
      (
        incomplete,
        "\(incomplete)<onentry><raise event=\"finding.pass.force\"/></onentry>" + way("finding", "incomplete")
      )),
    BrokenChart(
      "nothing is ever disclosed", court,
      ("<state id=\"releasing\" case:permits=\"disclosure\">", "<state id=\"releasing\">"),
      ("<final id=\"disclosed\" case:permits=\"disclosure\"/>", "<final id=\"disclosed\"/>")),
    BrokenChart("release without clearance", production, (" cond=\"In('notification.settled')\"", "")),
    BrokenChart(
      "preserved before the review", kept,
      (
        "<transition event=\"done.state.review\" target=\"ready\"/>",
        "<transition event=\"done.state.review\" target=\"ready\"/>" + way("data.preserved", "held")
      )),
    BrokenChart(
      "preserved because time is over", kept,
      (
        "<transition event=\"validation.elapsed\" target=\"lapsed\" \(officer)/>\n        <transition event",
        "<transition event=\"validation.elapsed\" target=\"held\" \(officer)/>\n        <transition event"
      )),
    BrokenChart("nothing is ever preserved", kept, (" case:permits=\"preservation\"", "")),
    BrokenChart("a second reviewer who was the first", emergency, (apartReview, "")),
    BrokenChart(
      "a second review through a state around it", emergency,
      (
        "<transition event=\"review.confirmed\" target=\"collection\"",
        "<transition event=\"review.confirmed\" target=\"wrap\""
      ),
      (apartReview, ""),
      (
        "<state id=\"collection\" case:assures=\"second-review\"",
        "<state id=\"wrap\"><state id=\"collection\" case:assures=\"second-review\""
      ),
      ("            <!-- What was collected waits", "            </state><!-- What was collected waits")),
    BrokenChart(
      "an emergency that is over too soon", emergency,
      ("<transition cond=\"In('settled')\" target=\"disclosed\"/>", "<transition target=\"disclosed\"/>")),
    BrokenChart(
      "a second permit, and an end without anything", emergency,
      (" cond=\"In('preparation')\" target=\"examination\"", " target=\"examination\"")),
    BrokenChart(
      "a second permit", emergency,
      ("<state id=\"releasing\">", "<state id=\"releasing\"><transition event=\"permit.redeemed\" \(officer)/>")),
  ]
}
