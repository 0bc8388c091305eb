import Casework
import Foundation
import GRDB

/// A service's SQLite database, opened for reading only.
public struct SQLiteSource: Sendable {
  private let database: DatabaseQueue

  /// Opens a database read-only; never creates one.
  ///
  /// - Parameter dialling: how the office's country dials: telephone numbers are compared in their international form.
  public init(path: String, dialling: DiallingPlan) throws(CollectionFault) {
    var configuration = Configuration()
    configuration.readonly = true
    configuration.busyMode = .timeout(10)
    configuration.prepareDatabase { db in
      try db.execute(sql: "PRAGMA query_only = ON; PRAGMA trusted_schema = OFF")
      db.add(function: Self.normalizing(dialling))
    }
    database = try Self.mapped { try DatabaseQueue(path: path, configuration: configuration) }
  }

  /// Compares identifiers as people write them: `amanat_normal(kind, value)`.
  private static func normalizing(_ dialling: DiallingPlan) -> DatabaseFunction {
    DatabaseFunction("amanat_normal", argumentCount: 2, pure: true) { values in
      guard let name = String.fromDatabaseValue(values[0]), let kind = IdentifierKind(rawValue: name) else {
        return nil
      }
      switch values[1].storage {
      case .string(let text): return kind.normalized(text, dialling: dialling)
      case .int64(let number): return kind.normalized(String(number), dialling: dialling)
      default: return nil
      }
    }
  }

  private static func mapped<Value>(_ work: () throws -> Value) throws(CollectionFault) -> Value {
    do {
      return try work()
    } catch let fault as CollectionFault {
      throw fault
    } catch let error as DatabaseError {
      throw .source(code: Int(error.extendedResultCode.rawValue))
    } catch {
      throw .source(code: -1)
    }
  }

  /// Collects for every subject, in one snapshot of the source: only their rows, only granted columns and days.
  ///
  /// - Parameters:
  ///   - requested: what the order asks; tells a column that was asked and not granted from one that was not asked.
  ///   - day: the day that a moment falls on in the office's zone.
  public func gather(
    _ subjects: [Subject], dataset: Dataset, granted: Scope, requested: Scope, day: @escaping (Instant) -> Day
  ) throws(CollectionFault) -> Gathering {
    try Self.mapped {
      try database.read { db in
        var reading = SourceReading(db: db, dataset: dataset, granted: granted, requested: requested, day: day)
        try reading.checkAnnotation()
        for subject in subjects { try reading.gather(subject) }
        return reading.gathering
      }
    }
  }
}
