import Foundation
import SCXML
import Statechart
import Testing

/// Documents that try to use too much time or memory. Each gives its expected result quickly and with little memory.
@Suite("Hostile documents", .serialized)
struct HostileTests {
  /// Returns the line of the fault from the reader or the chart, or nil if there is none.
  private func line(_ bytes: [UInt8]) throws -> Int? {
    do {
      _ = try Interpreter(SCXMLReader().definition(bytes), ConformanceModel())
      return nil
    } catch let fault as SCXMLFault {
      return fault.line
    } catch let fault as ChartFault {
      return fault.line
    }
  }

  private func line(_ inside: String) throws -> Int? { try line(Array(document(inside).utf8)) }

  /// Returns the peak memory in bytes since the last call, and resets the peak. Freed memory is given back first,
  /// because a document that uses it again would not raise the peak.
  ///
  /// - Throws: if the system does not report the peak. A test that cannot measure must not pass.
  private func peak() throws -> Int {
    let status = try String(contentsOfFile: "/proc/self/status", encoding: .utf8)
    let line = try #require(status.split(separator: "\n").first { $0.hasPrefix("VmHWM:") })
    // The function of glibc is in no module of Swift.
    if let trim = dlsym(nil, "malloc_trim") {
      _ = unsafeBitCast(trim, to: (@convention(c) (Int) -> Int32).self)(0)
    }
    try Data("5".utf8).write(to: URL(filePath: "/proc/self/clear_refs"))
    return try #require(Int(line.filter(\.isNumber))) << 10
  }

  /// A plain document, with which the time of others is compared.
  private static let plain = Array(
    document("<state>\(String(repeating: "\n<transition event=\"e\"/>", count: 2_000))</state>").utf8)

  /// Returns the longest time that a document of this size may take: twenty times as long for each byte as a plain
  /// document. A time that grows with the square of the size is longer for all large documents.
  private func longestTime(_ size: Int) throws -> Duration {
    var plain = Duration.seconds(1_000)
    for _ in 1...3 {
      var found: Int?
      plain = min(plain, try ContinuousClock().measure { found = try line(Self.plain) })
      #expect(found == nil)
    }
    return plain * (20 + 20 * size / Self.plain.count)
  }

  private func answers(_ name: String, at expected: Int?, within memory: Int = 64 << 20, _ bytes: [UInt8]) throws {
    let longest = try longestTime(bytes.count)
    _ = try peak()
    let before = try peak()
    var found: Int?
    let time = try ContinuousClock().measure { found = try line(bytes) }
    let growth = max(0, try peak() - before)
    print("\(name): \(time), \(growth >> 20) MiB more")
    #expect(found == expected, "\(name)")
    #expect(time < longest, "\(name)")
    #expect(growth < memory, "\(name)")
  }

  private func answers(_ name: String, at expected: Int?, within memory: Int = 64 << 20, _ inside: String) throws {
    try answers(name, at: expected, within: memory, Array(document(inside).utf8))
  }

  @Test("a document of 100 MB")
  func size() throws {
    var bytes = Array(document("<state/>").utf8)
    bytes += [UInt8](repeating: UInt8(ascii: "\n"), count: 100_000_000)
    try answers("100 MB", at: 1, bytes)
  }

  @Test("nesting of 10,000, of states and of branches")
  func depth() throws {
    func nested(_ open: String, _ close: String) -> String {
      String(repeating: open, count: 10_000) + String(repeating: close, count: 10_000)
    }
    try answers("states in states", at: 3, nested("<state>", "</state>"))
    try answers(
      "branches in branches", at: 3,
      "<state><onentry>" + nested("<if cond=\"true\">", "</if>") + "</onentry></state>")
    try answers("anything in anything", at: 3, nested("<x>", "</x>"))
    try answers("never closed", at: 3, String(repeating: "<state>", count: 10_000))
    // The parser accepts this depth, but the chart's own limit is lower.
    let deep = String(repeating: "<state>", count: 250) + String(repeating: "</state>", count: 250)
    try answers("the deepest that parses", at: 3, deep)
  }

