import Casework

/// Compares one table of a package with the statement and with the record of the collection.
struct TableCheck {
  /// The first column of every table: the ordinal of the row's target.
  static let targetColumn = "target"

  /// The table, as the statement describes it.
  let table: Statement.Table
  /// The record of the collection.
  let collected: Collected
  /// The ordinals of the order's targets.
  let targets: [Int]

  /// Reads a whole table. Its number of rows must be the one of the statement, which was compared with the record
  /// before.
  func read(_ bytes: [UInt8]) throws(PackageProblem) {
    var rows: CSVRows
    do throws(CSVRows.Malformed) { rows = try CSVRows(bytes) } catch { throw malformed }
    guard let header = try next(&rows) else { throw malformed }
    let columns = header.compactMap(\.self)
    guard columns.count == header.count else { throw malformed }
    try check(header: columns)
    let holders = table.columns.map { $0.map(targets(of:)) }
    var count = 0
    while let row = try next(&rows) {
      guard row.count == columns.count else { throw malformed }
      try check(row, holders)
      count += 1
    }
    guard count == table.rows else { throw .rows(collection: table.collection) }
  }

  private var malformed: PackageProblem { .table(collection: table.collection) }

  private func next(_ rows: inout CSVRows) throws(PackageProblem) -> [CSVRows.Field]? {
    do throws(CSVRows.Malformed) { return try rows.next() } catch { throw malformed }
  }

  private func check(header: [String]) throws(PackageProblem) {
    let collection = table.collection
    guard header.first == Self.targetColumn else { throw .header(collection: collection) }
    guard Set(header).count == header.count else { throw .columnTwice(collection: collection) }
    if let columns = table.columns {
      let stated = columns.map { Array($0.name.utf8) }
      guard header.dropFirst().map({ Array($0.utf8) }) == stated else { throw .header(collection: collection) }
      guard columns.allSatisfy({ !targets(of: $0).isEmpty }) else { throw .columnNotGranted(collection: collection) }
    }
    for item in collected.withheld where item.collection == collection && isWithheldForAll(item.reason) {
      // Without a column, the record withholds the whole collection.
      guard let column = item.column, !header.dropFirst().contains(column) else {
        throw .columnWithheld(collection: collection)
      }
    }
  }

  /// Says whether a column that is withheld for this reason is withheld for every target. Where there are several
  /// targets, a column that is not granted for one of them may be granted for another.
  private func isWithheldForAll(_ reason: Withheld.Reason) -> Bool {
    switch reason {
    case .notAnnotated: true
    case .notRequested, .notGranted: targets.count == 1
    case .outsidePeriod, .timeUnreadable, .anotherPerson, .noOwner: false
    }
  }

  /// Returns the targets for whom every category of a column is in the collected scope.
  private func targets(of column: Statement.Column) -> Set<Int> {
    guard !column.categories.isEmpty else { return [] }
    return Set(
      targets.filter { target in
        column.categories.allSatisfy { !collected.scope.days(target: target, category: $0).isEmpty }
      })
  }

  /// Checks that a row is of a target with collected data, and that each of its values is of a column that was
  /// collected for this target.
  ///
  /// - Parameter holders: the targets of each column; nil for a statement that lists no columns.
  private func check(_ row: [CSVRows.Field], _ holders: [Set<Int>]?) throws(PackageProblem) {
    guard let text = row[0], let target = Int(text), String(target) == text, targets.contains(target),
      collected.scope.grants[target] != nil
    else { throw .target(collection: table.collection) }
    guard let holders else { return }
    for (value, holder) in zip(row.dropFirst(), holders) where value != nil && !holder.contains(target) {
      throw .valueNotGranted(collection: table.collection)
    }
  }
}
