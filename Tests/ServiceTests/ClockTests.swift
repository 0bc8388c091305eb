import Audit
import Casework
import Foundation
import Ledger
import Service
import TestSupport
import TestTools
import Testing

/// Tests that no clock stops an office for good (I14).
@Suite("Clocks")
struct ClockTests {
  private static let day: Int64 = 86_400

  @Test(
    "a clock that is a little behind the log takes its time; one that is further behind is refused with the difference")
  func behind() throws {
    let office = try TestOffice()
    defer { office.remove() }
    let number = try office.receive("proper")
    let last = try #require(try office.desk().history(number).last?.time)
    office.clock.time = Instant(seconds: last.seconds - 600)
    try office.advance(number, through: .reviewed)
    #expect(try office.desk().history(number).last?.time == last)
    office.clock.time = Instant(seconds: last.seconds - 601)
    let fault = try #require(throws: ServiceFault.self) { _ = try office.receive("over-broad") }
    #expect(fault.ofStore == .clockBehind(seconds: 601))
    // Reading and trials go on.
    #expect(try office.desk().list().count == 1)
    #expect(try office.audit().isSound)
  }

  @Test("a clock that nobody keeps, and one that is far ahead of the log, are named before the act is signed")
  func named() throws {
    let office = try TestOffice()
    defer { office.remove() }
    let named = Named()
    var world = office.world
    world.isClockKept = { false }
    world.notice = { named.take("\($0)") }
    world.signer.sign = { _, _, _ in
      named.take("signed")
      throw ServiceFault.signing(.notSigned(file: "sara"))
    }
    office.clock.time.seconds += 400 * Self.day
    let desk = try Desk.open(office.office, keyFile: nil, world: world)
    #expect(throws: ServiceFault.self) { try desk.receive(office.order("proper"), key: office.props.key("sara")) }
    #expect(named.all == ["clockNotSynchronised", "clockAhead(seconds: \(400 * Self.day))", "signed"])
  }

  @Test("an entry that is dated 400 days ahead stops nobody after two custodians set its time aside")
  func ahead() throws {
    let office = try TestOffice()
    defer { office.remove() }
    let number = try office.receive("proper")
    try office.advance(number, through: .approved)
    let now = office.clock.time
    office.clock.time.seconds += 400 * Self.day
    let ahead = try #require(try? office.log("over-broad").view.number)
    office.clock.time = Instant(seconds: now.seconds + 60)
    let sara = office.props.key("sara")
    let refused = try #require(throws: ServiceFault.self) {
      _ = try office.desk().export(number, to: office.out, key: sara)
    }
    #expect(refused.ofStore == .clockBehind(seconds: 400 * Self.day - 60) || refused.kind == .broken, "\(refused)")
    let place = try #require(try office.desk().history(ahead).last?.sequence)
    #expect(try office.desk().enter(.setAside(.times([place])), keys: office.custodians) == 1)
    _ = try office.desk().export(number, to: office.out, key: sara)
    // The case of that entry goes on too.
    _ = try office.desk().close(ahead, as: .withdrawn, because: "the clock was wrong", key: sara)
    let report = try office.audit()
    #expect(report.isSound, "\(report.findings)")
    #expect(report.timesSetAside.map(\.place) == [.entry(place)])
    // The same time cannot be set aside twice.
    #expect(throws: ServiceFault.self) {
      try office.desk().enter(.setAside(.times([place])), keys: office.custodians)
    }
  }
}

private final class Named: @unchecked Sendable {
  private let lock = NSLock()
  private var texts: [String] = []

  var all: [String] { lock.withLock { texts } }
  func take(_ text: String) { lock.withLock { texts.append(text) } }
}
