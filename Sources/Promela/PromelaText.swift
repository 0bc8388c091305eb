import Statechart

/// Writes charts as one Promela model, so that the independent model checker `spin` can search all their behaviour.
///
/// The model is made from the definitions, and not from compiled charts or from the engine. It implements SCXML a
/// second time, so that a mistake in either implementation shows as a disagreement. One model has many charts and
/// begins by choosing one of them, so one compiled verifier is enough for all charts.
///
///     let model = try PromelaText(of: [definition], events: ["open", "close"])
///     // spin -a door.pml && gcc -DSAFETY -DNOREDUCE -o pan pan.c && ./pan -c0 -m1000000
///
/// The parts of the model, in this order:
///
/// 1. The fixed declarations of the rows (`PromelaModel.rows`).
/// 2. The rows. Each set of events that some transition matches is a text of `0` and `1`, with one digit for each
///    event. Each chart has its states and transitions in document order, numbered from 0. Lists of states and events
///    are in `list`, and each ends with `NONE`; a row has the index at which its list begins. For example, a door that
///    is open or shut:
///
///        c_decl { static const char match_0[] = "10"; }  /* open */
///        c_decl { static const char match_1[] = "01"; }  /* shut */
///
///        /* 0: door */
///        static const short list_0[] = { NONE, 0, NONE, 1, NONE, 0, NONE };
///        static const struct state state_0[] = {
///          { -1, ATOMIC, 1, 0, 1, 0, 0, 0, 0, -1, { 0 } },  /* 0: closed, line 2 */
///          { -1, ATOMIC, 2, 1, 2, 0, 0, 0, 0, -1, { 0 } },  /* 1: ajar, line 5 */
///        };
///        static const struct transition transition_0[] = {
///          { 0, match_0, -1, 3, 0, 0, { 0 } },  /* 0: line 3 */
///          { 1, match_1, -1, 5, 0, 0, { 0 } },  /* 1: line 6 */
///        };
///
/// 3. The algorithm of SCXML's Appendix D, with the monitor that a domain adds: see `PromelaMonitor`.
/// 4. The account, which numbers the nodes and records the edges between them.
/// 5. The environment, which sends any event at any time, in any order.
///
/// When the verifier has searched everything, it prints one line for each fact, with the numbers of charts, states and
/// transitions, and then `account complete`:
///
/// | line | meaning |
/// |---|---|
/// | `chart 0: nodes 2` | the number of reachable pairs of a configuration and the variables of the monitor |
/// | `chart 0: runaway 0` | some macrostep does not settle; the rest of the chart was not searched |
/// | `chart 0: stuck 3 at 2` | 3 nodes cannot reach a final state; the nearest is 2 steps from the start |
/// | `chart 0: dead-state 1` | the state is never entered |
/// | `chart 0: dead-transition 1` | the transition is never taken |
/// | `chart 0: word 7 at 2` | the monitor called `say("word", 7)`, at the nearest 2 steps from the start |
public struct PromelaText: Sendable {
  /// The text of the model.
  public let text: String