  @Test("an entity bomb, and any document type")
  func entities() throws {
    let bomb = (1...20).map { "<!ENTITY e\($0) \"&e\($0 - 1);&e\($0 - 1);&e\($0 - 1);\">" }.joined(separator: "\n")
    let types = [
      "<!DOCTYPE scxml [<!ENTITY e0 \"x\">\(bomb)]>", "<!DOCTYPE scxml SYSTEM \"file:///etc/passwd\">",
      "<!DOCTYPE scxml [<!ENTITY e SYSTEM \"file:///etc/passwd\">]>", "<!DOCTYPE scxml>",
    ]
    for type in types { #expect(try line(Array(("\n" + type + document("<state id=\"&e20;\"/>")).utf8)) == 2) }
    #expect(try line("<state id=\"&e20;\"/>") == 3)
  }

  @Test("huge attributes")
  func attributes() throws {
    let huge = String(repeating: "a", count: 7_000_000)
    let list = String(repeating: "a ", count: 3_500_000)
    try answers("a name", at: 3, within: 128 << 20, "<state id=\"\(huge)\"/>")
    try answers("targets", at: 3, within: 128 << 20, "<state id=\"a\"><transition target=\"\(list)\"/></state>")
    try answers("events", at: 3, within: 128 << 20, "<state><transition event=\"\(list)\"/></state>")
    try answers("a condition", at: 3, within: 128 << 20, "<state><transition cond=\"\(huge)\"/></state>")
    try answers("an unknown one", at: 3, within: 128 << 20, "<state x=\"\(huge)\"/>")
    let many = (0..<100_000).map { "a\($0)=\"\"" }.joined(separator: " ")
    try answers("100,000 of them", at: 3, "<state \(many)/>")
    let longest = String(repeating: "a", count: SCXMLReader.longestAttribute)
    #expect(try line("<state id=\"\(longest)\"/>") == nil)
    #expect(try line("<state id=\"\(longest)a\"/>") == 3)
  }

  @Test("100,000 states, 1,000,000 transitions, and other crowds")
  func crowds() throws {
    let states = (0..<100_000).map { "<state id=\"s\($0)\"/>" }.joined(separator: "\n")
    try answers("100,000 states", at: 3 + Chart.maximumStates, within: 512 << 20, states)
    let million = String(repeating: "\n<transition event=\"e\"/>", count: 1_000_000)
    try answers("1,000,000 transitions", at: 1, within: 512 << 20, "<state>\(million)</state>")
    let transitions = String(repeating: "\n<transition event=\"e\"/>", count: 300_000)
    try answers(
      "300,000 transitions", at: 3, within: 1 << 30, "<state>\(transitions)</state>")
    let actions = String(repeating: "\n<log/>", count: 1_000_000)
    try answers(
      "1,000,000 actions", at: 3, within: 2 << 30, "<state><onentry>\(actions)</onentry></state>"
    )
    let variables = (0..<200_000).map { "<data id=\"v\($0)\"/>" }.joined()
    try answers("200,000 variables", at: 3, within: 1 << 30, "<datamodel>\(variables)</datamodel><state/>")
    let parameters = String(repeating: "<param name=\"p\" expr=\"1\"/>", count: 200_000)
    // Parameters have no limit of their own. The size of the document limits them.
    try answers(
      "200,000 parameters", at: nil, within: 1 << 30,
      "<state><onentry><send event=\"e\">\(parameters)</send></onentry></state>")
  }

  @Test("the measurement of memory finds a growth")
  func memory() throws {
    _ = try peak()
    let before = try peak()
    let bytes = [UInt8](repeating: 1, count: 256 << 20)
    #expect(bytes.last == 1)
    #expect(try peak() - before > 200 << 20)
  }

  @Test("names that are missing or used twice")
  func names() throws {
    #expect(try line("<state>\n<transition target=\"nowhere\"/></state>") == 4)
    #expect(try line("<state id=\"a\"/>\n<state id=\"a\"/>") == 4)
    #expect(
      try line(
        "<state id=\"a\">\n<state><datamodel><data id=\"v\"/></datamodel></state>\n<datamodel><data id=\"v\"/></datamodel></state>"
      ) != nil)
    #expect(try line("<state initial=\"nowhere\">\n<state/></state>") == 3)
    #expect(try line("<state><history>\n<transition target=\"nowhere\"/></history><state/></state>") == 4)
  }
}
