/// The payload of a bag while it is written: tables row by row, and whole files.
///
/// Each row is written as CSV when it is added, so a caller needs to keep only one row. The files are kept in memory.
public struct Payload: Sendable {
  /// A table that was written.
  public struct Table: Sendable, Hashable {
    /// The collection of its rows.
    public let collection: String
    /// The path of its file under `data/`.
    public let file: String
    /// The names of its columns.
    public let columns: [String]
    /// The number of rows that were written.
    public fileprivate(set) var rows: Int
  }

  /// The tables, in the order in which they were begun.
  public private(set) var tables: [Table] = []
  /// The files, including those of the tables, in the order in which they were begun.
  public private(set) var files: [Tar.File] = []

  /// Makes a payload without files.
  public init() {}

  /// Begins a table. The rows that follow belong to it, until another table or file is added.
  ///
  /// The file is `COLLECTION.csv` if the collection's name has 1 to 59 bytes, all of them ASCII letters, digits,
  /// hyphens or underscores. Otherwise the file is `collection.N.csv`, where N is the number of the table, counted from
  /// 1. Because of the dot in this name, no other collection has a file of the same name.
  public mutating func beginTable(_ collection: String, columns: [String]) {
    let table = Table(
      collection: collection, file: Self.fileName(collection, tables.count + 1), columns: columns, rows: 0)
    tables.append(table)
    files.append(Tar.File(path: table.file, bytes: []))
    CSV.append(header: columns, to: &files[files.count - 1].bytes)
  }

  /// Writes a row of the table that was begun last.
  ///
  /// - Throws: `PackagingFault.strayRow` if no table is open, or if the row does not have one value for each column.
  public mutating func add(_ row: [CSV.Value]) throws(PackagingFault) {
    guard let table = tables.last, files.last?.path == table.file, table.columns.count == row.count else {
      throw .strayRow
    }
    CSV.append(row, to: &files[files.count - 1].bytes)
    tables[tables.count - 1].rows += 1
  }

  /// Adds a whole file, by its path under `data/`.
  public mutating func add(_ bytes: [UInt8], as path: String) { files.append(Tar.File(path: path, bytes: bytes)) }

  /// Returns the name of the file of a table.
  ///
  /// - Parameter place: the number of the table, counted from 1.
  static func fileName(_ collection: String, _ place: Int) -> String {
    let isSafe = collection.utf8.allSatisfy {
      (48...57).contains($0) || (65...90).contains($0) || (97...122).contains($0) || $0 == 45 || $0 == 95
    }
    return isSafe && !collection.isEmpty && collection.utf8.count < 60 ? "\(collection).csv" : "collection.\(place).csv"
  }
}
