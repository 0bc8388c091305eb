/// Whose a row is, told from the annotation alone: a condition in SQL that holds for the rows of one person (I6).
///
/// The person is a row of a root: a collection with identities and a single primary key. Every `from` reference of a
/// collection must lead to that row, so a row with two owners is a row of neither unless both are the person. Nothing
/// else gives ownership, least of all a `to` reference, by which one customer's order reaches another's card.
struct Ownership {
  let dataset: Dataset
  let root: Dataset.DataCollection

  /// The column that the person is known by inside the source.
  var key: String? {
    let keys = root.fields.filter(\.isPrimaryKey)
    return keys.count == 1 ? keys[0].name : nil
  }

  /// Returns the condition on rows of a collection, with `:person` for the root's key; nil where there is no owner.
  func condition(on name: String) -> String? { condition(on: name, through: []) }

  private func condition(on name: String, through path: [String]) -> String? {
    guard let key, !path.contains(name) else { return nil }
    if name == root.name { return "\(Self.strict(key)) = :person" }
    guard let collection = dataset.collections.first(where: { $0.name == name }) else { return nil }
    let owning = collection.fields.flatMap { field in field.references.filter(\.isOwning).map { (field, $0) } }
    var parts: [String] = []
    for (field, reference) in owning {
      guard let above = condition(on: reference.collection, through: path + [name]) else { return nil }
      let (column, key) = (Self.strict(field.name), Self.strict(reference.field, collated: false))
      parts.append("\(column) IN (SELECT \(key) FROM \(Self.quoted(reference.collection)) WHERE \(above))")
    }
    return parts.isEmpty ? nil : parts.joined(separator: " AND ")
  }

  /// The expression for the time of a collection's rows, as seen from the table `row`; nil where nothing is said.
  func time(of name: String) -> String? {
    guard let collection = dataset.collections.first(where: { $0.name == name }) else { return nil }
    switch collection.time {
    case .field(let field): return "\(alias).\(Self.quoted(field))"
    case .standing, .unknown: return nil
    case .inherited:
      for field in collection.fields {
        for reference in field.references where reference.isOwning {
          guard let above = dataset.collections.first(where: { $0.name == reference.collection }),
            case .field(let time) = above.time
          else { continue }
          // Where two rows above could be meant, there is no time, and the row stays.
          return """
            (SELECT CASE WHEN count(*) = 1 THEN max(\(Self.quoted(time))) END FROM \(Self.quoted(above.name)) \
            WHERE \(Self.strict(reference.field)) = +\(alias).\(Self.quoted(field.name)))
            """
        }
      }
      return nil
    }
  }

  /// The name that a collection goes by inside a statement: one that no collection has, so that nothing captures it.
  var alias: String {
    var name = "amanat_row"
    while dataset.collections.contains(where: { $0.name.lowercased() == name }) { name += "_" }
    return name
  }

  /// The statements that must count nothing for the person: a row of another account that bears a value by which rows
  /// are said to be the person's. Where one does, whose the rows are cannot be told.
  var ambiguities: [(collection: String, field: String, sql: String)] {
    var result: [(collection: String, field: String, sql: String)] = []
    for collection in dataset.collections where condition(on: collection.name) != nil {
      for reference in collection.fields.flatMap(\.references) where reference.isOwning {
        guard let own = condition(on: reference.collection) else { continue }
        let (table, key) = (Self.quoted(reference.collection), Self.strict(reference.field, collated: false))
        result.append(
          (
            reference.collection, reference.field,
            """
            SELECT count(*) FROM \(table) WHERE \(key) COLLATE BINARY IN (SELECT \(key) FROM \(table) WHERE \(own)) \
            AND (\(own)) IS NOT TRUE
            """
          ))
      }
    }
    return result
  }

  /// A column compared as it is: `+` takes its affinity away, so '007' is not 7, and BINARY its collation, so ali is not ALI.
  static func strict(_ name: String, collated: Bool = true) -> String {
    "+\(quoted(name))\(collated ? " COLLATE BINARY" : "")"
  }

  /// Quotes a name for SQL: it comes from a file, and is never part of a statement unquoted.
  static func quoted(_ name: String) -> String {
    // Scalar by scalar: as characters, a quote that a joining mark follows would be another character and stay single.
    var result = "\""
    for scalar in name.unicodeScalars {
      result.unicodeScalars.append(scalar)
      if scalar == "\"" { result.unicodeScalars.append(scalar) }
    }
    return result + "\""
  }
}
