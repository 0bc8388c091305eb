import Casework
import Foundation
import GRDB

/// One pass over a source: finds each person, takes their rows, counts what stays behind.
struct SourceReading {
  let db: Database
  let dataset: Dataset
  let granted: Scope
  let requested: Scope
  let day: (Instant) -> Day
  private var tables: [String: GatheredTable] = [:]
  private var tally = WithheldTally()
  private var scope = Scope()

  init(db: Database, dataset: Dataset, granted: Scope, requested: Scope, day: @escaping (Instant) -> Day) {
    self.db = db
    self.dataset = dataset
    self.granted = granted
    self.requested = requested
    self.day = day
  }

  var gathering: Gathering {
    Gathering(
      tables: dataset.collections.compactMap { tables[$0.name] }, withheld: tally.list, scope: scope)
  }

  /// Holds the annotation against the source: what it names must be there; what it does not name is withheld.
  mutating func checkAnnotation() throws {
    let sql = "SELECT name FROM sqlite_master WHERE type IN ('table', 'view') AND name NOT LIKE 'sqlite~_%' ESCAPE '~'"
    let present = try String.fetchAll(db, sql: sql)
    for collection in dataset.collections {
      guard present.contains(collection.name) else {
        throw CollectionFault.absent(collection: collection.name, field: nil)
      }
      let columns = try String.fetchAll(
        db, sql: "SELECT name FROM pragma_table_xinfo(?)", arguments: [collection.name])
      for field in collection.fields where !columns.contains(field.name) {
        throw CollectionFault.absent(collection: collection.name, field: field.name)
      }
      let named = Set(collection.fields.filter { !$0.categories.isEmpty }.map(\.name))
      for column in columns where !named.contains(column) {
        tally.add(.notAnnotated, collection.name, column: column)
      }
    }
    let listed = Set(dataset.collections.map(\.name))
    for name in present where !listed.contains(name) { tally.add(.notAnnotated, name) }
  }

  mutating func gather(_ subject: Subject) throws {
    let (ownership, person) = try find(subject)
    try checkUnambiguous(ownership, person, subject.ordinal)
    for collection in dataset.collections {
      guard let condition = ownership.condition(on: collection.name) else {
        tally.add(.noOwner, collection.name)
        continue
      }
      try take(collection, of: subject.ordinal, ownership, condition, person)
    }
    try countOthers(of: subject.ordinal, ownership, person)
  }

  /// Finds the one row that bears every identifier that the order gives and the source knows; at least one of them must
  /// single a person out.
  private func find(_ subject: Subject) throws -> (Ownership, DatabaseValue) {
    var found: [(Ownership, DatabaseValue)] = []
    for collection in dataset.collections {
      let ownership = Ownership(dataset: dataset, root: collection)
      guard let key = ownership.key else { continue }
      var parts: [String] = []
      var arguments: [String] = []
      var isParticular = false
      for (kind, value) in subject.identifiers.sorted(by: { $0.key.rawValue < $1.key.rawValue }) {
        for field in collection.fields where field.identity == kind {
          // A text with a NUL inside would be compared by what stands before it.
          parts.append("instr(CAST(\(Ownership.quoted(field.name)) AS BLOB), x'00') = 0")
          parts.append("amanat_normal('\(kind.rawValue)', \(Ownership.quoted(field.name))) = ?")
          arguments.append(value)
          isParticular = isParticular || kind.isParticular
        }
      }
      guard isParticular else { continue }
      let sql = """
        SELECT \(Ownership.quoted(key)) FROM \(Ownership.quoted(collection.name)) \
        WHERE \(parts.joined(separator: " AND "))
        """
      found += try DatabaseValue.fetchAll(db, sql: sql, arguments: StatementArguments(arguments)).map {
        (ownership, $0)
      }
    }
    guard let first = found.first else { throw CollectionFault.noSuchPerson(target: subject.ordinal) }
    guard found.count == 1 else { throw CollectionFault.severalPersons(target: subject.ordinal, count: found.count) }
    return first
  }

