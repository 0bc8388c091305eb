/// A chart that was checked and compiled into tables of integers.
///
/// Names are resolved once, and a step compares only integers. A chart is immutable, so any number of cases can use it
/// at the same time. `step` steps it with the null data model; an `Interpreter` steps it with another data model.
/// Source: SCXML 3 to 6 and Appendix D, without `invoke`, `script` and the HTTP processor.
///
///     let chart = try Chart(definition)
///     let start = try chart.start()
///     let step = try chart.step(start.configuration, "open")
///     print(chart.names(of: step.configuration))
public struct Chart: Sendable {
  /// One state of the chart.
  public struct State: Sendable, Equatable {
    /// The kinds of state.
    public enum Kind: Sendable, Equatable {
      /// A state without children.
      case atomic
      /// A state that is active together with one of its children.
      case compound
      /// A state that is active together with all of its children, which are its regions.
      case parallel
      /// A state without children. When it is active, its parent is done.
      case final
      /// A state that is never active. The states that it remembers are entered instead.
      case history(HistoryDepth)
    }

    /// The identifier of the state: its index in `Chart.states`.
    public let id: StateID
    /// The name that the document gives the state, if any.
    public let name: String?
    /// The kind of the state.
    public let kind: Kind
    /// The parent of the state; `nil` at the top level.
    public let parent: StateID?
    /// The children of the state, in document order, without histories.
    public let children: [StateID]
    /// The number of ancestors of the state; 0 at the top level.
    public let depth: Int
    /// The attributes that the domain adds.
    public let attributes: [String: String]
    /// The line of the state's element.
    public let line: Int
  }

  /// One transition of the chart.
  public struct Transition: Sendable, Equatable {
    /// The identifier of the transition: its index in `Chart.transitions`.
    public let id: TransitionID
    /// The state that contains the transition.
    public let source: StateID
    /// The event descriptors as written. An eventless transition has none.
    public let descriptors: [String]
    /// The condition as written; `nil` is always true.
    public let condition: Condition?
    /// The targets as written. A transition without targets does not change the configuration.
    public let targets: [StateID]
    /// Whether the transition is written as an internal one.
    public let isInternal: Bool
    /// The attributes that the domain adds.
    public let attributes: [String: String]
    /// The line of the transition's element.
    public let line: Int
  }

  /// The name of the chart.
  public let name: String
  /// The states in document order: `states[id.rawValue].id == id`. The chart itself is not among them.
  public let states: [State]
  /// The transitions by source in document order: `transitions[id.rawValue].id == id`.
  public let transitions: [Transition]

  /// The most microsteps, raised events and rounds of loops, counted together, of one macrostep. A macrostep that needs
  /// more throws `ChartRunaway`.
  public let bound: Int

  /// The definition that the chart was compiled from.
  public let definition: ChartDefinition

  /// The attributes that the domain adds to the chart itself.
  public let attributes: [String: String]

  let image: ChartImage
  private let descriptors: EventDescriptors
  private let statesByName: [String: Int]

  /// The rows that steps read.
  var tables: ChartTables { _read { yield image.tables } }

  /// Checks a definition and compiles it for the null data model.
  ///
  /// - Parameters:
  ///   - definition: the chart as its document describes it. It may come from an untrusted source.
  ///   - bound: the most microsteps and raised events, counted together, that one macrostep may take before it throws
  ///     `ChartRunaway`.
  /// - Throws: `ChartFault` with the line of the first fault. To exceed `Chart.maximumDepth` or another limit is a
  ///   fault too.
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

  /// Returns the name of a state, or `(unnamed)` if the document gives it none.
  public func name(of state: StateID) -> String { states[state.rawValue].name ?? "(unnamed)" }

  /// Returns the names of the active states of a configuration, in document order.
  public func names(of configuration: Configuration) -> [String] { configuration.states.map(name(of:)) }

  /// Returns the identifier of an event name, so that a loop can step without strings.
  ///
  /// Every name has an identifier, also a name that no descriptor matches. Source: SCXML 3.12.1.
  public func event(_ name: String) -> EventID { descriptors.event(name) }

  /// Returns the transitions that an event may trigger, in any configuration.
  ///
  /// Under the null data model, two events with the same list have the same effect in every configuration.
  public func transitions(on event: EventID) -> [TransitionID] {
    transitions.lazy.map(\.id).filter { id in
      tables.transitions[id.rawValue].descriptors.contains { tables.descriptors[$0].contains(event.rawValue) }
    }
  }

  /// The event descriptors of all transitions, as written.
  public var eventDescriptors: Set<String> { Set(transitions.lazy.flatMap(\.descriptors)) }

  /// Returns whether an event descriptor matches an event name.
  ///
  /// A descriptor matches if the tokens of the name begin with its tokens. `*` matches every name, and a malformed
  /// descriptor matches none. Source: SCXML 3.12.1.
  public static func descriptor(_ descriptor: String, matches event: String) -> Bool {
    EventDescriptors.descriptor(descriptor, matches: event)
  }
}
