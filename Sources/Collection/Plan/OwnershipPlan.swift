import Casework

/// A plan that says which rows of a source belong to a person. It is computed from the annotation. Each source compiles
/// it into its own queries.
///
/// A plan has one root: a collection with identities and a primary key, in which the person has one row. Every `from`
/// reference of a row in another collection must lead to that row. So a row with two owners belongs to the person only
/// if both owners are the person. A `to` reference gives no ownership: the order of one customer may refer to the card
/// of another customer.
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
/// Keys and references are lists of columns. At present each of these lists has one element.
public struct OwnershipPlan: Sendable, Hashable {
  /// A column by which an order may name the person.
  public struct Identity: Sendable, Hashable {
    /// The name of the column in the root.
    public let column: String
    /// The kind of identifier in the column.
    public let kind: IdentifierKind
  }

  /// The columns that owning references refer to. Their values decide who owns the referring rows, so no row of another
  /// person may have a value of the person's rows.
  public struct Unshared: Sendable, Hashable {
    /// The collection that the references refer to.
    public let collection: String
    /// The columns that the references refer to.
    public let columns: [String]
  }

  /// The collection in which the person has a row.
  public let root: String
  /// The root's primary key. Its value identifies the person inside the source.
  public let key: [String]
  /// The columns of the root by which an order may name the person, in the order of the annotation.
  public let identities: [Identity]
  /// A plan for every annotated collection, in the order of the annotation.
  public let collections: [CollectionPlan]
  /// The columns whose values in the person's rows must not occur in another person's row, each listed once.
  public let unshared: [Unshared]

  /// Returns the plan for a collection; nil if no collection with this name is annotated.
  public subscript(name: String) -> CollectionPlan? { collections.first { $0.name == name } }
}

/// How the rows of one collection are selected, placed in time and ordered.
public struct CollectionPlan: Sendable, Hashable {
  /// The collection's name in the source.
  public let name: String
  /// The condition for a row to be the person's; nil if no row of the collection has an owner.
  public let owner: OwnershipCondition?
  /// The source of a row's time.
  public let time: TimeExpression
  /// The columns by which rows are ordered, ascending: the primary key. If it is empty, rows may come in any order.
  public let order: [String]
  /// The `to` references to collections that have owners. The rows that they refer to may be another person's; such
  /// rows are withheld and counted.
  public let pointers: [PlannedReference]
}

/// The condition for a row to be the person's.
public indirect enum OwnershipCondition: Sendable, Hashable {
  /// The row's key is the person's key.
  case isPerson
  /// The row refers to a row that is the person's by the condition of the other row's collection.
  case refers(PlannedReference)
  /// All conditions are true. There are at least two.
  case all([OwnershipCondition])
}

/// A reference from columns of one collection to columns of another. Each value must equal the value that it refers to.
public struct PlannedReference: Sendable, Hashable {
  /// The referring columns.
  public let columns: [String]
  /// The collection that they refer to.
  public let collection: String
  /// The columns that they refer to, as many as `columns`.
  public let targets: [String]
}

/// The source of a row's time.
public enum TimeExpression: Sendable, Hashable {
  /// No value: the row is a state, which no period limits.
  case standing
  /// The value of a column.
  case column(String)
  /// The value of a column in the row that the reference refers to. If it refers to no row or to several rows, there is
  /// no time.
  case inherited(PlannedReference, column: String)
  /// The annotation gives no time, so the row cannot be shown to be inside any period.
  case unknown
}
