import Casework

extension OwnershipPlan: CustomStringConvertible {
  /// The plan as text: a line for the root, a line for each collection, and a line for the unshared columns if there
  /// are any.
  public var description: String {
    let identities = identities.map { "\($0.column) \($0.kind.rawValue)" }.joined(separator: ", ")
    var lines = ["root \(root), key \(key.joined(separator: " + ")), identities \(identities)"]
    lines += collections.map(\.description)
    if !unshared.isEmpty {
      lines.append("unshared " + unshared.map { $0.columns.qualified(by: $0.collection) }.joined(separator: ", "))
    }
    return lines.joined(separator: "\n")
  }
}

extension CollectionPlan: CustomStringConvertible {
  /// The plan in one line.
  public var description: String {
    guard let owner else { return "\(name): no owner" }
    var parts = [owner.description, time.description]
    if !order.isEmpty { parts.append("ordered by \(order.joined(separator: ", "))") }
    if !pointers.isEmpty { parts.append("points by \(pointers.map(\.description).joined(separator: ", "))") }
    return "\(name): \(parts.joined(separator: "; "))"
  }
}

extension OwnershipCondition: CustomStringConvertible {
  /// The condition in words.
  public var description: String {
    switch self {
    case .isPerson: "the person's row"
    case .refers(let reference): "owned by \(reference)"
    case .all(let conditions): conditions.map(\.description).joined(separator: " and ")
    }
  }
}

extension PlannedReference: CustomStringConvertible {
  /// The reference as `column → collection.column`.
  public var description: String { "\(columns.joined(separator: " + ")) → \(targets.qualified(by: collection))" }
}

extension TimeExpression: CustomStringConvertible {
  /// The expression in words.
  public var description: String {
    switch self {
    case .standing: "standing"
    case .column(let column): "time \(column)"
    case .inherited(let reference, let column): "time \(column) of \(reference)"
    case .unknown: "time unknown"
    }
  }
}

extension [String] {
  fileprivate func qualified(by collection: String) -> String {
    map { "\(collection).\($0)" }.joined(separator: " + ")
  }
}
