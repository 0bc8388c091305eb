/// Finds the first fault in a document that its schema does not allow.
struct SchemaBlame {
  private let model: SchemaModel
  /// The number of values that may still be checked. Each check is a separate validation, and a document can have many
  /// values.
  private var budget = 4_000

  /// Reads a schema; nil if `SchemaModel` cannot read it.
  init?(schema: [UInt8]) {
    guard let document = try? Document(parsing: schema), let model = SchemaModel(document.root) else { return nil }
    self.model = model
  }

  /// Returns the name if the schema defines it, otherwise nil.
  func known(_ name: String) -> String? { model.names.contains(name) ? name : nil }

  /// Returns the first fault with its line; nil if none was found.
  mutating func fault(in root: Element) -> (SchemaFault, line: Int)? {
    let name = model.root.attribute("name") ?? ""
    guard root.name == Element.Name(name, in: model.namespace) else {
      return (.unexpectedElement(known(root.name.local), parent: nil), root.line)
    }
    return fault(in: root, model.root)
  }

  private mutating func fault(in element: Element, _ definition: Element) -> (SchemaFault, line: Int)? {
    let content = model.content(of: definition)
    if let fault = attributeFault(element, content) { return (fault, element.line) }
    if let found = childFault(element, content) { return found }
    let name = element.name.local
    for rule in content.elements where rule.isRequired && !element.children.contains(where: { fits($0, rule) }) {
      return (.missingElement(rule.name, parent: name), element.line)
    }
    if !content.values.isEmpty {
      guard !isValid(element.text, content.values) else { return nil }
      return (.badValue(element: name, attribute: nil, allowed: model.words(content.values)), element.line)
    }
    if !content.hasText, element.text.contains(where: { !$0.isWhitespace }) {
      return (.unexpectedText(element: name), element.line)
    }
    return content.isOrdered ? orderFault(element, content) : nil
  }

  private mutating func attributeFault(_ element: Element, _ content: SchemaModel.Content) -> SchemaFault? {
    let name = element.name.local
    for (attribute, value) in element.attributes.sorted(by: { $0.key.local < $1.key.local }) {
      guard let rule = content.attributes.first(where: { Self.name(of: $0) == attribute }) else {
        return .unexpectedAttribute(known(attribute.local), element: name)
      }
      let patterns = rule.definition.children
      if !patterns.allSatisfy({ $0.name.local == "text" }), !isValid(value, patterns) {
        return .badValue(element: name, attribute: rule.name, allowed: model.words(patterns))
      }
    }
    let present = Set(element.attributes.keys)
    for rule in content.attributes where !present.contains(Self.name(of: rule)) {
      let isBegun =
        rule.group != nil
        && content.attributes.contains {
          $0.group == rule.group && present.contains(Self.name(of: $0))
        }
      if rule.isRequired || isBegun { return .missingAttribute(rule.name, element: name) }
    }
    return nil
  }

  private mutating func childFault(
    _ element: Element, _ content: SchemaModel.Content
  ) -> (SchemaFault, line: Int)? {
    var seen: Set<String> = []
    for child in element.children {
      guard let rule = content.elements.first(where: { fits(child, $0) }) else {
        return (.unexpectedElement(known(child.name.local), parent: element.name.local), child.line)
      }
      guard seen.insert(rule.name).inserted || rule.isRepeated else { return (.repeatedElement(rule.name), child.line) }
      if let found = fault(in: child, rule.definition) { return found }
    }
    return nil
  }

  private func orderFault(_ element: Element, _ content: SchemaModel.Content) -> (SchemaFault, line: Int)? {
    var last = 0
    for child in element.children {
      let place = content.elements.firstIndex { fits(child, $0) } ?? last
      if place < last { return (.misplacedElement(child.name.local), child.line) }
      last = place
    }
    return nil
  }

  private func fits(_ element: Element, _ rule: SchemaModel.ElementRule) -> Bool {
    element.name == Element.Name(rule.name, in: model.namespace)
  }

  /// Returns the name of an attribute in a schema. The only attribute with a prefix in our schemas is `xml:lang`.
  private static func name(of rule: SchemaModel.AttributeRule) -> Element.Name {
    rule.name.hasPrefix("xml:")
      ? Element.Name(String(rule.name.dropFirst(4)), in: "http://www.w3.org/XML/1998/namespace")
      : Element.Name(rule.name)
  }

  /// Says whether a value fits patterns. libxml2 validates a small document with this value alone. Returns true without
  /// a check when the budget is used up.
  private mutating func isValid(_ value: String, _ patterns: [Element]) -> Bool {
    budget -= 1
    guard budget > 0, let document = try? Document(parsing: Array("<v>\(SchemaModel.escaped(value))</v>".utf8)) else {
      return true
    }
    return document.isValid(against: model.schema(ofValue: patterns)) != false
  }
}
