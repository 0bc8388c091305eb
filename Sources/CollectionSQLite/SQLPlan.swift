import Casework
import Collection
import GRDB

/// An ownership plan compiled to SQL. Names come from a file and are always quoted; values are always bound.
///
/// The person's key is bound as `:person0`, `:person1`, … A column in a condition belongs to the table of the innermost
/// SELECT around it:
///
///     +"order_id" COLLATE BINARY IN (SELECT +"id" FROM "orders" WHERE
///       +"customer_id" COLLATE BINARY IN (SELECT +"id" FROM "customers" WHERE +"id" COLLATE BINARY = :person0))
struct SQLPlan {
  private let plan: OwnershipPlan

  init(_ plan: OwnershipPlan) { self.plan = plan }

  // MARK: Statements

  /// Returns the query for the key of every row of the root that matches every identity.
  func keys(matching identities: [IdentityMatch]) -> (sql: String, arguments: StatementArguments) {
    var conditions: [String] = []
    var arguments: [String] = []
    for identity in identities {
      let column = Self.quoted(identity.column)
      // SQLite functions in GRDB receive a text only up to its first NUL, so a text with a NUL is excluded first.
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

  /// The query that counts the rows of the root that have the person's key.
  var roots: String { "SELECT count(*) FROM \(Self.quoted(plan.root)) WHERE \(isPerson)" }

  /// Returns the query that counts the rows of others that have the same values as a row of the person; nil if the
  /// collection has no owner.
  func sharing(_ value: OwnershipPlan.Unshared) -> String? {
    guard let own = condition(on: value.collection) else { return nil }
    let table = Self.quoted(value.collection)
    return """
      SELECT count(*) FROM \(table) WHERE \(Self.strict(value.columns)) IN \
      (SELECT \(Self.plain(value.columns)) FROM \(table) WHERE \(own)) AND (\(own)) IS NOT TRUE
      """
  }

  /// Returns the query for columns of the person's rows, with the time of the row last; nil if the collection has no
  /// owner.
  func rows(of collection: CollectionPlan, _ columns: [String]) -> String? {
    guard let own = condition(on: collection.name) else { return nil }
    let wanted = columns.map { "\(alias).\(Self.quoted($0))" } + [time(of: collection)]
    let keys = collection.order.map { "\(alias).\(Self.quoted($0))" }
    let order = keys.isEmpty ? "" : " ORDER BY \(keys.joined(separator: ", "))"
    return """
      SELECT \(wanted.joined(separator: ", ")) FROM \(Self.quoted(collection.name)) AS \(alias) WHERE \(own)\(order)
      """
  }

  /// Returns the query for the values of columns that equal `:value0`, … in the rows of others; nil if the collection
  /// has no owner.
  func others(_ columns: [String], in collection: CollectionPlan) -> String? {
    guard let own = condition(on: collection.name) else { return nil }
    let equal = columns.enumerated().map { "\(Self.quoted($1)) = :value\($0)" }.joined(separator: " AND ")
    return "SELECT \(Self.list(columns)) FROM \(Self.quoted(collection.name)) WHERE \(equal) AND (\(own)) IS NOT TRUE"
  }

  // MARK: Arguments

  /// Binds the person's key, which every statement about a person needs.
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
      // A plan has a condition for each collection that an owned collection refers to, and these conditions have no
      // circles.
      let above = self.condition(on: reference.collection) ?? "FALSE"
      return """
        \(Self.strict(reference.columns)) IN \
        (SELECT \(Self.plain(reference.targets)) FROM \(Self.quoted(reference.collection)) WHERE \(above))
        """
    }
  }

  /// Returns the expression for the time of the row that `alias` names.
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

  /// The alias of the row in a statement. No collection has this name, so the alias never means another table.
  private var alias: String {
    var name = "amanat_row"
    while plan.collections.contains(where: { $0.name.lowercased() == name }) { name += "_" }
    return name
  }

  /// Returns columns for a comparison without conversion. `+` removes their affinity, so '007' is not 7. `COLLATE
  /// BINARY` replaces their collation, so ali is not ALI.
  private static func strict(_ columns: [String]) -> String { tuple(columns.map { "+\(quoted($0)) COLLATE BINARY" }) }

  /// Returns columns without affinity, for the side of a comparison whose collation SQLite does not use.
  private static func plain(_ columns: [String]) -> String { columns.map { "+\(quoted($0))" }.joined(separator: ", ") }

  private static func list(_ columns: [String]) -> String { columns.map(quoted).joined(separator: ", ") }

  private static func tuple(_ terms: [String]) -> String {
    terms.count == 1 ? terms[0] : "(\(terms.joined(separator: ", ")))"
  }

  /// Quotes a name for SQL.
  private static func quoted(_ name: String) -> String {
    // The loop goes over scalars. As a `Character`, a quote with a combining mark differs from a quote and would not be
    // doubled.
    var result = "\""
    for scalar in name.unicodeScalars {
      result.unicodeScalars.append(scalar)
      if scalar == "\"" { result.unicodeScalars.append(scalar) }
    }
    return result + "\""
  }
}
