import Casework
import Yams

/// What a source's columns are, in the dataset format of the Fides language (fideslang), as far as collecting needs it.
///
///     dataset:
///       - fides_key: shop
///         collections:
///           - name: orders
///             fides_meta: { amanat_time: placed_at }     # ours: a field, `standing` or `inherited`
///             fields:
///               - name: customer_id
///                 data_categories: [system.operations]
///                 fides_meta:
///                   references:
///                     - { dataset: shop, field: customers.id, direction: from }   # whose the row is
///
/// What is not said here does not leave: a column without `data_categories`, a collection that is not listed, one that
/// no chain of `from` references ties to a person, one that says nothing of its time.
public struct Dataset: Sendable, Hashable {
  public var collections: [DataCollection]
  /// SHA-256 of the file.
  public var digest: Digest

  /// A table of a source.
  public struct DataCollection: Sendable, Hashable {
    public var name: String
    public var fields: [Field]
    public var time: Time
  }

  /// What places a collection's rows in time.
  public enum Time: Sendable, Hashable {
    /// A field of its own.
    case field(String)
    /// The row is a state, not an event: no period bounds it.
    case standing
    /// The owning row's time counts.
    case inherited
    /// Nothing is said: no row of it can be shown to be inside a period.
    case unknown
  }

  /// A column of a table.
  public struct Field: Sendable, Hashable {
    public var name: String
    public var categories: [DataCategory]
    public var identity: IdentifierKind?
    public var isPrimaryKey: Bool
    public var references: [Reference]
  }

  /// A reference to a column of another table.
  public struct Reference: Sendable, Hashable {
    public var collection: String
    public var field: String
    /// True for `from`: the other row owns this one. False for `to`: the other row may be anybody's.
    public var isOwning: Bool
  }
}

/// Why nothing was collected.
public enum CollectionFault: Error, Sendable, Equatable {
  /// The annotation is malformed, at a line where the reader knows one.
  case annotation(line: Int?, reason: String)
  /// The source cannot be opened or read, with SQLite's code.
  case source(code: Int)
  /// The annotation names a table or column that the source has not.
  case absent(collection: String, field: String?)
  /// A target's identifiers match no account, or several.
  case noSuchPerson(target: Int)
  case severalPersons(target: Int, count: Int)
  /// A value of this field is another account's too, so that whose rows refer to it cannot be told.
  case ambiguousOwner(collection: String, field: String)
}

extension Dataset {
  /// Reads an annotation.
  public init(reading text: String, digest: Digest) throws(CollectionFault) {
    let document: Document
    do {
      document = try YAMLDecoder().decode(Document.self, from: text)
    } catch let error as YamlError {
      throw .annotation(line: Self.line(of: error), reason: "not YAML")
    } catch {
      throw .annotation(line: nil, reason: "not a dataset of the Fides language")
    }
    var result: [DataCollection] = []
    for collection in document.dataset.flatMap(\.collections) {
      guard !result.contains(where: { $0.name.lowercased() == collection.name.lowercased() }) else {
        throw .annotation(line: nil, reason: "the collection '\(collection.name)' stands twice")
      }
      result.append(try collection.read())
    }
    collections = result
    self.digest = digest
    try checkReferences()
  }

  private static func line(of error: YamlError) -> Int? {
    switch error {
    case .scanner(_, _, let mark, _), .parser(_, _, let mark, _), .composer(_, _, let mark, _): mark.line
    default: nil
    }
  }

  private func checkReferences() throws(CollectionFault) {
    for collection in collections {
      for field in collection.fields {
        for reference in field.references {
          let other = collections.first { $0.name == reference.collection }
          guard other?.fields.contains(where: { $0.name == reference.field }) == true else {
            throw .annotation(
              line: nil, reason: "'\(collection.name).\(field.name)' refers to a field that is not annotated")
          }
        }
      }
    }
  }

  // MARK: The document as it is written

  private struct Document: Decodable { var dataset: [Written] }
  private struct Written: Decodable { var collections: [WrittenCollection] }

  private struct WrittenCollection: Decodable {
    struct Meta: Decodable {
      enum CodingKeys: String, CodingKey { case amanatTime = "amanat_time" }
      var amanatTime: String?
    }
    enum CodingKeys: String, CodingKey {
      case name, fields
      case fidesMeta = "fides_meta"
    }
    var name: String
    var fidesMeta: Meta?
    var fields: [WrittenField]

    func read() throws(CollectionFault) -> DataCollection {
      var read: [Field] = []
      for field in fields {
        // SQLite does not tell case apart: a column named twice could leave under the weaker of two labels.
        guard !read.contains(where: { $0.name.lowercased() == field.name.lowercased() }) else {
          throw .annotation(line: nil, reason: "'\(name).\(field.name)' stands twice")
        }
        read.append(try field.read(in: name))
      }
      let time: Time =
        switch fidesMeta?.amanatTime {
        case nil: .unknown
        case "standing": .standing
        case "inherited": .inherited
        case .some(let field): .field(field)
        }
      if case .field(let field) = time, !read.contains(where: { $0.name == field }) {
        throw .annotation(line: nil, reason: "'\(name)' takes its time from a field that it has not")
      }
      return DataCollection(name: name, fields: read, time: time)
    }
  }

  private struct WrittenField: Decodable {
    struct Meta: Decodable {
      struct Reference: Decodable {
        var field: String
        var direction: String?
      }
      enum CodingKeys: String, CodingKey {
        case identity, references
        case primaryKey = "primary_key"
      }
      var primaryKey: Bool?
      var identity: String?
      var references: [Reference]?
    }
    enum CodingKeys: String, CodingKey {
      case name
      case dataCategories = "data_categories"
      case fidesMeta = "fides_meta"
    }
    var name: String
    var dataCategories: [String]?
    var fidesMeta: Meta?

    func read(in collection: String) throws(CollectionFault) -> Field {
      var categories: [DataCategory] = []
      for text in dataCategories ?? [] {
        guard let category = DataCategory(text) else {
          throw .annotation(line: nil, reason: "'\(collection).\(name)' has a category that is none")
        }
        categories.append(category)
      }
      let identity = fidesMeta?.identity.map { ($0, IdentifierKind(rawValue: $0)) }
      if let identity, identity.1 == nil {
        throw .annotation(line: nil, reason: "'\(collection).\(name)' has an identity that is none: '\(identity.0)'")
      }
      var references: [Reference] = []
      for reference in fidesMeta?.references ?? [] {
        let parts = reference.field.split(separator: ".").map(String.init)
        guard parts.count == 2, ["from", "to", nil].contains(reference.direction) else {
          throw .annotation(line: nil, reason: "'\(collection).\(name)' has a reference that is none")
        }
        references.append(
          Reference(collection: parts[0], field: parts[1], isOwning: reference.direction == "from"))
      }
      return Field(
        name: name, categories: categories, identity: identity?.1,
        isPrimaryKey: fidesMeta?.primaryKey ?? false, references: references)
    }
  }
}