  /// Writes charts as a model.
  ///
  /// - Parameters:
  ///   - charts: charts for the null data model, all of which `Chart` accepts.
  ///   - events: the external events that the environment sends.
  ///   - monitor: the additions of a domain.
  ///   - bound: the most microsteps and raised events, counted together, of one macrostep. A macrostep with more is
  ///     reported as a runaway.
  /// - Throws: `PromelaRefusal` for a chart that the model does not support: with histories, data, or content other
  ///   than `raise`.
  public init(
    of charts: [ChartDefinition], events: [String], monitor: PromelaMonitor = PromelaMonitor(),
    settlingWithin bound: Int = 10_000
  ) throws(PromelaRefusal) {
    var names = PromelaNames(events)
    var written: [PromelaRows] = []
    for chart in charts { written.append(try PromelaRows(chart, monitor, &names)) }
    let columns = max(1, monitor.chartColumns.count, monitor.stateColumns.count, monitor.transitionColumns.count)
    var text = "/* Charts in Promela; the documentation of PromelaText describes the format. */\n"
    text += "#define CHARTS \(charts.count)\n"
    text += "#define STATES_AT_MOST \(written.map(\.states.count).max() ?? 1)\n"
    text += "#define TRANSITIONS_AT_MOST \(written.map(\.transitions.count).max() ?? 1)\n"
    text += "#define COLUMNS \(max(columns, monitor.eventColumns.count))\n"
    text += "#define BOUND \(bound)\n#define QUEUE \(bound + 2)\n"
    text += "#define REMEMBERED \(monitor.remembered.map { "now.\($0), " }.joined())\n"
    text += "#define REMEMBERED_COUNT \(monitor.remembered.count + 1)\n\n"
    text += PromelaModel.rows
    text += names.text()
    for (number, rows) in written.enumerated() { text += rows.text(number) }
    text += "c_decl {\nstatic const int event_column[] = {\n"
    for event in events {
      text += "  \(monitor.eventColumns.map { "\($0(event)), " }.joined())"
      text += String(repeating: "0, ", count: max(columns, monitor.eventColumns.count) - monitor.eventColumns.count)
      text += " \(Self.comment(event))\n"
    }
    text += "  0 };\n}\n\n"
    text += PromelaModel.declarations + PromelaModel.selection + PromelaModel.microstep
    text += monitor.text + "\n" + PromelaModel.account + PromelaModel.macrostep
    text += PromelaModel.environment(events, last: charts.count - 1)
    self.text = text
  }

  /// Makes a comment of a text. Nothing in the text can end the comment.
  static func comment(_ text: String) -> String {
    let plain = text.unicodeScalars.map { scalar -> Character in
      switch scalar {
      case "a"..."z", "A"..."Z", "0"..."9", " ", ".", ",", ":", "-", "_": Character(scalar)
      default: "?"
      }
    }
    return "/* \(String(plain)) */"
  }
}

/// The reason why a chart cannot be written as a model, with its line.
public struct PromelaRefusal: Error, Sendable, Equatable {
  /// The line of the unsupported part.
  public let line: Int
  /// The unsupported part, in words.
  public let reason: String
}

/// The additions of a domain to a written chart: columns in its rows, and Promela code that reads them.
///
/// The text declares the variables that are remembered between steps, and six inlines:
/// - `choose` runs after an event was chosen, and may make further choices.
/// - `begin` runs before a step.
/// - `taken` runs for each transition `arc` that is taken.
/// - `entered` runs for each state `each` that is entered.
/// - `settled` runs after a step that was handled. `say` still refers to the node before the step.
/// - `visited` runs when the new node is known.
///
/// `c_code { say("word", value); }` states a fact about a node. Columns are read as `STATE_COLUMN(each, 0)`,
/// `TRANSITION_COLUMN(arc, 0)`, `EVENT_COLUMN(0)` and `CHART_COLUMN(0)`.
public struct PromelaMonitor: Sendable {
  /// The Promela code.
  public var text: String
  /// The names of the variables that make a node together with the configuration.
  public var remembered: [String]
  /// The columns of a chart.
  public var chartColumns: [@Sendable (ChartDefinition) -> Int] = []
  /// The columns of a state.
  public var stateColumns: [@Sendable (StateDefinition) -> Int] = []
  /// The columns of a transition of a chart.
  public var transitionColumns: [@Sendable (TransitionDefinition, ChartDefinition) -> Int] = []
  /// The columns of an event.
  public var eventColumns: [@Sendable (String) -> Int] = []

  /// Makes a monitor. By default it observes nothing.
  public init(
    text: String = """
    inline choose() { skip }
    inline begin() { skip }
    inline taken() { skip }
    inline entered() { skip }
    inline settled() { skip }
    inline visited() { skip }

    """,
    remembered: [String] = []
  ) {
    self.text = text
    self.remembered = remembered
  }
}
