import Collection
import Foundation
import GRDB

/// The state of a database in one read transaction.
struct SQLiteSnapshot: SourceSnapshot {
  let db: Database

  func collections() throws(CollectionFault) -> [String] {
    let sql = "SELECT name FROM sqlite_master WHERE type IN ('table', 'view') AND name NOT LIKE 'sqlite~_%' ESCAPE '~'"
    return try mapped { try String.fetchAll(db, sql: sql) }
  }

  func columns(of collection: String) throws(CollectionFault) -> [SourceColumn] {
    let sql = "SELECT name, type FROM pragma_table_xinfo(?)"
    return try mapped {
      try Row.fetchAll(db, sql: sql, arguments: [collection]).map { row in
        SourceColumn(name: row["name"], kind: SourceColumn.Kind(declared: row["type"] ?? ""))
      }
    }
  }

  func keys(
    in plan: OwnershipPlan, matching identities: [IdentityMatch]
  ) throws(CollectionFault) -> [[SourceValue]] {
    let query = SQLPlan(plan).keys(matching: identities)
    return try mapped {
      var keys: [[SourceValue]] = []
      let cursor = try Row.fetchCursor(db, sql: query.sql, arguments: query.arguments)
      while let row = try cursor.next() {
        let key = try row.exactValues()
        guard key.allSatisfy(\.isBindable), !row.hasTextOutsideUTF8(key) else { throw CollectionFault.source(.other) }
        keys.append(key)
      }
      return keys
    }
  }

  func rowCount(of person: SourcePerson) throws(CollectionFault) -> Int {
    try count(SQLPlan(person.plan).roots, person)
  }

  func isShared(_ value: OwnershipPlan.Unshared, by person: SourcePerson) throws(CollectionFault) -> Bool {
    guard let sql = SQLPlan(person.plan).sharing(value) else { return false }
    return try count(sql, person) > 0
  }

  private func count(_ sql: String, _ person: SourcePerson) throws(CollectionFault) -> Int {
    try mapped { try Int.fetchOne(db, sql: sql, arguments: SQLPlan.arguments(person)) ?? 0 }
  }

  func rows(
    of collection: CollectionPlan, columns: [String], for person: SourcePerson, _ receive: (SourceRow) throws -> Void
  ) throws {
    guard let sql = SQLPlan(person.plan).rows(of: collection, columns) else { return }
    try mappingDatabaseErrors {
      let cursor = try Row.fetchCursor(db, sql: sql, arguments: SQLPlan.arguments(person))
      while let row = try cursor.next() {
        var values = try row.exactValues()
        let time = values.popLast() ?? .null
        try receive(SourceRow(values: values, time: time))
      }
    }
  }

  func othersValues(
    of columns: [String], in collection: CollectionPlan, among values: Set<[SourceValue]>, than person: SourcePerson
  ) throws(CollectionFault) -> Set<[SourceValue]> {
    guard let sql = SQLPlan(person.plan).others(columns, in: collection) else { return [] }
    return try mapped {
      let statement = try db.makeStatement(sql: sql)
      var result: Set<[SourceValue]> = []
      for tuple in values where tuple.allSatisfy(\.isBindable) {
        let arguments = SQLPlan.arguments(person) + SQLPlan.arguments(tuple, named: "value")
        let cursor = try Row.fetchCursor(statement, arguments: arguments)
        while let row = try cursor.next() { result.insert(try row.exactValues()) }
      }
      return result
    }
  }
}

extension Row {
  /// Says whether the cursor's current row has a text that is not UTF-8. Such a text cannot be bound again as the same
  /// value.
  fileprivate func hasTextOutsideUTF8(_ exact: [SourceValue]) -> Bool {
    exact.indices.contains { place in
      guard case .bytes = exact[place], case .string = (self[place] as DatabaseValue).storage else { return false }
      return true
    }
  }

  /// Returns the values of a cursor's current row, with texts byte for byte.
  fileprivate func exactValues() throws -> [SourceValue] {
    try (0..<count).map { place in
      let value = SourceValue(self[place] as DatabaseValue)
      guard case .text(let text) = value else { return value }
      // GRDB reads a text only up to its first NUL and replaces bytes that are not UTF-8. The row has the bytes as
      // stored.
      return try withUnsafeData(atIndex: place) { bytes in
        guard let bytes, !text.utf8.elementsEqual(bytes) else { return value }
        guard let exact = String(validating: bytes, as: UTF8.self) else { return .bytes(Array(bytes)) }
        return .text(exact)
      }
    }
  }
}

extension SourceValue {
  /// Converts a value that SQLite stores.
  init(_ value: DatabaseValue) {
    switch value.storage {
    case .null: self = .null
    case .int64(let number): self = .integer(number)
    case .double(let number): self = .real(number)
    case .string(let text): self = .text(text)
    case .blob(let data): self = .bytes(Array(data))
    }
  }

  /// Says whether GRDB can bind the whole value. It binds a text only up to its first NUL.
  fileprivate var isBindable: Bool { if case .text(let text) = self { !text.utf8.contains(0) } else { true } }

  /// The value as SQLite stores it.
  var databaseValue: DatabaseValue {
    switch self {
    case .null: .null
    case .integer(let number): number.databaseValue
    case .real(let number): number.databaseValue
    case .text(let text): text.databaseValue
    case .bytes(let bytes): Data(bytes).databaseValue
    }
  }
}

extension SourceColumn.Kind {
  /// Derives the kind from a declared type, by SQLite's rules of affinity (sqlite.org, "Datatypes In SQLite", section
  /// 3.1).
  init(declared type: String) {
    let type = type.uppercased()
    func says(_ words: String...) -> Bool { words.contains { type.contains($0) } }
    if says("INT") {
      self = .integer
    } else if says("CHAR", "CLOB", "TEXT") {
      self = .text
    } else if says("BLOB") {
      self = .bytes
    } else if says("REAL", "FLOA", "DOUB") {
      self = .real
    } else {
      self = .other
    }
  }
}
