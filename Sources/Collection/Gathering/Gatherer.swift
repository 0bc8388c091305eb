import Casework

extension DataSource {
  /// Collects the rows of the subjects from one snapshot of the source, in the granted columns and on the granted days.
  ///
  /// All persons are found before any row is read. The sink gets a table for each collection that has an owner and a
  /// column that is granted for some subject, even if the table has no rows.
  ///
  /// - Parameters:
  ///   - subjects: the targets of the order, each with an ordinal of its own.
  ///   - dataset: the source's annotation.
  ///   - sink: receives the tables. After a fault it may have received some of them.
  /// - Throws: a `CollectionFault`; an error of the sink, unchanged.
  public func gather(
    _ subjects: [Subject], dataset: Dataset, under grant: Grant, into sink: inout some GatheringSink
  ) throws -> Gathering {
    try withSnapshot { snapshot in
      var gatherer = Gatherer(snapshot: snapshot, dataset: dataset, grant: grant)
      try gatherer.checkAnnotation()
      for subject in subjects { try gatherer.find(subject) }
      for collection in dataset.collections { try gatherer.take(collection, &sink) }
      try gatherer.countOthers()
      return gatherer.gathering
    }
  }
}

/// Makes one pass over a snapshot. It finds each person, passes the person's rows to a sink, and counts what it
/// withholds.
private struct Gatherer {
  /// A target that was found in the source.
  private struct Found {
    var target: Int
    var person: SourcePerson
    /// The values of the `to` references in the person's gathered rows, by the columns that they refer to. The rows
    /// that they refer to may be another person's.
    var pointed: [PointedColumns: Set<[SourceValue]>] = [:]
  }

  /// The columns that a `to` reference refers to.
  private struct PointedColumns: Hashable {
    var collection: String
    var columns: [String]
  }

  /// A target for whom at least one column of a collection is granted.
  private struct Taker {
    /// The index of the target in `found`.
    var place: Int
    var plan: CollectionPlan
    var leaving: [Dataset.Field]
  }

  let snapshot: any SourceSnapshot
  let dataset: Dataset
  let grant: Grant
  private let plans: [OwnershipPlan]
  private var found: [Found] = []
  private var tables: [Gathering.Table] = []
  private var tally = WithheldTally()
  private var scope = Scope()

  init(snapshot: any SourceSnapshot, dataset: Dataset, grant: Grant) {
    self.snapshot = snapshot
    self.dataset = dataset
    self.grant = grant
    plans = OwnershipPlan.plans(for: dataset)
  }

  var gathering: Gathering { Gathering(tables: tables, withheld: tally.list, scope: scope) }

  /// Compares the annotation with the source. Throws if the source lacks an annotated collection or column. Counts
  /// collections that are not annotated, and columns without categories, as withheld.
  mutating func checkAnnotation() throws(CollectionFault) {
    let present = try snapshot.collections()
    for collection in dataset.collections {
      guard present.contains(collection.name) else { throw .absent(collection: collection.name, field: nil) }
      let columns = try snapshot.columns(of: collection.name).map(\.name)
      for field in collection.fields where !columns.contains(field.name) {
        throw .absent(collection: collection.name, field: field.name)
      }
      let named = Set(collection.fields.filter { !$0.categories.isEmpty }.map(\.name))
      for column in columns where !named.contains(column) { tally.add(.notAnnotated, collection.name, column: column) }
    }
    for name in present where dataset[name] == nil { tally.add(.notAnnotated, name) }
  }

  /// Finds the one row of a root that matches each identifier of the subject for which the source has a column. At
  /// least one of these identifiers must be particular: a name alone is not enough. Throws if another person's row has
  /// a value to which the person's rows refer.
  mutating func find(_ subject: Subject) throws(CollectionFault) {
    var matching: [SourcePerson] = []
    var isSought = false
    for plan in plans {
      let kinds = subject.identifiers.sorted { $0.key.rawValue < $1.key.rawValue }
      let matches = kinds.flatMap { kind, value in
        plan.identities.filter { $0.kind == kind }.map {
          IdentityMatch(column: $0.column, kind: kind, value: value, dialling: grant.dialling)
        }
      }
      guard matches.contains(where: \.kind.isParticular) else { continue }
      isSought = true
      matching += try snapshot.keys(in: plan, matching: matches).map { SourcePerson(plan: plan, key: $0) }
    }
    guard isSought || !subject.identifiers.keys.contains(where: \.isParticular) else {
      throw .noIdentityColumn(target: subject.ordinal)
    }
    guard let person = matching.first else { throw .noSuchPerson(target: subject.ordinal) }
    guard matching.count == 1 else { throw .severalPersons(target: subject.ordinal, count: matching.count) }
    guard try snapshot.rowCount(of: person) == 1 else {
      throw .keyNotUnique(collection: person.plan.root, field: person.plan.key.joined(separator: ", "))
    }
    for value in person.plan.unshared where try snapshot.isShared(value, by: person) {
      throw .ambiguousOwner(collection: value.collection, field: value.columns.joined(separator: ", "))
    }
    found.append(Found(target: subject.ordinal, person: person))
  }

