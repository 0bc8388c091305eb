import Casework
import Foundation
import Ledger
import Service
import TestSupport
import TestTools
import Testing

/// Tests wrong orders. The result names the rule, or the line of the file, and the order is recorded.
@Suite("Receiving")
struct ReceivingTests {
  static let againstRules: [(String, Casework.Rule)] = [
    ("unknown-authority", .authority), ("suspended-authority", .authority), ("over-broad", .competence),
    ("lapsed", .force), ("addressed-elsewhere", .addressee), ("duplicate-number", .uniqueness),
    ("not-particular", .particularity),
  ]

  /// Returns an office that has received the proper order and has suspended branch 7.
  private func office() throws -> TestOffice {
    let office = try TestOffice()
    try office.receive("proper")
    try office.desk().suspend(try #require(AuthorityID("tehran-2-7")), keys: office.custodians)
    return office
  }

  @Test("an order that fails a rule is reported with the rule, and recorded", arguments: againstRules)
  func ruleIsNamed(name: String, rule: Casework.Rule) throws {
    let office = try office()
    defer { office.remove() }
    let receipt = try office.log(name)
    let view = receipt.view
    guard case .againstRules(let refusal) = receipt.standing else {
      Issue.record("ended otherwise: \(receipt.standing)")
      return
    }
    #expect(receipt.kind == .refused)
    #expect(refusal.reasons.contains { $0.rule == rule.rawValue })
    try checkKept(name, view.number, office)
    let finding = try #require(try office.desk().view(view.number).findings.first { $0.rule == rule })
    #expect(finding.outcome == .fail)
    #expect(!finding.shortcomings.isEmpty)
  }

  @Test("an order that lacks a part is reported, and waits for clarification", arguments: ["no-article", "unbounded"])
  func missingPartIsNamed(name: String) throws {
    let office = try office()
    defer { office.remove() }
    let receipt = try office.log(name)
    let view = receipt.view
    guard case .againstRules(let refusal) = receipt.standing else {
      Issue.record("ended otherwise: \(receipt.standing)")
      return
    }
    #expect(receipt.kind == .refused)
    #expect(refusal.reasons == [.incomplete([name == "no-article" ? .article : .period])])
    #expect(view.state == ["incomplete"])
    try checkKept(name, view.number, office)
    let desk = try office.desk()
    #expect(try desk.clarify(view.number, key: office.props.key("sara")).state == ["clarification"])
  }

  @Test(
    "a document that cannot be read is reported with its line, and recorded",
    arguments: [("truncated", 22), ("unknown-element", 16), ("doctype", 3), ("no-such-day", 28)])
  func lineIsNamed(name: String, line: Int) throws {
    let office = try office()
    defer { office.remove() }
    let receipt = try office.log(name)
    guard case .unreadable(let reading) = receipt.standing else {
      Issue.record("ended otherwise: \(receipt.standing)")
      return
    }
    let number = receipt.view.number
    #expect(receipt.kind == .malformed)
    #expect(reading.line == line)
    try checkKept(name, number, office)
  }

  @Test("nothing is collected for a telephone number of two customers")
  func twoPersonsAreNobody() throws {
    let office = try office()
    defer { office.remove() }
    let number = try office.receive("two-persons-one-number")
    try office.advance(number, through: .granted)
    let fault = try #require(throws: ServiceFault.self) { try office.advance(number, through: .collected) }
    guard case .collection(.severalPersons(target: 1, count: 2), number) = fault else {
      Issue.record("refused otherwise: \(fault)")
      return
    }
    #expect(fault.kind == .refused)
    #expect(try office.desk().view(number).collected == nil)
  }

  @Test("an over-broad order is narrowed, and the request is recorded beside the grant")
  func overBroadIsNarrowed() throws {
    let office = try office()
    defer { office.remove() }
    #expect(throws: TestOffice.Unacceptable.self) { try office.receive("over-broad") }
    let number = try #require(CaseNumber("1405-0002"))
    try office.advance(number, through: .exported)
    let view = try office.desk().view(number)
    let content = try #require(DataCategory("user.content.private"))
    #expect(view.requested?.days(target: 1, category: content).isEmpty == false)
    #expect(view.granted?.days(target: 1, category: content).isEmpty == true)
  }

  @Test("a forged copy that was refused does not make the real order a duplicate")
  func refusedCopyDoesNotCount() throws {
    let office = try TestOffice()
    defer { office.remove() }
    let first = try office.receive("proper")
    _ = try office.desk().close(
      first, as: .refused([.authenticity]), because: "جعلی", key: office.props.key("sara"))
    let second = try office.receive("proper")
    try office.advance(second, through: .exported)
    #expect(try office.desk().audit().isSound)
  }

  /// Checks that the case is listed, and that the sealed document of the case has the exact bytes of the order.
  private func checkKept(_ name: String, _ number: CaseNumber, _ office: TestOffice) throws {
    let desk = try office.desk()
    #expect(try desk.list(all: true).contains { $0.number == number.description })
    let acts = try desk.office.history(of: number).acts
    var document: Commitment?
    for event in acts.flatMap(\.events) {
      switch event {
      case .orderReceived(let receipt), .orderIncomplete(let receipt): document = receipt.document
      case .orderUnreadable(let unreadable): document = unreadable.document
      default: continue
      }
    }
    let sealed = try desk.office.sealed(try #require(document))
    #expect(try desk.vault().open(sealed) == office.order(name))
    #expect(try desk.audit().isSound)
  }
}
