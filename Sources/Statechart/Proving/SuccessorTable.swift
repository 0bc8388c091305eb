/// Computes and stores the result of each event in each configuration of a search.
///
/// A search can reach a configuration with several monitors. Each event is tried once in each configuration. The
/// results are stored in flat arrays of integers, so a configuration that is reached again costs one look-up.
/// Configurations and the records of moves are numbered from 0 in the order in which they are found.
struct SuccessorTable {
  /// The result of one event in one configuration.
  struct Successor {
    let event: Int32
    /// The number of the step's record in `records`.
    let record: Int32
    /// The number of the configuration after the step.
    let place: Int32
  }

  /// The fault of an event whose macrostep does not settle.
  struct Runaway: Error {
    let event: Int
    let cause: ChartRunaway
  }

  private(set) var configurations: ContiguousArray<Configuration> = []
  private(set) var isFinished: ContiguousArray<Bool> = []
  private(set) var records: ContiguousArray<MoveRecord> = []
  private(set) var successors: ContiguousArray<Successor> = []

  private let chart: Chart
  private let events: ContiguousArray<EventID>
  // The successors of one configuration are consecutive. A row that is not yet computed is empty and begins at -1.
  private var rows: ContiguousArray<(start: Int32, end: Int32)> = []
  // Open addressing: 0 is a free slot, n is configuration n - 1. The size is a power of two.
  private var slots = ContiguousArray<Int32>(repeating: 0, count: 1_024)
  // The seed differs from process to process, so that an author cannot write a chart whose configurations collide.
  private let seed = UInt64(truncatingIfNeeded: Hasher().finalize())
  // For each transition, the record of the plain steps that take only this transition; -1 if it is not yet known.
  private var plain: ContiguousArray<Int32>
  private var others: [RecordKey: Int32] = [:]
  private let small: SmallStep?

  private struct RecordKey: Hashable {
    let taken: StateSet
    let entered: StateSet
    let race: Race?
  }

  init(_ chart: Chart, _ events: [String]) {
    self.chart = chart
    self.events = ContiguousArray(events.map(chart.event))
    small = SmallStep(chart.image)
    plain = ContiguousArray(repeating: -1, count: chart.transitions.count)
    successors.reserveCapacity(events.count * 512)
  }

  /// Enters the chart's initial configuration. It must be called before any row is computed, so that the start has
  /// record 0.
  mutating func start() throws(ChartRunaway) -> Successor {
    let step = try chart.footprintOfStart()
    return Successor(
      event: -1, record: record(step.footprint), place: place(of: step.configuration, isFinished: step.isFinished))
  }

  /// Numbers a configuration from which a search starts.
  mutating func start(at configuration: Configuration) -> Int32 {
    place(of: configuration, isFinished: !configuration.active.isDisjoint(with: chart.tables.ends))
  }

  /// Makes the `Move` of a successor for callers.
  func move(_ successor: Successor) -> Move {
    let place = Int(successor.place)
    return Move(
      configuration: configurations[place], isFinished: isFinished[place], index: Int(successor.record), place: place,
      record: records[Int(successor.record)])
  }

  /// Returns the range in `successors` of the successors of a configuration, in the order of the events.
  mutating func row(of place: Int) throws(Runaway) -> Range<Int> {
    let row = rows[place]
    if row.start >= 0 { return Int(row.start)..<Int(row.end) }
    return try computeRow(of: place)
  }

  private mutating func computeRow(of place: Int) throws(Runaway) -> Range<Int> {
    let start = successors.count
    let configuration = configurations[place]
    if let small {
      let active = configuration.active.firstBits
      for index in events.indices where small.mayAnswer(active, events[index]) {
        if let step = small.step(active, events[index]) {
          let number =
            active == step.active
            ? Int32(place)
            : self.place(
              of: Configuration(active: StateSet(bits: step.active), memory: configuration.memory),
              isFinished: step.isFinished)
          let known = plain[step.transition]
          successors.append(
            Successor(
              event: Int32(index), record: known >= 0 ? known : record(ofPlain: step.transition), place: number))
        } else {
          try addSuccessor(of: configuration, place, event: index)
        }
      }
    } else {
      for index in events.indices { try addSuccessor(of: configuration, place, event: index) }
    }
    rows[place] = (Int32(start), Int32(successors.count))
    return start..<successors.count
  }

  private mutating func addSuccessor(
    of configuration: Configuration, _ place: Int, event index: Int
  ) throws(Runaway) {
    let event = events[index]
    let image = chart.image
    var taken = TakenList(image)
    switch image.plainStep(configuration.active, event, &taken) {
    case .unhandled: return
    case .moved(let active):
      let after = Configuration(active: active, memory: configuration.memory)
      let number = active == configuration.active ? Int32(place) : self.place(of: after, isFinished: false)
      successors.append(Successor(event: Int32(index), record: record(of: taken, image), place: number))
    case .extraordinary:
      let step: FootprintStep?
      do throws(ChartRunaway) { step = try chart.footprintOfStep(configuration, event) } catch {
        throw Runaway(event: index, cause: error)
      }
      guard let step else { return }
      let number = self.place(of: step.configuration, isFinished: step.isFinished)
      successors.append(Successor(event: Int32(index), record: record(step.footprint), place: number))
    }
  }

  // MARK: - Records

  private mutating func record(ofPlain transition: Int) -> Int32 {
    var transitions = StateSet(capacity: chart.tables.transitions.count)
    transitions.insert(transition)
    let number = record(
      RecordKey(taken: transitions, entered: chart.tables.entries[transition].states, race: nil))
    plain[transition] = number
    return number
  }

  private mutating func record(of taken: TakenList, _ image: ChartImage) -> Int32 {
    if taken.count == 1 { return plain[taken[0]] >= 0 ? plain[taken[0]] : record(ofPlain: taken[0]) }
    var transitions = StateSet(capacity: image.tables.transitions.count)
    var entered = StateSet(capacity: image.tables.states.count)
    for place in 0..<taken.count {
      transitions.insert(taken[place])
      entered.formUnion(image.tables.entries[taken[place]].states)
    }
    return record(RecordKey(taken: transitions, entered: entered, race: nil))
  }

  private mutating func record(_ footprint: Footprint) -> Int32 {
    record(RecordKey(taken: footprint.taken, entered: footprint.entered, race: footprint.race))
  }

  private mutating func record(_ key: RecordKey) -> Int32 {
    if let known = others[key] { return known }
    let number = Int32(records.count)
    others[key] = number
    records.append(MoveRecord(taken: key.taken, entered: key.entered, race: key.race))
    return number
  }

  // MARK: - Configurations

  private mutating func place(of configuration: Configuration, isFinished: Bool) -> Int32 {
    let mask = slots.count - 1
    var slot = Int(truncatingIfNeeded: configuration.active.mixed(seed)) & mask
    while slots[slot] != 0 {
      let known = slots[slot] - 1
      if configurations[Int(known)] == configuration { return known }
      slot = (slot + 1) & mask
    }
    let number = Int32(configurations.count)
    configurations.append(configuration)
    self.isFinished.append(isFinished)
    rows.append((-1, -1))
    slots[slot] = number + 1
    if configurations.count * 2 > slots.count { grow() }
    return number
  }

  private mutating func grow() {
    slots = ContiguousArray(repeating: 0, count: slots.count * 4)
    let mask = slots.count - 1
    for (number, configuration) in configurations.enumerated() {
      var slot = Int(truncatingIfNeeded: configuration.active.mixed(seed)) & mask
      while slots[slot] != 0 { slot = (slot + 1) & mask }
      slots[slot] = Int32(number) + 1
    }
  }
}
