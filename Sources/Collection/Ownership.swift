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
    if name == root.name { return "\(Self.quoted(key)) = :person" }
    guard let collection = dataset.collections.first(where: { $0.name == name }) else { return nil }
    let owning = collection.fields.flatMap { field in field.references.filter(\.isOwning).map { (field, $0) } }
    var parts: [String] = []
    for (field, reference) in owning {
      guard let above = condition(on: reference.collection, through: path + [name]) else { return nil }
      parts.append(
        "\(Self.quoted(field.name)) IN (SELECT \(Self.quoted(reference.field)) FROM \(Self.quoted(reference.collection)) WHERE \(above))"
      )
    }
    return parts.isEmpty ? nil : parts.joined(separator: " AND ")
  }

  /// The expression for the time of a collection's rows, as seen from the table `row`; nil where nothing is said.
  func time(of name: String) -> String? {
    guard let collection = dataset.collections.first(where: { $0.name == name }) else { return nil }
    switch collection.time {
    case .field(let field): return "row.\(Self.quoted(field))"
    case .standing, .unknown: return nil
    case .inherited:
      for field in collection.fields {
        for reference in field.references where reference.isOwning {
          guard let above = dataset.collections.first(where: { $0.name == reference.collection }),
            case .field(let time) = above.time
          else { continue }
          return """
            (SELECT \(Self.quoted(time)) FROM \(Self.quoted(above.name)) \
            WHERE \(Self.quoted(reference.field)) = row.\(Self.quoted(field.name)))
            """
        }
      }
      return nil
    }
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
