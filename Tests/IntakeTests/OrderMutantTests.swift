import Casework
import Foundation
import TestTools
import Testing

@testable import Intake

@Suite("Orders that are almost right")
struct OrderMutantTests {
  static let count = 4_000
  /// The names that a fault may say: the schema's own.
  static let known: Set<String> = {
    let schema = String(decoding: PackageResources.order_rng, as: UTF8.self)
    return Set(
      schema.components(separatedBy: " name=\"").dropFirst().compactMap {
        $0.components(separatedBy: "\"").first
      })
  }()

  @Test("each gives values or a fault on one of its lines, in words that are ours, and none stops the program")
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
        // What an entry keeps of it reads back as the same fault.
        #expect(ReadingFault(error.code.description) == error.code, "\(error.code.description)")
      }
    }
    // The mutants must neither all be refused nor all be read, or this would prove little.
    #expect((Self.count / 20...Self.count * 19 / 20).contains(read), "\(read) of \(Self.count)")
  }

  /// What holds of every order that was read, whatever stood in it.
  private func isSound(_ order: Order) -> Bool {
    let digits = order.caseNumber.allSatisfy { $0.isASCII && ($0.isNumber || $0 == "/") }
    let period = order.from.flatMap { from in order.through.map { from <= $0 } } ?? true
    let targets = order.targets.map(\.ordinal) == Array(1..<order.targets.count + 1)
    return digits && period && targets && !order.caseNumber.isEmpty && !order.addressee.isEmpty
      && order.letterNumber?.isEmpty != true && (order.identity == nil) == (order.letterNumber == nil)
      && order.targets.allSatisfy { $0.identifiers.values.allSatisfy { !$0.isEmpty } }
      && Set(order.classes).count == order.classes.count
  }

  /// A fault is spelled with our codes, numbers and the names of the schema, and holds nothing else.
  private func isOurs(_ spelling: String) -> Bool {
    let ours = Set(ReadingFault.Malformation.allCases.map(\.rawValue) + CalendarKind.allCases.map(\.rawValue))
      .union(IdentifierKind.allCases.map(\.rawValue)).union(["?", "court-order", "jalali", "gregorian"])
    return spelling.split(separator: " ").dropFirst().map(String.init).allSatisfy {
      Self.known.contains($0) || ours.contains($0) || Int($0) != nil
    }
  }

  @Test("an element that is called by somebody's name is refused without naming it")
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

  @Test("an order of two hundred targets is read, and one of more is refused on its line")
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
      #expect(fault.line == (try text.line(of: "<targets>")))
    }
  }
}
