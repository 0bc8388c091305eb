import Promela
import Statechart
import TestTools
import Testing

@Suite("Charts as Promela")
struct PromelaTests {
  /// A door with two states: the example of `PromelaText`.
  static let door = ChartDefinition(
    name: "door",
    states: [
      StateDefinition(
        id: "closed", transitions: [TransitionDefinition(events: ["open"], targets: ["ajar"], line: 3)], line: 2),
      StateDefinition(
        id: "ajar", transitions: [TransitionDefinition(events: ["shut"], targets: ["closed"], line: 6)], line: 5),
    ], line: 1)

  @Test("the rows of a door are as documented")
  func rows() throws {
    let text = try PromelaText(of: [Self.door], events: ["open", "shut"]).text
    for row in [
      "match_0[] = \"10\"", "match_1[] = \"01\"",
      "{ -1, ATOMIC, 1, 0, 1, 0, 0, 0, 0, -1, { 0 } },  /* 0: closed, line 2 */",
      "{ 0, match_0, -1, 3, 0, 0, { 0 } },  /* 0: line 3 */", "{ 1, match_1, -1, 5, 0, 0, { 0 } },  /* 1: line 6 */",
    ] { #expect(text.contains(row), "\(row)") }
  }

  @Test("spin reports the nodes of a door, and that it never ends", .enabled(if: Spin.isHere))
  func account() throws {
    let text = try PromelaText(of: [Self.door], events: ["open", "shut"]).text
    let verdict = try #require(try Spin.verdicts(Array(text.utf8), count: 1, in: Folder()).first)
    #expect(verdict.nodes == 2 && verdict.values("stuck") == [2] && verdict.distance("stuck") == 0)
    #expect(!verdict.has("dead-state") && !verdict.has("dead-transition"))
  }

  @Test("names cannot break out of the model's comments")
  func names() throws {
    var door = Self.door
    door.name = "*/ door /*"
    door.states[0].id = "\"*/\\"
    door.states[1].transitions[0].targets = ["\"*/\\"]
    let text = try PromelaText(of: [door], events: ["open", "shut"]).text
    #expect(!text.contains("\"*/") && text.contains("/* 0: ?? door ?? */"))
  }

  @Test("a chart part that the model does not support is refused on its line")
  func refusals() throws {
    func refused(_ change: (inout ChartDefinition) -> Void) -> Int? {
      var door = Self.door
      change(&door)
      do throws(PromelaRefusal) { _ = try PromelaText(of: [door], events: []) } catch { return error.line }
      return nil
    }
    let start = TransitionDefinition(targets: ["ajar"], line: 8)
    let history = StateDefinition(kind: .history(.deep), transitions: [start], line: 7)
    #expect(refused { $0.states[1].children = [history] } == 7)
    #expect(refused { $0.dataModel = "ecmascript" } == 1)
    #expect(refused { $0.states[0].transitions[0].condition = .expression("x") } == 3)
    #expect(refused { $0.states[0].transitions[0].targets = ["nowhere"] } == 3)
    #expect(refused { $0.states[0].onEntry = [[.log(label: nil, expression: nil, line: 4)]] } == 2)
    #expect(refused { $0.states[0].transitions[0].actions = [.choose([], line: 4)] } == 3)
    #expect(refused { _ in } == nil)
  }
}
