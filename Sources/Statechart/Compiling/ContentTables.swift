/// Compiled executable content: blocks of instructions, and rows for instructions that need more than an integer.
///
/// Expressions and locations are in the `Program` of their data model; a row has their index there.
/// Implements SCXML 4 and 5.4 to 6.3.
struct ContentTables: Sendable {
  /// One compiled piece of executable content. A branch or a loop has the index of its end, so nothing is nested.
  enum Instruction: Sendable {
    case raise(EventID, name: Int)
    /// Continues with the next instruction if the condition is true, else at `otherwise`.
    case test(ChartTables.ConditionRow, otherwise: Int)
    case jump(Int)
    case forEach(Int)
    case log(Int)
    case assign(location: Int, ValueRow)
    case send(Int)
    case cancel(GivenRow)
  }

  /// The value of an attribute, or the index of its expression.
  enum GivenRow: Sendable {
    case literal(String)
    case expression(Int)
  }

  /// The source of a value.
  enum ValueRow: Sendable {
    case none
    case expression(Int)
    case text(String)
    case unavailable
  }

  struct Variable: Sendable {
    let id: String
    let location: Int
    let value: ValueRow
  }

  struct Loop: Sendable {
    let array: Int
    let item: (id: String, location: Int)
    let index: (id: String, location: Int)?
    let body: Range<Int>
  }

  struct Log: Sendable {
    let label: String?
    let expression: Int?
  }

  struct Parameter: Sendable {
    let name: String
    let source: Source

    enum Source: Sendable {
      case expression(Int)
      case location(Int)
    }
  }

  enum Payload: Sendable {
    case parameters([Parameter])
    case content(ValueRow)
  }

  struct Send: Sendable {
    let event: GivenRow?
    /// The event if its name is literal, otherwise `nil`.
    let eventID: EventID?
    let target: GivenRow?
    let type: GivenRow?
    let delay: GivenRow?
    let id: String?
    let idLocation: Int?
    let names: [Parameter]
    let payload: Payload?
  }

  /// The blocks, as ranges of instructions. An instruction that fails ends its block (SCXML 4.10).
  var blocks: ContiguousArray<Range<Int>> = []
  var instructions: ContiguousArray<Instruction> = []
  var names: ContiguousArray<String> = []
  var variables: ContiguousArray<Variable> = []
  var loops: ContiguousArray<Loop> = []
  var logs: ContiguousArray<Log> = []
  var sends: ContiguousArray<Send> = []
  var payloads: ContiguousArray<Payload> = []
}