  /// Refuses a source in which the person's key, or a value that owns rows, is another account's too (I6).
  private func checkUnambiguous(_ ownership: Ownership, _ person: DatabaseValue, _ target: Int) throws {
    guard let condition = ownership.condition(on: ownership.root.name) else { return }
    let roots = try Int.fetchOne(
      db, sql: "SELECT count(*) FROM \(Ownership.quoted(ownership.root.name)) WHERE \(condition)",
      arguments: ["person": person])
    guard roots == 1 else { throw CollectionFault.severalPersons(target: target, count: roots ?? 0) }
    for item in ownership.ambiguities {
      guard try Int.fetchOne(db, sql: item.sql, arguments: ["person": person]) == 0 else {
        throw CollectionFault.ambiguousOwner(collection: item.collection, field: item.field)
      }
    }
  }

  private mutating func take(
    _ collection: Dataset.DataCollection, of target: Int, _ ownership: Ownership, _ condition: String,
    _ person: DatabaseValue
  ) throws {
    let leaving = leavingFields(of: collection, target: target)
    guard !leaving.isEmpty else { return }
    let isStanding = collection.time == .standing
    let time = ownership.time(of: collection.name)
    let columns = leaving.map { "\(ownership.alias).\(Ownership.quoted($0.name))" } + [time ?? "NULL"]
    let keys = collection.fields.filter(\.isPrimaryKey).map { "\(ownership.alias).\(Ownership.quoted($0.name))" }
    let order = keys.isEmpty ? "" : " ORDER BY \(keys.joined(separator: ", "))"
    let sql = """
      SELECT \(columns.joined(separator: ", ")) FROM \(Ownership.quoted(collection.name)) AS \(ownership.alias) \
      WHERE \(condition)\(order)
      """
    var rows: [[Cell]] = []
    let cursor = try Row.fetchCursor(db, sql: sql, arguments: ["person": person])
    while let row = try cursor.next() {
      var on: Day?
      if !isStanding {
        guard let moment = Self.instant(row.databaseValues.last) else {
          tally.add(.timeUnreadable, collection.name)
          continue
        }
        on = day(moment)
      }
      var cells: [Cell] = [.text(String(target))]
      var isInside = false
      for (field, value) in zip(leaving, row.databaseValues) {
        // Categories of one row may be granted for different days: a cell leaves only when all of its own allow it.
        let allowed = allows(field, target, on)
        isInside = isInside || allowed
        cells.append(allowed ? Self.cell(value) : .null)
      }
      if isInside { rows.append(cells) } else { tally.add(.outsidePeriod, collection.name) }
    }
    for category in leaving.flatMap(\.categories) {
      scope = scope.union(
        Scope(targets: [target], categories: [category], days: granted.days(target: target, category: category)))
    }
    let names = dataset.collections.first { $0.name == collection.name }?.fields.map(\.name) ?? []
    merge(rows, leaving.map(\.name), into: collection.name, order: names)
  }

  /// Says whether a column may leave at all: it has categories, and each of them is granted for some day.
  private func isGranted(_ field: Dataset.Field, target: Int) -> Bool {
    !field.categories.isEmpty
      && field.categories.allSatisfy { !granted.days(target: target, category: $0).isEmpty }
  }

  /// Says whether a cell may leave: every category of its column is granted for the row's day; a state has no day.
  private func allows(_ field: Dataset.Field, _ target: Int, _ on: Day?) -> Bool {
    field.categories.allSatisfy { category in
      on.map { granted.days(target: target, category: category).contains($0) } ?? true
    }
  }

  /// The columns that may leave for a target; every other is withheld, with the reason.
  private mutating func leavingFields(of collection: Dataset.DataCollection, target: Int) -> [Dataset.Field] {
    collection.fields.filter { field in
      guard !field.categories.isEmpty else { return false }
      if isGranted(field, target: target) { return true }
      let asked = field.categories.allSatisfy { !requested.days(target: target, category: $0).isEmpty }
      tally.add(asked ? .notGranted : .notRequested, collection.name, column: field.name)
      return false
    }
  }

