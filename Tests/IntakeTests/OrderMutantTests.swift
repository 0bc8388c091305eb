import Casework
import Foundation
import TestTools
import Testing

@testable import Intake

@Suite("Orders that are almost right")
struct OrderMutantTests {
  static let count = 4_000
  /// The names that a fault may contain: the names in the schema.
  static let known: Set<String> = {
    let schema = String(decoding: PackageResources.order_rng, as: UTF8.self)
    return Set(
      schema.components(separatedBy: " name=\"").dropFirst().compactMap {
        $0.components(separatedBy: "\"").first
      })
  }()

  @Test("every mutant gives an order or a fault on one of its lines, in our own words, without a crash")
  func everyMutant() throws {
    let seed = propertySeed("almost right orders")
    var mutator = Mutator(try Checkout.bytes("Fixtures/Orders/proper.xml"), seed: seed)
    let office = try TestRegisters()
    var read = 0
    for index in 0..<Self.count {
      let bytes = mutator.next()
      do {
        let order = try readOrder(bytes)
        read += 1
        #expect(isSound(order) && order.provenance.lines.values.allSatisfy { $0 >= 1 }, "seed \(seed), mutant \(index)")
        let receipt = try office.receipt(of: order)
        if receipt.missing.isEmpty { #expect(try office.findings(on: receipt)[.authenticity]?.outcome == .notChecked) }
      } catch let error as IntakeFault {
        let lines = bytes.count { $0 == UInt8(ascii: "\n") } + 1
        #expect((1...lines).contains(error.line), "seed \(seed), mutant \(index): line \(error.line) of \(lines)")
        #expect(isOurs(error.code.description), "seed \(seed), mutant \(index): \(error.code.description)")
        // The text that an entry keeps must decode to the same fault.
        #expect(ReadingFault(error.code.description) == error.code, "\(error.code.description)")
      }
    }
    // If all mutants were refused, or all were read, this test would prove little.
    #expect((Self.count / 20...Self.count * 19 / 20).contains(read), "\(read) of \(Self.count)")
  }

  /// Says whether an order has the properties that every read order must have.
  private func isSound(_ order: Order) -> Bool {
    let digits = order.caseNumber.allSatisfy { $0.isASCII && ($0.isNumber || $0 == "/") }
    let period = order.from.flatMap { from in order.through.map { from <= $0 } } ?? true
    let targets = order.targets.map(\.ordinal) == Array(1..<order.targets.count + 1)
    return digits && period && targets && !order.caseNumber.isEmpty && !order.addressee.isEmpty
      && order.letterNumber?.isEmpty != true && (order.identity == nil) == (order.letterNumber == nil)
      && order.targets.allSatisfy { $0.identifiers.values.allSatisfy { !$0.isEmpty } }
      && Set(order.classes).count == order.classes.count
  }

  /// Says whether a fault's text has only our codes, numbers and names of the schema.
  private func isOurs(_ spelling: String) -> Bool {
    let ours = Set(ReadingFault.Malformation.allCases.map(\.rawValue) + CalendarKind.allCases.map(\.rawValue))
      .union(IdentifierKind.allCases.map(\.rawValue)).union(["?", "court-order", "jalali", "gregorian"])
    return spelling.split(separator: " ").dropFirst().map(String.init).allSatisfy {
      Self.known.contains($0) || ours.contains($0) || Int($0) != nil
    }
  }

  @Test("an element whose name is a person's name is refused without this name")
  func nameAsElement() throws {
    let text = try Checkout.order("proper.xml")
    for name in ["مریم-رستمی", "Maryam-Rostami", "n9990014043"] {
      for place in ["</target>", "</reference>", "</data>", "</order>"] {
        let fault = try #require(refusal(ofOrder: try text.changing(place, to: "<\(name)/>\(place)")))
        #expect(isOurs(fault.code.description), "\(fault.code.description)")
      }
      let attribute = try #require(refusal(ofOrder: try text.changing("<target>", to: "<target \(name)=''>")))
      #expect(isOurs(attribute.code.description), "\(attribute.code.description)")
    }
  }

  @Test("an order with the greatest number of targets is read, and one with more is refused on its line")
  func manyTargets() throws {
    let text = try Checkout.order("proper.xml")
    let target = "<target><national-id>9990014043</national-id></target>\n"
    func many(_ count: Int) throws -> String {
      try text.changing("</targets>", to: String(repeating: target, count: count) + "</targets>")
    }
    let most = Order.mostTargets
    #expect(try readOrder(Array(many(most - 1).utf8)).targets.count == most)
    for count in [most, 5_000] {
      let fault = try #require(refusal(ofOrder: try many(count)))
      #expect(fault == IntakeFault(line: try text.line(of: "<targets>"), .tooManyTargets(limit: most)))
    }
  }
}
