import Casework
import Foundation
import Ledger
import Service
import TestSupport
import TestTools
import Testing

/// Tests a desk that is killed at any point (I10, I12). `CrashProbe` kills itself with SIGKILL at the given milestone.
@Suite("Crashes")
struct CrashTests {
  /// The moment at which a desk is killed: when a verb reaches the milestone for the nth time. Exporting enters two
  /// acts: spending the permit, and the delivery.
  struct Kill: Sendable, CustomTestStringConvertible {
    var verb: String
    var milestone: Milestone
    var time = 1
    /// Says whether the permit is spent when the desk dies, so that the export must be resumed.
    var isSpent = false
    /// Says whether the delivery is recorded too, so that nothing is left to do.
    var isDone = false
    var testDescription: String { "\(verb), \(milestone.rawValue) (\(time))" }
  }

  static let kills: [Kill] =
    ["receive", "review", "scope", "collect", "approve"].flatMap { verb in
      [Milestone.decided, .signed, .committed, .marked].map { Kill(verb: verb, milestone: $0) }
    } + [
      Kill(verb: "collect", milestone: .packageSealed), Kill(verb: "export", milestone: .permitGiven),
      Kill(verb: "export", milestone: .decided),
      Kill(verb: "export", milestone: .signed), Kill(verb: "export", milestone: .committed, isSpent: true),
      Kill(verb: "export", milestone: .marked, isSpent: true),
      Kill(verb: "export", milestone: .redeemed, isSpent: true),
      Kill(verb: "export", milestone: .delivered, isSpent: true),
      Kill(verb: "export", milestone: .decided, time: 2, isSpent: true),
      Kill(verb: "export", milestone: .signed, time: 2, isSpent: true),
      Kill(verb: "export", milestone: .committed, time: 2, isSpent: true, isDone: true),
      Kill(verb: "export", milestone: .marked, time: 2, isSpent: true, isDone: true),
    ]

  static let order: [String: TestOffice.Step?] = [
    "receive": nil, "review": nil, "scope": .reviewed, "collect": .granted, "approve": .collected, "export": .approved,
  ]

  private static let probe = URL(filePath: "/proc/self/exe").resolvingSymlinksInPath().deletingLastPathComponent()
    .appending(path: "CrashProbe")

  private func run(_ kill: Kill, _ office: TestOffice, _ number: CaseNumber) throws -> Int32 {
    let person = kill.verb == "approve" ? "reza" : "sara"
    var rest: [String] = []
    switch kill.verb {
    case "receive": rest = [Checkout.fixture("Orders/two-persons-one-number.xml").path]
    case "collect": rest = [Props.shared.shop.path, Checkout.fixture("Shop/shop.yml").path]
    case "export": rest = [office.out.path]
    default: break
    }
    return try Tool.run(
      Self.probe.path,
      [
        kill.milestone.rawValue, String(kill.time), kill.verb, office.office.url.path, Props.shared.key(person),
        number.description,
      ] + rest
    ).status
  }

  @Test("a killed desk loses no committed act, reports unfinished work, and discloses once", arguments: kills)
  func nothingIsHalfDone(kill: Kill) throws {
    let office = try TestOffice()
    defer { office.remove() }
    let number = try office.receive("proper")
    if let step = Self.order[kill.verb] ?? nil { try office.advance(number, through: step) }
    let before = try office.desk().audit().entries
    #expect(try run(kill, office, number) == -SIGKILL, "the probe was not killed")

    let report = try office.desk().audit()
    #expect(report.isSound, "\(report.findings)")
    let entered = report.entries - before
    let expected = [.committed, .marked].contains(kill.milestone) ? kill.time : kill.isSpent ? 1 : 0
    #expect(entered == expected)
    if kill.isSpent, !kill.isDone {
      #expect(report.unfinished.contains { $0.number == number })
    }
    if kill.milestone == .packageSealed {
      #expect(report.unfinished.compactMap(\.file).count == 1)
      #expect(try office.desk().tidy().removed == report.unfinished.compactMap(\.file))
      #expect(try office.desk().audit().unfinished.isEmpty)
    }
    try finish(kill, office, number)
  }

  private func finish(_ kill: Kill, _ office: TestOffice, _ number: CaseNumber) throws {
    let desk = try office.desk()
    let (sara, reza) = (Props.shared.key("sara"), Props.shared.key("reza"))
    if !kill.isSpent {
      // Repeats the interrupted act if it was not entered, and goes on to the export.
      let view = try desk.view(number)
      if view.findings.contains(where: { $0.rule == .authenticity && $0.outcome != .pass }) {
        try office.advance(number, through: .reviewed)
      }
      if view.granted == nil { _ = try desk.grant(Narrowing(), on: number, key: sara) }
      if view.collected == nil {
        _ = try desk.collect(
          number, from: Props.shared.shop.path, annotation: Checkout.fixture("Shop/shop.yml").path, key: sara)
      }
      if try desk.view(number).approvedBy == nil { _ = try desk.approve(number, key: reza) }
      _ = try desk.export(number, to: office.out, key: sara)
    } else if !kill.isDone {
      let fault = try #require(throws: ServiceFault.self) { try desk.export(number, to: office.out, key: sara) }
      #expect(fault.kind == .refused, "\(fault)")
      _ = try desk.resumeExport(number, to: office.out, key: sara)
    }
    for isResumed in [true, false] {
      let fault = try #require(throws: ServiceFault.self) {
        _ =
          try isResumed
          ? desk.resumeExport(number, to: office.out, key: sara) : desk.export(number, to: office.out, key: sara)
      }
      #expect(fault.reasons?.contains(.alreadyDelivered) == true, "\(fault)")
    }
    let files = try FileManager.default.contentsOfDirectory(atPath: office.out.path)
    #expect(files.count == 1)
    let envelope = try #require(try desk.view(number).released)
    let sum = try Tool.run("sha256sum", [office.out.appending(path: files[0]).path]).output
    #expect(sum.hasPrefix(envelope.hex))
    let events = try desk.history(number).flatMap(\.events)
    #expect(events.filter { $0 == "permit.redeemed" }.count == 1)
    #expect(events.filter { $0 == "disclosure.delivered" }.count == 1)
    #expect(try desk.audit().isSound)
  }
}
