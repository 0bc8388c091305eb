import Casework

/// Whose the rows of a source are, computed from its annotation: data that every source compiles into queries of its own.
///
/// A plan has one root: a collection that has identities and a primary key, in which the person has one row. Every
/// `from` reference of another collection must lead to that row, so a row with two owners belongs to neither unless both
/// are the person. Nothing else gives ownership, least of all a `to` reference, by which one customer's order may refer
/// to another customer's card.
///
/// Plans are printed one collection a line:
///
///     root customers, key id, identities id account_id, full_name name
///     customers: the person's row; standing; ordered by id
///     orders: owned by customer_id → customers.id; time placed_at; ordered by id; points by card_id → cards.id
///     order_items: owned by order_id → orders.id; time placed_at of order_id → orders.id; ordered by id
///     products: no owner
///     unshared customers.id, orders.id
///
/// Columns come in lists. Today every list of a key or a reference has one element.
public struct OwnershipPlan: Sendable, Hashable {
  /// A column that an order may name the person by.
  public struct Identity: Sendable, Hashable {
    /// The column of the root.
    public let column: String
    /// The kind of identifier that it holds.
    public let kind: IdentifierKind
  }

  /// A value that must be the person's alone: rows are said to be the person's because they refer to it.
  public struct Unshared: Sendable, Hashable {
    /// The collection that is referred to.
    public let collection: String
    /// The columns that are referred to.
    public let columns: [String]
  }

  /// The collection in which the person has a row.
  public let root: String
  /// The root's primary key: the person is known by its value inside the source.
  public let key: [String]
  /// The columns of the root that an order may name the person by, in the order of the annotation.
  public let identities: [Identity]
  /// A plan for every annotated collection, in the order of the annotation.
  public let collections: [CollectionPlan]
  /// What no row of another person may have in common with the person's rows, each once.
  public let unshared: [Unshared]

  /// Returns the plan for a collection; nil where none is annotated under that name.
  public subscript(name: String) -> CollectionPlan? { collections.first { $0.name == name } }
}

/// How the rows of one collection are selected, placed in time and ordered.
public struct CollectionPlan: Sendable, Hashable {
  /// The collection's name in the source.
  public let name: String
  /// What a row must satisfy to be the person's; nil where no row of the collection has an owner.
  public let owner: OwnershipCondition?
  /// What places a row in time.
  public let time: TimeExpression
  /// The columns that rows are ordered by, ascending: the primary key. Empty where the source's own order counts.
  public let order: [String]
  /// The references to owned rows that may be another person's: these rows stay, and are counted.
  public let pointers: [PlannedReference]
}

/// What a row must satisfy to be the person's.
public indirect enum OwnershipCondition: Sendable, Hashable {
  /// The row's key is the person's.
  case isPerson
  /// The row refers to a row that is the person's by the condition of that row's own collection.
  case refers(PlannedReference)
  /// Every condition holds. There are at least two.
  case all([OwnershipCondition])
}

/// A reference from the columns of one collection to those of another, value for value.
public struct PlannedReference: Sendable, Hashable {
  /// The columns that refer.
  public let columns: [String]
  /// The collection referred to.
  public let collection: String
  /// The columns referred to, as many as `columns`.
  public let targets: [String]
}

/// What places a row in time.
public enum TimeExpression: Sendable, Hashable {
  /// Nothing does: the row is a state, which no period bounds.
  case standing
  /// The value of a column.
  case column(String)
  /// The value of a column in the row that is referred to. Where no row or several rows are meant, there is no time.
  case inherited(PlannedReference, column: String)
  /// The annotation does not say: the row cannot be shown to be inside any period.
  case unknown
}
