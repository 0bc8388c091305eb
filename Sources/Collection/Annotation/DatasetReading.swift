import Casework

extension Dataset {
  /// Reads an annotation.
  ///
  /// - Parameters:
  ///   - text: the text of the file.
  ///   - digest: SHA-256 of the file's bytes.
  /// - Throws: `CollectionFault.annotation` with the line, if the file is not YAML, lacks a key, names something twice,
  ///   or has an invalid category, identity or reference.
  public init(reading text: String, digest: Digest) throws(CollectionFault) {
    do throws(AnnotationFault) {
      var reading = DatasetReading()
      self.init(
        collections: try AnnotationNode.document(text) { root throws(AnnotationFault) in
          try reading.collections(in: root)
        }, digest: digest)
    } catch {
      throw .annotation(error)
    }
  }
}

/// Makes one pass over an annotation's document.
private struct DatasetReading {
  /// A reference whose target is checked after all collections have been read.
  private struct Pending {
    var line: Int?
    var collection: String
    var field: String
    /// The `fides_key` of the dataset that the reference names; nil if it names none.
    var dataset: String?
    var reference: Dataset.Reference
  }

  private var read: [Dataset.DataCollection] = []
  /// The `fides_key` of each collection's dataset, by the collection's name. A collection has no element here if its
  /// dataset has no key.
  private var keys: [String: String] = [:]
  private var pending: [Pending] = []

  mutating func collections(in root: AnnotationNode) throws(AnnotationFault) -> [Dataset.DataCollection] {
    for dataset in try root.required("dataset").list() {
      let key = try dataset.value(of: "fides_key")?.text()
      for node in try dataset.required("collections").list() { try add(node, of: key) }
    }
    for item in pending {
      let other = read.first { $0.name == item.reference.collection }
      guard other?.fields.contains(where: { $0.name == item.reference.field }) == true else {
        let target = "\(item.reference.collection).\(item.reference.field)"
        throw AnnotationFault(
          line: item.line, .referenceToNothing(collection: item.collection, field: item.field, target: target))
      }
      if let dataset = item.dataset, keys[item.reference.collection] != dataset {
        throw AnnotationFault(
          line: item.line,
          .referenceToAnotherDataset(collection: item.collection, field: item.field, dataset: dataset))
      }
    }
    return read
  }

  private mutating func add(_ node: AnnotationNode, of dataset: String?) throws(AnnotationFault) {
    let name = try node.required("name").text()
    guard !read.contains(where: { $0.name.lowercased() == name.lowercased() }) else {
      throw AnnotationFault(line: node.line, .collectionTwice(name))
    }
    keys[name] = dataset
    var fields: [Dataset.Field] = []
    for node in try node.required("fields").list() {
      let field = try field(node, in: name)
      // Most databases ignore case in names. A column that is listed twice could be disclosed under its less strict
      // entry.
      guard !fields.contains(where: { $0.name.lowercased() == field.name.lowercased() }) else {
        throw AnnotationFault(line: node.line, .fieldTwice(collection: name, field: field.name))
      }
      fields.append(field)
    }
    let time = try time(of: node, name, fields)
    read.append(Dataset.DataCollection(name: name, fields: fields, time: time))
  }

  private func time(
    of node: AnnotationNode, _ name: String, _ fields: [Dataset.Field]
  ) throws(AnnotationFault) -> Dataset.Time {
    guard let value = try node.value(of: "fides_meta")?.value(of: "amanat_time") else { return .unknown }
    switch try value.text() {
    case "standing": return .standing
    case "inherited": return .inherited
    case let field:
      guard fields.contains(where: { $0.name == field }) else {
        throw AnnotationFault(line: value.line, .noTimeField(collection: name, field: field))
      }
      return .field(field)
    }
  }

  private mutating func field(_ node: AnnotationNode, in collection: String) throws(AnnotationFault) -> Dataset.Field {
    let name = try node.required("name").text()
    var categories: [DataCategory] = []
    for item in try node.value(of: "data_categories")?.list() ?? [] {
      let text = try item.text()
      guard let category = DataCategory(text) else {
        throw AnnotationFault(line: item.line, .noCategory(collection: collection, field: name, text: text))
      }
      categories.append(category)
    }
    let meta = try node.value(of: "fides_meta")
    var identity: IdentifierKind?
    if let value = try meta?.value(of: "identity") {
      let text = try value.text()
      identity = IdentifierKind(rawValue: text)
      guard identity != nil else {
        throw AnnotationFault(line: value.line, .noIdentity(collection: collection, field: name, text: text))
      }
    }
    var references: [Dataset.Reference] = []
    for item in try meta?.value(of: "references")?.list() ?? [] {
      let reference = try reference(item, collection, name)
      references.append(reference)
      let dataset = try item.value(of: "dataset")?.text()
      pending.append(
        Pending(line: item.line, collection: collection, field: name, dataset: dataset, reference: reference))
    }
    return Dataset.Field(
      name: name, categories: categories, identity: identity,
      isPrimaryKey: try meta?.value(of: "primary_key")?.flag() ?? false, references: references)
  }

  private func reference(
    _ node: AnnotationNode, _ collection: String, _ field: String
  ) throws(AnnotationFault) -> Dataset.Reference {
    let target = try node.required("field").text()
    let parts = target.split(separator: ".").map(String.init)
    guard parts.count == 2 else {
      throw AnnotationFault(line: node.line, .noReference(collection: collection, field: field, text: target))
    }
    let direction = try node.value(of: "direction")
    let text = try direction?.text()
    guard ["from", "to", nil].contains(text) else {
      throw AnnotationFault(
        line: direction?.line, .noDirection(collection: collection, field: field, text: text ?? ""))
    }
    return Dataset.Reference(collection: parts[0], field: parts[1], isOwning: text == "from")
  }
}