  /// Adds a target's rows to a table, widening it where another target was granted other columns.
  private mutating func merge(_ rows: [[Cell]], _ columns: [String], into name: String, order: [String]) {
    var table = tables[name] ?? GatheredTable(name: name, columns: ["target"], rows: [])
    let all = ["target"] + order.filter { table.columns.contains($0) || columns.contains($0) }
    func widened(_ row: [Cell], _ have: [String]) -> [Cell] {
      all.map { column in have.firstIndex(of: column).map { row[$0] } ?? .null }
    }
    table.rows = table.rows.map { widened($0, table.columns) } + rows.map { widened($0, ["target"] + columns) }
    table.columns = all
    tables[name] = table
  }

  /// Counts the rows of other people that the person's collected rows point to: they stay, and it is said how many.
  ///
  /// Only rows that leave are followed: what lies outside the grant is not spoken of, not even by a number.
  private mutating func countOthers(of target: Int, _ ownership: Ownership, _ person: DatabaseValue) throws {
    for other in dataset.collections {
      guard let owned = ownership.condition(on: other.name) else { continue }
      var reached: [String: Set<DatabaseValue>] = [:]
      for collection in dataset.collections {
        for field in collection.fields {
          for reference in field.references where !reference.isOwning && reference.collection == other.name {
            reached[reference.field, default: []].formUnion(
              try values(of: field, in: collection, target: target, ownership, person))
          }
        }
      }
      var rows: Set<DatabaseValue> = []
      for (column, values) in reached {
        let quoted = Ownership.quoted(column)
        let sql =
          "SELECT \(quoted) FROM \(Ownership.quoted(other.name)) WHERE \(quoted) = :value AND (\(owned)) IS NOT TRUE"
        for value in values {
          rows.formUnion(try DatabaseValue.fetchAll(db, sql: sql, arguments: ["value": value, "person": person]))
        }
      }
      tally.add(.anotherPerson, other.name, rows.count)
    }
  }

  /// The values of a field in the person's rows that leave.
  private func values(
    of field: Dataset.Field, in collection: Dataset.DataCollection, target: Int, _ ownership: Ownership,
    _ person: DatabaseValue
  ) throws -> Set<DatabaseValue> {
    guard let condition = ownership.condition(on: collection.name) else { return [] }
    let leaving = collection.fields.filter { isGranted($0, target: target) }
    let time = ownership.time(of: collection.name) ?? "NULL"
    let sql = """
      SELECT \(ownership.alias).\(Ownership.quoted(field.name)), \(time) FROM \(Ownership.quoted(collection.name)) AS \(ownership.alias) \
      WHERE \(condition)
      """
    var result: Set<DatabaseValue> = []
    for row in try Row.fetchAll(db, sql: sql, arguments: ["person": person]) {
      let values = Array(row.databaseValues)
      guard !values[0].isNull else { continue }
      let on = collection.time == .standing ? nil : Self.instant(values[1]).map(day)
      guard collection.time == .standing || on != nil, leaving.contains(where: { allows($0, target, on) }) else {
        continue
      }
      result.insert(values[0])
    }
    return result
  }

  /// Reads a moment: UTC text as in 2026-04-03T18:25:43Z, SQLite's own `2026-04-03 18:25:43`, or seconds since 1970 until the year 9999.
  private static func instant(_ value: DatabaseValue?) -> Instant? {
    switch value?.storage {
    case .string(let text):
      Instant(text) ?? (text.utf8.count == 19 ? Instant(text.replacing(" ", with: "T") + "Z") : nil)
    case .int64(let seconds) where (0..<253_402_300_800).contains(seconds): Instant(seconds: seconds)
    default: nil
    }
  }

  private static func cell(_ value: DatabaseValue) -> Cell {
    switch value.storage {
    case .null: .null
    case .int64(let number): .text(String(number))
    case .double(let number): .text(String(number))
    case .string(let text): .text(text)
    case .blob(let data): .blob(Array(data))
    }
  }
}
