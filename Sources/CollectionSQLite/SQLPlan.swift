import Casework
import Collection
import GRDB

/// An ownership plan compiled to SQL. Names come from a file and are always quoted; values are always bound.
///
/// The person's key is bound as `:person0`, `:person1`, … A condition reads the columns of the nearest table:
///
///     +"order_id" COLLATE BINARY IN (SELECT +"id" FROM "orders" WHERE
///       +"customer_id" COLLATE BINARY IN (SELECT +"id" FROM "customers" WHERE +"id" COLLATE BINARY = :person0))
struct SQLPlan {
  private let plan: OwnershipPlan

  init(_ plan: OwnershipPlan) { self.plan = plan }

  // MARK: Statements

  /// Selects the key of every row of the root that matches every identity.
  func keys(matching identities: [IdentityMatch]) -> (sql: String, arguments: StatementArguments) {
    var conditions: [String] = []
    var arguments: [String] = []
    for identity in identities {
      let column = Self.quoted(identity.column)
      // A function is handed a text up to its first NUL, and could not tell the rest.
      conditions.append("instr(CAST(\(column) AS BLOB), x'00') = 0 AND amanat_accepts(?, ?, ?, ?, \(column))")
      arguments += [
        identity.kind.rawValue, identity.value, identity.dialling.countryCode, identity.dialling.trunkPrefix,
      ]
    }
    let sql = """
      SELECT \(Self.list(plan.key)) FROM \(Self.quoted(plan.root)) WHERE \(conditions.joined(separator: " AND "))
      """
    return (sql, StatementArguments(arguments))
  }

  /// Counts the rows of the root that have the person's key.
  var roots: String { "SELECT count(*) FROM \(Self.quoted(plan.root)) WHERE \(isPerson)" }

  /// Counts the rows of others that have values in common with the person's; nil where the collection has no owner.
  func sharing(_ value: OwnershipPlan.Unshared) -> String? {
    guard let own = condition(on: value.collection) else { return nil }
    let table = Self.quoted(value.collection)
    return """
      SELECT count(*) FROM \(table) WHERE \(Self.strict(value.columns)) IN \
      (SELECT \(Self.plain(value.columns)) FROM \(table) WHERE \(own)) AND (\(own)) IS NOT TRUE
      """
  }

  /// Selects columns and, last, the time of the person's rows; nil where the collection has no owner.
  func rows(of collection: CollectionPlan, _ columns: [String]) -> String? {
    guard let own = condition(on: collection.name) else { return nil }
    let wanted = columns.map { "\(alias).\(Self.quoted($0))" } + [time(of: collection)]
    let keys = collection.order.map { "\(alias).\(Self.quoted($0))" }
    let order = keys.isEmpty ? "" : " ORDER BY \(keys.joined(separator: ", "))"
    return """
      SELECT \(wanted.joined(separator: ", ")) FROM \(Self.quoted(collection.name)) AS \(alias) WHERE \(own)\(order)
      """
  }

  /// Selects the values of columns in rows of others that equal `:value0`, …; nil where the collection has no owner.
  func others(_ columns: [String], in collection: CollectionPlan) -> String? {
    guard let own = condition(on: collection.name) else { return nil }
    let equal = columns.enumerated().map { "\(Self.quoted($1)) = :value\($0)" }.joined(separator: " AND ")
    return "SELECT \(Self.list(columns)) FROM \(Self.quoted(collection.name)) WHERE \(equal) AND (\(own)) IS NOT TRUE"
  }

  // MARK: Arguments

  /// What every statement about a person is run with.
  static func arguments(_ person: SourcePerson) -> StatementArguments { arguments(person.key, named: "person") }

  /// Binds values as `:name0`, `:name1`, …
  static func arguments(_ values: [SourceValue], named name: String) -> StatementArguments {
    var arguments: [String: (any DatabaseValueConvertible)?] = [:]
    for (place, value) in values.enumerated() { arguments["\(name)\(place)"] = value.databaseValue }
    return StatementArguments(arguments)
  }

  // MARK: Expressions

  private var isPerson: String {
    plan.key.enumerated().map { "\(Self.strict([$1])) = :person\($0)" }.joined(separator: " AND ")
  }

  private func condition(on name: String) -> String? { plan[name]?.owner.map(sql) }

  private func sql(_ condition: OwnershipCondition) -> String {
    switch condition {
    case .isPerson: return isPerson
    case .all(let conditions): return conditions.map(sql).joined(separator: " AND ")
    case .refers(let reference):
      // A plan has a condition for whatever an owned row refers to, and no circles.
      let above = self.condition(on: reference.collection) ?? "FALSE"
      return """
        \(Self.strict(reference.columns)) IN \
        (SELECT \(Self.plain(reference.targets)) FROM \(Self.quoted(reference.collection)) WHERE \(above))
        """
    }
  }

  /// The time of a collection's rows, as seen from the row that `alias` names.
  private func time(of collection: CollectionPlan) -> String {
    switch collection.time {
    case .standing, .unknown: return "NULL"
    case .column(let column): return "\(alias).\(Self.quoted(column))"
    case .inherited(let reference, let column):
      let equal = zip(reference.targets, reference.columns).map { target, column in
        "\(Self.strict([target])) = +\(alias).\(Self.quoted(column))"
      }
      return """
        (SELECT CASE WHEN count(*) = 1 THEN max(\(Self.quoted(column))) END FROM \(Self.quoted(reference.collection)) \
        WHERE \(equal.joined(separator: " AND ")))
        """
    }
  }

  /// The name that a row goes by inside a statement: one that no collection has, so that nothing captures it.
  private var alias: String {
    var name = "amanat_row"
    while plan.collections.contains(where: { $0.name.lowercased() == name }) { name += "_" }
    return name
  }

  /// Columns compared as they are: `+` takes their affinity away, so '007' is not 7, and BINARY their collation, so ali
  /// is not ALI.
  private static func strict(_ columns: [String]) -> String { tuple(columns.map { "+\(quoted($0)) COLLATE BINARY" }) }

  /// Columns without affinity, in a place where the other side's collation counts.
  private static func plain(_ columns: [String]) -> String { columns.map { "+\(quoted($0))" }.joined(separator: ", ") }

  private static func list(_ columns: [String]) -> String { columns.map(quoted).joined(separator: ", ") }

  private static func tuple(_ terms: [String]) -> String {
    terms.count == 1 ? terms[0] : "(\(terms.joined(separator: ", ")))"
  }

  /// Quotes a name for SQL.
  private static func quoted(_ name: String) -> String {
    // Scalar by scalar: as characters, a quote that a joining mark follows would be another character and stay single.
    var result = "\""
    for scalar in name.unicodeScalars {
      result.unicodeScalars.append(scalar)
      if scalar == "\"" { result.unicodeScalars.append(scalar) }
    }
    return result + "\""
  }
}
