import Casework

/// A source's annotation: what its columns mean, whose its rows are, and what places them in time.
///
/// The file is a dataset of the Fides language (fideslang), of which collecting reads these keys and ignores the others:
///
///     dataset:
///       - fides_key: shop
///         collections:
///           - name: orders
///             fides_meta: { amanat_time: placed_at }     # an addition: a field, `standing` or `inherited`
///             fields:
///               - name: customer_id
///                 data_categories: [system.operations]
///                 fides_meta:
///                   primary_key: False
///                   identity: account_id                 # national_id, phone_number, email, account_id or name
///                   references:
///                     - { dataset: shop, field: customers.id, direction: from }   # the other row owns this one
///
/// A reference that names a dataset leads to a collection of the dataset with that `fides_key`; another is refused.
///
/// Only what is annotated can leave. A column without `data_categories`, a collection that is not listed, one that no
/// chain of `from` references ties to a person, and one without `amanat_time` stay in the source.
public struct Dataset: Sendable, Hashable {
  /// The annotated collections, in the order of the file. Names are unique whatever the case of their letters.
  public let collections: [DataCollection]
  /// SHA-256 of the file.
  public let digest: Digest

  /// Returns the collection of a name, spelled exactly so; nil where none is annotated.
  public subscript(name: String) -> DataCollection? { collections.first { $0.name == name } }

  /// One collection of a source: a table, a view, a file.
  public struct DataCollection: Sendable, Hashable {
    /// The collection's name in the source.
    public let name: String
    /// Its annotated fields, in the order of the file. Names are unique whatever the case of their letters.
    public let fields: [Field]
    /// What places its rows in time.
    public let time: Time
  }

  /// What places a collection's rows in time, as `amanat_time` says.
  public enum Time: Sendable, Hashable {
    /// A field of the row itself.
    case field(String)
    /// The row is a state and not an event: no period bounds it.
    case standing
    /// The time of the row that owns this one.
    case inherited
    /// Nothing is said, so no row can be shown to be inside a period, and none leaves.
    case unknown
  }

  /// A column of a collection.
  public struct Field: Sendable, Hashable {
    /// The column's name in the source.
    public let name: String
    /// The categories of its values. A value leaves only when all of them are granted; without any it never leaves.
    public let categories: [DataCategory]
    /// The kind of identifier that its values are, where an order may name a person by them.
    public let identity: IdentifierKind?
    /// Says whether the column belongs to the collection's primary key.
    public let isPrimaryKey: Bool
    /// What its values refer to.
    public let references: [Reference]
  }

  /// A reference from a field to a field of another collection.
  public struct Reference: Sendable, Hashable {
    /// The collection referred to; it is annotated.
    public let collection: String
    /// The field referred to; it is annotated.
    public let field: String
    /// True for `direction: from`: the other row owns this one. False for `to` and for none: the other row may be
    /// anybody's.
    public let isOwning: Bool
  }
}
