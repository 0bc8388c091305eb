import Casework
import Collection
import Foundation
import GRDB

/// A SQLite database as a source, opened read-only.
///
/// A collection is a table or a view. The file is never created or changed: SQLite opens it read-only and refuses
/// statements that write. A function that the schema calls runs only if SQLite considers it harmless (`trusted_schema =
/// OFF`).
public struct SQLiteDataSource: DataSource {
  private let database: DatabaseQueue

  /// Opens a database.
  ///
  /// - Parameter path: the path of the file.
  /// - Throws: `CollectionFault.source`, with `absent` if there is no file.
  public init(path: String) throws(CollectionFault) {
    var configuration = Configuration()
    configuration.readonly = true
    configuration.busyMode = .timeout(10)
    configuration.prepareDatabase { db in
      try db.execute(sql: "PRAGMA query_only = ON; PRAGMA trusted_schema = OFF")
      db.add(function: Self.accepting)
    }
    do throws(CollectionFault) {
      database = try mapped { try DatabaseQueue(path: path, configuration: configuration) }
    } catch .source(.absent) where FileManager.default.fileExists(atPath: path) {
      // SQLite has the same result code for a missing file and for a file that the account may not open.
      throw .source(.noPermission)
    }
  }

  /// The SQL function that says whether a value matches an identifier:
  private static let accepting = DatabaseFunction("amanat_accepts", argumentCount: 5, pure: true) { values in
    guard let name = String.fromDatabaseValue(values[0]), let kind = IdentifierKind(rawValue: name),
      let wanted = String.fromDatabaseValue(values[1]), let code = String.fromDatabaseValue(values[2]),
      let trunk = String.fromDatabaseValue(values[3])
    else { return false }
    let dialling = DiallingPlan(countryCode: code, trunkPrefix: trunk) ?? .none
    return IdentityMatch(column: "", kind: kind, value: wanted, dialling: dialling).accepts(SourceValue(values[4]))
  }

  /// Runs work in one read transaction.
  public func withSnapshot<Value>(_ work: (any SourceSnapshot) throws -> Value) throws -> Value {
    try mappingDatabaseErrors { try database.read { db in try work(SQLiteSnapshot(db: db)) } }
  }
}

/// Runs SQLite work and turns each error into a `CollectionFault`.
func mapped<Value>(_ work: () throws -> Value) throws(CollectionFault) -> Value {
  do {
    return try work()
  } catch let fault as CollectionFault {
    throw fault
  } catch let error as DatabaseError {
    throw .source(StorageTrouble(error))
  } catch {
    throw .source(.other)
  }
}

/// Runs SQLite work, turns SQLite's errors into `CollectionFault`s, and rethrows every other error.
func mappingDatabaseErrors<Value>(_ work: () throws -> Value) throws -> Value {
  do {
    return try work()
  } catch let error as DatabaseError {
    throw CollectionFault.source(StorageTrouble(error))
  }
}

extension StorageTrouble {
  /// Converts SQLite's result code (sqlite.org, "Result and Error Codes").
  init(_ error: DatabaseError) {
    switch error.resultCode {
    case .SQLITE_CORRUPT, .SQLITE_NOTADB: self = .damaged
    case .SQLITE_BUSY, .SQLITE_LOCKED: self = .busy
    case .SQLITE_CANTOPEN: self = .absent
    case .SQLITE_PERM, .SQLITE_READONLY, .SQLITE_AUTH: self = .noPermission
    case .SQLITE_IOERR: self = .device
    default: self = .other
    }
  }
}
