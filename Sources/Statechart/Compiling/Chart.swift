/// Holds a chart that was checked and compiled into tables of integers.
///
/// Names are looked up once; stepping compares integers. The value never changes, and any number of cases may be
/// stepped through it at once. Under the null data model it can be stepped as it is; an `Interpreter` steps it under
/// another. Source: SCXML 3 to 6 and Appendix D, without `invoke`, `script` and the HTTP processor.
public struct Chart: Sendable {
  /// Describes one state of the chart.
  public struct State: Sendable, Equatable {
    /// Distinguishes how a state is entered: alone, with one child, with all of its children, to the end, or, for a
    /// history, never itself: it stands for others.
    public enum Kind: Sendable, Equatable {
      case atomic, compound, parallel, final
      case history(HistoryDepth)
    }

    /// Identifies the state; equals its place in `Chart.states`.
    public let id: StateID
    /// Holds the name that the document gives it, if any.
    public let name: String?
    /// Tells how the state is entered.
    public let kind: Kind
    /// Identifies the state around it; `nil` at the top level.
    public let parent: StateID?
    /// Lists the states directly inside it, in document order, without histories.
    public let children: [StateID]
    /// Counts the states around it; 0 at the top level.
    public let depth: Int
    /// Carries what the domain added.
    public let attributes: [String: String]
    /// Tells the line of the state's element.
    public let line: Int
  }

  /// Describes one transition of the chart.
  public struct Transition: Sendable, Equatable {
    /// Identifies the transition; equals its place in `Chart.transitions`.
    public let id: TransitionID
    /// Identifies the state that holds it.
    public let source: StateID
    /// Lists its event descriptors as they were written; none makes it eventless.
    public let descriptors: [String]
    /// Holds what must be true for it to be enabled, as it was written.
    public let condition: Condition?
    /// Lists its targets as they were written; none leaves the configuration as it is.
    public let targets: [StateID]
    /// Tells whether it was written as an internal transition.
    public let isInternal: Bool
    /// Carries what the domain added.
    public let attributes: [String: String]
    /// Tells the line of the transition's element.
    public let line: Int
  }

  /// Holds the name of the chart.
  public let name: String
  /// Lists the states in document order: `states[id.rawValue].id == id`. The chart itself is not among them.
  public let states: [State]
  /// Lists the transitions by source in document order: `transitions[id.rawValue].id == id`.
  public let transitions: [Transition]

  /// Bounds a macrostep: the microsteps it may take plus the events it may raise before it counts as running away.
  public let bound: Int

  /// Holds what the chart was compiled from, for those who draw it, slice it or write it out.
  public let definition: ChartDefinition

  /// Carries what the domain added to the chart itself.
  public let attributes: [String: String]

  let image: ChartImage
  private let descriptors: EventDescriptors
  private let statesByName: [String: Int]

  /// Gives the rows that steps read.
  var tables: ChartTables { _read { yield image.tables } }

  /// Checks a definition and compiles it, under the null data model.
  ///
  /// - Parameters:
  ///   - definition: the chart as its document describes it; nothing about it is trusted.
  ///   - bound: how many microsteps and raised events one macrostep may take before it throws `ChartRunaway`.
  /// - Throws: `ChartFault` with the line of the first thing found wrong, among them more nesting than
  ///   `Chart.maximumDepth` or more parts than the other maxima.
  public init(_ definition: ChartDefinition, settlingWithin bound: Int = 10_000) throws(ChartFault) {
    self = try Self.compile(definition, NullDataModel(), settlingWithin: bound).chart
  }

  /// Checks and compiles a definition with a data model.
  static func compile<Model>(
    _ definition: ChartDefinition, _ model: Model, settlingWithin bound: Int
  ) throws(ChartFault) -> Program<Model> {
    guard definition.dataModel == model.name else {
      throw ChartFault(line: definition.line, reason: .otherDataModel(model.name))
    }
    let outline = try ChartOutline(definition)
    let compiled = try ChartCompiler.compile(definition, outline, model)
    let chart = Chart(definition, outline, compiled, bound)
    return Program(
      chart: chart, model: model, expressions: compiled.content.expressions, locations: compiled.content.locations)
  }

  private init<Model>(
    _ definition: ChartDefinition, _ outline: ChartOutline, _ compiled: ChartCompiler<Model>, _ bound: Int
  ) {
    self.definition = definition
    name = definition.name
    attributes = definition.attributes
    states = compiled.states
    transitions = compiled.transitions
    image = ChartImage(compiled.tables)
    descriptors = compiled.descriptors
    statesByName = outline.statesByName
    self.bound = bound
  }

  /// Finds a state by its name.
  public func state(named name: String) -> StateID? { statesByName[name].map(StateID.init(rawValue:)) }

  /// Returns a state by its identifier.
  public subscript(state: StateID) -> State { states[state.rawValue] }

  /// Returns a transition by its identifier.
  public subscript(transition: TransitionID) -> Transition { transitions[transition.rawValue] }

  /// Returns the name of a state; `(unnamed)` where the document gives it none.
  public func name(of state: StateID) -> String { states[state.rawValue].name ?? "(unnamed)" }

  /// Returns the names of the active states of a configuration, in document order.
  public func names(of configuration: Configuration) -> [String] { configuration.states.map(name(of:)) }

  /// Interns an event name, so that a loop can step without strings.
  ///
  /// Every name has an identifier, also one that no descriptor mentions. Source: SCXML 3.12.1.
  public func event(_ name: String) -> EventID { descriptors.event(name) }

  /// Lists the transitions that an event may trigger, wherever the machine stands.
  ///
  /// Two events with the same list are the same to the chart: what one does, the other does.
  public func transitions(on event: EventID) -> [TransitionID] {
    transitions.lazy.map(\.id).filter { id in
      tables.transitions[id.rawValue].descriptors.contains { tables.descriptors[$0].contains(event.rawValue) }
    }
  }

  /// Collects every descriptor that any transition bears, as written.
  public var eventDescriptors: Set<String> { Set(transitions.lazy.flatMap(\.descriptors)) }

  /// Tells whether an event descriptor matches an event name.
  ///
  /// It does where its tokens are the first of the name's tokens; `*` matches every name. A malformed descriptor
  /// matches none. Source: SCXML 3.12.1.
  public static func descriptor(_ descriptor: String, matches event: String) -> Bool {
    EventDescriptors.descriptor(descriptor, matches: event)
  }
}
