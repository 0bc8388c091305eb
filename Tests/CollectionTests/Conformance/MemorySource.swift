import Collection
import Foundation

/// A source in memory. It implements the contract of `SourceSnapshot` in the plainest way.
///
/// The tests of the contract itself make it break one promise.
final class MemorySource: DataSource, @unchecked Sendable {
  private let lock = NSLock()
  private var tables: [SourceWorld.Table]
  private let broken: SourcePromise?

  init(_ tables: [SourceWorld.Table], breaking promise: SourcePromise? = nil) {
    self.tables = tables
    broken = promise
  }

  func add(_ row: [SourceValue], to table: String) {
    lock.withLock {
      for place in tables.indices where tables[place].name == table { tables[place].rows.append(row) }
    }
  }

  private var content: [SourceWorld.Table] { lock.withLock { tables } }

  func withSnapshot<Value>(_ work: (any SourceSnapshot) throws -> Value) throws -> Value {
    let now = content
    let isLive = broken == .oneMoment
    return try work(MemorySnapshot(tables: { isLive ? self.content : now }, broken: broken))
  }
}

/// The tables at one moment.
private struct MemorySnapshot: SourceSnapshot {
  let tables: () -> [SourceWorld.Table]
  let broken: SourcePromise?

  private func table(_ name: String) throws(CollectionFault) -> SourceWorld.Table {
    guard let table = tables().first(where: { $0.name == name }), broken != .writesNames || !name.contains("\"")
    else { throw .source(.other) }
    return table
  }

  /// A row by column names.
  private typealias Record = [String: SourceValue]

  private func records(_ name: String) throws(CollectionFault) -> [Record] {
    let table = try table(name)
    return table.rows.map { Dictionary(uniqueKeysWithValues: zip(table.columns.map(\.name), $0)) }
  }

  private func tuple(_ record: Record, _ columns: [String]) -> [SourceValue] {
    columns.map { record[$0] ?? .null }
  }

  /// Says whether two tuples have equal values. Null equals no value.
  private func equal(_ left: [SourceValue], _ right: [SourceValue]) -> Bool {
    left.count == right.count
      && zip(left, right).allSatisfy { one, other in
        if broken == .comparesKinds, Cell(one) == Cell(other) { return true }
        if broken == .comparesLetters, case .text(let a) = one, case .text(let b) = other {
          return a.lowercased() == b.lowercased()
        }
        if broken == .comparesBytes, case .text(let a) = one, case .text(let b) = other { return a == b }
        return one == other && (!one.isNull || broken == .nullEqualsNothing)
      }
  }

  func collections() throws(CollectionFault) -> [String] {
    tables().dropLast(broken == .listsCollections ? 1 : 0).map(\.name)
  }

  func columns(of collection: String) throws(CollectionFault) -> [SourceColumn] {
    Array(try table(collection).columns.dropLast(broken == .listsColumns ? 1 : 0))
  }

  func keys(
    in plan: OwnershipPlan, matching identities: [IdentityMatch]
  ) throws(CollectionFault) -> [[SourceValue]] {
    func fits(_ record: Record, _ identity: IdentityMatch) -> Bool {
      let value = record[identity.column] ?? .null
      return broken == .normalises ? Cell(value) == .text(identity.value) : identity.accepts(value)
    }
    return try records(plan.root).filter { record in
      broken == .matchesEveryIdentity
        ? identities.contains { fits(record, $0) } : identities.allSatisfy { fits(record, $0) }
    }.map { tuple($0, plan.key) }
  }

  func rowCount(of person: SourcePerson) throws(CollectionFault) -> Int {
    let rows = try records(person.plan.root).filter { equal(tuple($0, person.plan.key), person.key) }
    return broken == .countsRootRows ? min(rows.count, 1) : rows.count
  }

  private func owns(_ record: Record, _ name: String, _ person: SourcePerson) throws(CollectionFault) -> Bool {
    guard let owner = person.plan[name]?.owner else { return false }
    return try holds(owner, record, person)
  }

  private func holds(
    _ condition: OwnershipCondition, _ record: Record, _ person: SourcePerson
  ) throws(CollectionFault) -> Bool {
    switch condition {
    case .isPerson: return equal(tuple(record, person.plan.key), person.key)
    case .all(let conditions):
      if broken == .wantsEveryOwner {
        for part in conditions where try holds(part, record, person) { return true }
        return false
      }
      for part in conditions where try !holds(part, record, person) { return false }
      return true
    case .refers(let reference):
      for other in try records(reference.collection)
      where equal(tuple(record, reference.columns), tuple(other, reference.targets)) {
        if broken == .followsReferences { return true }
        if try owns(other, reference.collection, person) { return true }
      }
      return false
    }
  }

  func isShared(_ value: OwnershipPlan.Unshared, by person: SourcePerson) throws(CollectionFault) -> Bool {
    if broken == .findsSharedValues { return false }
    var own: [[SourceValue]] = []
    var others: [[SourceValue]] = []
    for record in try records(value.collection) {
      let tuple = tuple(record, value.columns)
      if try owns(record, value.collection, person) { own.append(tuple) } else { others.append(tuple) }
    }
    return own.contains { one in others.contains { equal(one, $0) } }
  }

  private func time(of record: Record, _ plan: CollectionPlan) throws(CollectionFault) -> SourceValue {
    switch plan.time {
    case .standing, .unknown: return broken == .givesNoTime ? .integer(0) : .null
    case .column(let column): return broken == .givesTime ? .null : record[column] ?? .null
    case .inherited(let reference, let column):
      let above = try records(reference.collection).filter {
        equal(tuple(record, reference.columns), tuple($0, reference.targets))
      }
      if broken == .inheritsTime { return above.first?[column] ?? .null }
      return above.count == 1 ? above[0][column] ?? .null : .null
    }
  }

  func rows(
    of collection: CollectionPlan, columns: [String], for person: SourcePerson, _ receive: (SourceRow) throws -> Void
  ) throws {
    var own = try records(collection.name).filter { try owns($0, collection.name, person) }
    if broken != .ordersRows {
      own.sort { one, other in
        zip(tuple(one, collection.order), tuple(other, collection.order)).lazy
          .map { (Self.rank($0), Self.rank($1)) }.first { $0 != $1 }.map { $0 < $1 } ?? false
      }
    }
    for record in own {
      var values = tuple(record, broken == .givesWantedColumns ? columns.sorted() : columns)
      if broken == .givesExactValues {
        values = values.map { if case .text(let text) = Cell($0) { .text(text) } else { .null } }
      }
      let row = SourceRow(values: values, time: try time(of: record, collection))
      if broken == .passesErrorsOn { try? receive(row) } else { try receive(row) }
    }
  }

  /// Returns the sort rank of a value: null first, then integers by size, then everything else.
  private static func rank(_ value: SourceValue) -> Int64 {
    switch value {
    case .null: .min
    case .integer(let number): number
    default: .max
    }
  }

  func othersValues(
    of columns: [String], in collection: CollectionPlan, among values: Set<[SourceValue]>, than person: SourcePerson
  ) throws(CollectionFault) -> Set<[SourceValue]> {
    var result: Set<[SourceValue]> = []
    for record in try records(collection.name) {
      let tuple = tuple(record, columns)
      guard broken == .findsOthers || values.contains(where: { equal($0, tuple) }) else { continue }
      if try !owns(record, collection.name, person) { result.insert(tuple) }
    }
    return result
  }
}
