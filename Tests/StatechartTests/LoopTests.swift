import Statechart
import Testing

@Suite("Loops over data")
struct LoopTests {
  private func chart(_ list: String, _ actions: [Action]) -> ChartDefinition {
    let loop = ForEachDefinition(array: "xs", item: "item", index: "index", actions: actions, line: 1)
    return ChartDefinition(
      name: "loop",
      states: [StateDefinition(id: "a", onEntry: [[.forEach(loop), .raise("after", line: 1)]], line: 1)],
      dataModel: "integers",
      data: [DataDefinition(id: "xs", value: .expression("list " + list), line: 1)],
      line: 1
    )
  }

  private func log(_ expression: String) -> Action { .log(label: nil, expression: expression, line: 1) }

  @Test("A loop runs over the original collection, even if its rounds change the collection")
  func copy() throws {
    let shrink = Action.assign(location: "xs", value: .expression("list"), line: 1)
    let definition = chart("7 8 9", [log("item"), shrink, log("index")])
    let step = try Interpreter(definition, IntegerModel()).start(session: "me")
    let logged = [7, 0, 8, 1, 9, 2].map { Effect.log(label: nil, value: IntegerValue.number($0)) }
    #expect(step.effects == logged)
    #expect(step.state.store.variables["xs"] == .list([]))
  }

  @Test("An error in a round ends the loop and the block around it")
  func error() throws {
    let step = try Interpreter(chart("1 2", [log("item"), log("fail")]), IntegerModel()).start(session: "me")
    #expect(step.effects == [.log(label: nil, value: .number(1))])
    #expect(step.state.store.journal.last == "platform error.execution")
  }

  @Test("A loop with more rounds than the bound runs away, and is not shortened")
  func bound() throws {
    let definition = chart("1 2 3 4 5 6 7 8 9 10 11 12", [log("item")])
    let enough = try Interpreter(definition, IntegerModel(), settlingWithin: 13)
    #expect(try enough.start(session: "me").effects.count == 12)
    let tooFew = try Interpreter(definition, IntegerModel(), settlingWithin: 11)
    #expect(throws: ChartRunaway.self) { try tooFew.start(session: "me") }
  }
}