  /// Passes the rows of all targets in a collection to the sink.
  mutating func take(_ collection: Dataset.DataCollection, _ sink: inout some GatheringSink) throws {
    var takers: [Taker] = []
    for (place, item) in found.enumerated() {
      guard let plan = item.person.plan[collection.name], plan.owner != nil else {
        tally.add(.noOwner, collection.name)
        continue
      }
      let leaving = leavingFields(of: collection, target: item.target)
      if !leaving.isEmpty { takers.append(Taker(place: place, plan: plan, leaving: leaving)) }
    }
    guard !takers.isEmpty else { return }
    let header = collection.fields.filter { field in takers.contains { $0.leaving.contains(field) } }
    try sink.begin(collection.name, columns: ["target"] + header.map(\.name))
    var rows = 0
    for taker in takers { rows += try take(taker, header, &sink) }
    tables.append(Gathering.Table(name: collection.name, rows: rows))
  }

  /// Returns the columns that are granted for a target. Counts every other column with categories as withheld.
  private mutating func leavingFields(of collection: Dataset.DataCollection, target: Int) -> [Dataset.Field] {
    collection.fields.filter { field in
      guard !field.categories.isEmpty else { return false }
      if grant.allows(field, target: target) { return true }
      let reason: Withheld.Reason = grant.asks(for: field, target: target) ? .notGranted : .notRequested
      tally.add(reason, collection.name, column: field.name)
      return false
    }
  }

  /// Passes one target's rows to the sink and returns their number. A column that is granted only for other targets is
  /// null.
  private mutating func take(
    _ taker: Taker, _ header: [Dataset.Field], _ sink: inout some GatheringSink
  ) throws -> Int {
    let (plan, target, person) = (taker.plan, found[taker.place].target, found[taker.place].person)
    let (snapshot, grant) = (snapshot, grant)
    let ordinal = Cell.text(String(target))
    let places = header.map { taker.leaving.firstIndex(of: $0) }
    let columns = taker.leaving.map(\.name) + plan.pointers.flatMap(\.columns)
    var rows = 0
    try snapshot.rows(of: plan, columns: columns, for: person) { row in
      var day: Day?
      if plan.time != .standing {
        guard let moment = Instant(rowTime: row.time) else {
          tally.add(.timeUnreadable, plan.name)
          return
        }
        day = grant.day(moment)
      }
      // The categories of one row may be granted for different days. A cell is disclosed only if each category of its
      // column is granted for the row's day.
      let allowed = taker.leaving.map { grant.allows($0, target: target, on: day) }
      guard allowed.contains(true) else {
        tally.add(.outsidePeriod, plan.name)
        return
      }
      let cells = places.map { place in place.flatMap { allowed[$0] ? Cell(row.values[$0]) : nil } ?? .null }
      try sink.add([ordinal] + cells)
      rows += 1
      notePointers(of: plan, row.values.dropFirst(taker.leaving.count), taker.place)
    }
    for category in taker.leaving.flatMap(\.categories) {
      let days = grant.granted.days(target: target, category: category)
      scope = scope.union(Scope(targets: [target], categories: [category], days: days))
    }
    return rows
  }

  /// Notes the values of the `to` references of a gathered row. The references of rows outside the grant are not noted:
  /// even the number of rows that they refer to would be a disclosure.
  private mutating func notePointers(of plan: CollectionPlan, _ values: ArraySlice<SourceValue>, _ place: Int) {
    var rest = values
    for pointer in plan.pointers {
      let tuple = Array(rest.prefix(pointer.columns.count))
      rest = rest.dropFirst(pointer.columns.count)
      guard !tuple.contains(where: \.isNull) else { continue }
      let columns = PointedColumns(collection: pointer.collection, columns: pointer.targets)
      found[place].pointed[columns, default: []].insert(tuple)
    }
  }

  /// Counts the other persons' rows that the gathered rows refer to, one for each distinct value. These rows are
  /// withheld, and only their number is recorded.
  mutating func countOthers() throws(CollectionFault) {
    for item in found {
      for plan in item.person.plan.collections where plan.owner != nil {
        var others: Set<[SourceValue]> = []
        for (pointed, values) in item.pointed where pointed.collection == plan.name {
          others.formUnion(
            try snapshot.othersValues(of: pointed.columns, in: plan, among: values, than: item.person))
        }
        tally.add(.anotherPerson, plan.name, others.count)
      }
    }
  }
}
