import Casework

/// A source's annotation. It says what the columns mean, which row owns which, and where the time of a row is.
///
/// The file is a dataset of the Fides language (fideslang). Collecting reads these keys and ignores all others:
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
/// If a reference names a dataset, its target must be in the dataset with that `fides_key`; otherwise the file is
/// refused.
///
/// Only annotated data can be disclosed. These stay in the source: a column without `data_categories`, a collection
/// that is not listed, a collection that no chain of `from` references connects to a person, and a collection without
/// `amanat_time`.
public struct Dataset: Sendable, Hashable {
  /// The annotated collections, in the order of the file. Names are unique, ignoring case.
  public let collections: [DataCollection]
  /// SHA-256 of the file.
  public let digest: Digest

  /// Returns the collection with exactly this name; nil if none is annotated.
  public subscript(name: String) -> DataCollection? { collections.first { $0.name == name } }

  /// A collection of a source: a table, a view or a file.
  public struct DataCollection: Sendable, Hashable {
    /// The collection's name in the source.
    public let name: String
    /// Its annotated fields, in the order of the file. Names are unique, ignoring case.
    public let fields: [Field]
    /// The source of its rows' time.
    public let time: Time
  }

  /// The source of a row's time, from `amanat_time`.
  public enum Time: Sendable, Hashable {
    /// A field of the row itself.
    case field(String)
    /// The row is a state and not an event, so no period limits it.
    case standing
    /// The time of the row that owns this one.
    case inherited
    /// `amanat_time` is missing. No row can be shown to be inside a period, so no row is disclosed.
    case unknown
  }

  /// A column of a collection.
  public struct Field: Sendable, Hashable {
    /// The column's name in the source.
    public let name: String
    /// The categories of its values. A value is disclosed only if all of them are granted. Without categories it is
    /// never disclosed.
    public let categories: [DataCategory]
    /// The kind of identifier in the column, if an order may name a person by it.
    public let identity: IdentifierKind?
    /// Says whether the column belongs to the collection's primary key.
    public let isPrimaryKey: Bool
    /// The references from this column to columns of other collections.
    public let references: [Reference]
  }

  /// A reference from a field to a field of another collection.
  public struct Reference: Sendable, Hashable {
    /// The annotated collection that it refers to.
    public let collection: String
    /// The annotated field that it refers to.
    public let field: String
    /// True for `direction: from`: the other row owns this one. False for `to` or without a direction: the other row
    /// may belong to another person.
    public let isOwning: Bool
  }
}
