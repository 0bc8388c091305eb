/// The payload of a bag while it is being written: tables row by row, and whole files.
///
/// Rows are written as CSV as they come, so a caller holds one row at a time. The files themselves are kept in memory.
public struct Payload: Sendable {
  /// A table that was written.
  public struct Table: Sendable, Hashable {
    /// The collection that its rows are of.
    public let collection: String
    /// Its file, by its path under `data/`.
    public let file: String
    /// How many columns it has.
    public let columns: Int
    /// How many rows were written.
    public fileprivate(set) var rows: Int
  }

  /// The tables, in the order in which they were begun.
  public private(set) var tables: [Table] = []
  /// The files, tables included, in the order in which they were begun.
  public private(set) var files: [Tar.File] = []

  /// Makes a payload without files.
  public init() {}

  /// Begins a table: the rows that follow are its rows, until something else is begun.
  ///
  /// The file is named for the collection, `COLLECTION.csv`, where the name has only ASCII letters, digits, hyphens and
  /// underscores, and fewer than 60 of them. Otherwise it is named for the table's place, `collection.N.csv`, counted
  /// from 1; the dot keeps it apart from every other name.
  public mutating func beginTable(_ collection: String, columns: [String]) {
    let table = Table(
      collection: collection, file: Self.fileName(collection, tables.count + 1), columns: columns.count, rows: 0)
    tables.append(table)
    files.append(Tar.File(path: table.file, bytes: []))
    CSV.append(header: columns, to: &files[files.count - 1].bytes)
  }

  /// Writes a row of the table that was begun last.
  ///
  /// - Throws: `PackagingFault.strayRow` where no table is open, or the row has not a value for each of its columns.
  public mutating func add(_ row: [CSV.Value]) throws(PackagingFault) {
    guard let table = tables.last, files.last?.path == table.file, table.columns == row.count else { throw .strayRow }
    CSV.append(row, to: &files[files.count - 1].bytes)
    tables[tables.count - 1].rows += 1
  }

  /// Adds a whole file, by its path under `data/`.
  public mutating func add(_ bytes: [UInt8], as path: String) { files.append(Tar.File(path: path, bytes: bytes)) }

  private static func fileName(_ collection: String, _ place: Int) -> String {
    let isSafe = collection.utf8.allSatisfy {
      (48...57).contains($0) || (65...90).contains($0) || (97...122).contains($0) || $0 == 45 || $0 == 95
    }
    return isSafe && !collection.isEmpty && collection.utf8.count < 60 ? "\(collection).csv" : "collection.\(place).csv"
  }
}
