import Casework
import GRDB
import Ledger

/// Runs SQLite work and turns its errors into a `StoreFault`, so that no other room sees an error of GRDB.
func mapped<Value>(_ work: () throws -> Value) throws(StoreFault) -> Value {
  do {
    return try work()
  } catch let fault as StoreFault {
    throw fault
  } catch let error as DatabaseError {
    throw .database(StorageTrouble(error))
  } catch {
    throw .database(.other)
  }
}

extension StorageTrouble {
  /// Makes the value for a result code of SQLite (sqlite.org, "Result and Error Codes").
  init(_ error: DatabaseError) {
    switch error.resultCode {
    case .SQLITE_CORRUPT, .SQLITE_NOTADB: self = .damaged
    case .SQLITE_BUSY, .SQLITE_LOCKED: self = .busy
    case .SQLITE_FULL: self = .full
    case .SQLITE_PERM, .SQLITE_READONLY, .SQLITE_AUTH: self = .noPermission
    case .SQLITE_CANTOPEN: self = .absent
    case .SQLITE_IOERR: self = .device
    default: self = .other
    }
  }
}

extension Row {
  /// Returns the value of a column; nil if it is absent, NULL or of another type. GRDB's own subscript ends the program
  /// for a value of another type, which a person who can write the file can store.
  func lenient<Value: DatabaseValueConvertible>(_ column: String) -> Value? {
    (self[column] as DatabaseValue?).flatMap(Value.fromDatabaseValue)
  }
}
