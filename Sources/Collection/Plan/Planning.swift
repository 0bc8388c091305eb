import Casework

extension OwnershipPlan {
  /// Computes the plans of an annotation: one for each collection with an identity and a primary key of one column. An
  /// order may find a person in such a collection.
  public static func plans(for dataset: Dataset) -> [OwnershipPlan] {
    dataset.collections.compactMap { OwnershipPlan(root: $0, of: dataset) }
  }

  private init?(root: Dataset.DataCollection, of dataset: Dataset) {
    let keys = root.fields.filter(\.isPrimaryKey).map(\.name)
    identities = root.fields.compactMap { field in field.identity.map { Identity(column: field.name, kind: $0) } }
    guard keys.count == 1, !identities.isEmpty else { return nil }
    self.root = root.name
    key = keys
    var owners = OwnerSearch(dataset: dataset, root: root.name)
    for collection in dataset.collections { owners.find(collection.name) }
    let found = owners.found
    collections = dataset.collections.map { collection in
      CollectionPlan(
        name: collection.name, owner: found[collection.name] ?? nil, time: Self.time(of: collection, in: dataset),
        order: collection.fields.filter(\.isPrimaryKey).map(\.name),
        pointers: collection.references(owning: false).filter { (found[$0.collection] ?? nil) != nil })
    }
    var unshared: [Unshared] = []
    for collection in dataset.collections where (found[collection.name] ?? nil) != nil {
      for reference in collection.references(owning: true) where (found[reference.collection] ?? nil) != nil {
        let value = Unshared(collection: reference.collection, columns: reference.targets)
        if !unshared.contains(value) { unshared.append(value) }
      }
    }
    self.unshared = unshared
  }

  private static func time(of collection: Dataset.DataCollection, in dataset: Dataset) -> TimeExpression {
    switch collection.time {
    case .standing: return .standing
    case .unknown: return .unknown
    case .field(let field): return .column(field)
    case .inherited:
      for reference in collection.references(owning: true) {
        if case .field(let column)? = dataset[reference.collection]?.time {
          return .inherited(reference, column: column)
        }
      }
      return .unknown
    }
  }
}

extension Dataset.DataCollection {
  fileprivate func references(owning: Bool) -> [PlannedReference] {
    fields.flatMap { field in
      field.references.filter { $0.isOwning == owning }.map {
        PlannedReference(columns: [field.name], collection: $0.collection, targets: [$0.field])
      }
    }
  }
}

/// Finds the condition for each collection by following its owning references. Each collection is visited once.
private struct OwnerSearch {
  let dataset: Dataset
  let root: String
  /// The conditions of the visited collections. The inner value is nil if the collection has no owner, or if its search
  /// is not finished. So a circle of references gives no owner.
  var found: [String: OwnershipCondition?] = [:]

  init(dataset: Dataset, root: String) {
    self.dataset = dataset
    self.root = root
  }

  @discardableResult
  mutating func find(_ name: String) -> OwnershipCondition? {
    if let known = found[name] { return known }
    if name == root {
      found[name] = .some(.isPerson)
      return .isPerson
    }
    found[name] = .some(nil)
    let references = dataset[name]?.references(owning: true) ?? []
    for reference in references where find(reference.collection) == nil { return nil }
    let conditions = references.map(OwnershipCondition.refers)
    let condition = conditions.count > 1 ? OwnershipCondition.all(conditions) : conditions.first
    found[name] = .some(condition)
    return condition
  }
}
