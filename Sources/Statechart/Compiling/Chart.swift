/// A chart that was checked and compiled into tables of integers.
///
/// Names are looked up once; stepping compares integers. The value is immutable, and any number of cases can be stepped
/// through it at once. `step` steps it under the null data model; an `Interpreter` steps it under another. Source: SCXML
/// 3 to 6 and Appendix D, without `invoke`, `script` and the HTTP processor.
///
///     let chart = try Chart(definition)
///     let start = try chart.start()
///     let step = try chart.step(start.configuration, "open")
///     print(chart.names(of: step.configuration))
public struct Chart: Sendable {
  /// One state of the chart.
  public struct State: Sendable, Equatable {
    /// How a state is entered.
    public enum Kind: Sendable, Equatable {
      /// Alone: it has no children.
      case atomic
      /// With one of its children.
      case compound
      /// With all of its children, which are its regions.
      case parallel
      /// Alone, and then its parent is done.
      case final
      /// Never: the states that it remembers are entered instead.
      case history(HistoryDepth)
    }

    /// The identifier of the state: its index in `Chart.states`.
    public let id: StateID
    /// The name that the document gives it, if any.
    public let name: String?
    /// How the state is entered.
    public let kind: Kind
    /// The state around it; `nil` at the top level.
    public let parent: StateID?
    /// The states directly inside it, in document order, without histories.
    public let children: [StateID]
    /// The number of the states around it; 0 at the top level.
    public let depth: Int
    /// The attributes that the domain added.
    public let attributes: [String: String]
    /// The line of the state's element.
    public let line: Int
  }

  /// One transition of the chart.
  public struct Transition: Sendable, Equatable {
    /// The identifier of the transition: its index in `Chart.transitions`.
    public let id: TransitionID
    /// The state that it belongs to.
    public let source: StateID
    /// Its event descriptors as they were written; an eventless transition has none.
    public let descriptors: [String]
    /// The condition under which it is enabled, as it was written.
    public let condition: Condition?
    /// Its targets as they were written; a transition without targets does not change the configuration.
    public let targets: [StateID]
    /// Whether it was written as an internal transition.
    public let isInternal: Bool
    /// The attributes that the domain added.
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

  /// The greatest number of microsteps, raised events and rounds of loops in one macrostep. One that needs more throws
  /// `ChartRunaway`.
  public let bound: Int

  /// The definition that the chart was compiled from.
  public let definition: ChartDefinition

  /// The attributes that the domain added to the chart itself.
  public let attributes: [String: String]

  let image: ChartImage
  private let descriptors: EventDescriptors
  private let statesByName: [String: Int]

  /// The rows that steps read.
  var tables: ChartTables { _read { yield image.tables } }

  /// Checks a definition and compiles it, under the null data model.
  ///
  /// - Parameters:
  ///   - definition: the chart as its document describes it; nothing about it is trusted.
  ///   - bound: how many microsteps and raised events one macrostep may take before it throws `ChartRunaway`.
  /// - Throws: `ChartFault` with the line of the first fault, also where the chart exceeds
  ///   `Chart.maximumDepth` or another limit.
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

  /// Returns the identifier of an event name, so that a loop can step without strings.
  ///
  /// Every name has an identifier, also one that no descriptor matches. Source: SCXML 3.12.1.
  public func event(_ name: String) -> EventID { descriptors.event(name) }

  /// Returns the transitions that an event may trigger, in any configuration.
  ///
  /// The chart cannot tell apart two events with the same list: what one does, the other does.
  public func transitions(on event: EventID) -> [TransitionID] {
    transitions.lazy.map(\.id).filter { id in
      tables.transitions[id.rawValue].descriptors.contains { tables.descriptors[$0].contains(event.rawValue) }
    }
  }

  /// The event descriptors of all transitions, as written.
  public var eventDescriptors: Set<String> { Set(transitions.lazy.flatMap(\.descriptors)) }

  /// Returns whether an event descriptor matches an event name.
  ///
  /// It matches where its tokens are the first of the name's tokens; `*` matches every name. A malformed descriptor
  /// matches none. Source: SCXML 3.12.1.
  public static func descriptor(_ descriptor: String, matches event: String) -> Bool {
    EventDescriptors.descriptor(descriptor, matches: event)
  }
}
