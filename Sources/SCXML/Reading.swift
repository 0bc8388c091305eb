import Markup
import Statechart

/// Reads the elements of one document; each part of the standard is an extension in a file of its own.
struct Reading {
  let vocabulary: Vocabulary
  let fetch: SCXMLReader.Fetch?
  let dataModel: String

  /// Holds an element against the grammar: what it bears, what stands directly inside it, how often.
  ///
  /// - Returns: the domain's attributes.
  /// - Throws: the first fault, those of the element itself before those of what it holds.
  @discardableResult
  func check(_ element: Element) throws(SCXMLFault) -> [String: String] {
    let name = element.name.local
    guard let grammar = Grammar.elements[name] else {
      preconditionFailure("only elements that the grammar of their parent names are checked")
    }
    let domain = try checkAttributes(element, grammar)
    if !grammar.holdsText, !isBlank(element.text) {
      throw SCXMLFault(element, "<\(name)> holds text, and none may stand there")
    }
    var seen: Set<String> = []
    for child in element.children {
      try checkPlace(of: child, in: name, grammar)
      let isNew = seen.insert(child.name.local).inserted
      if !isNew, grammar.once.contains(child.name.local) {
        throw SCXMLFault(child, "<\(name)> holds one <\(child.name.local)> at most")
      }
    }
    return domain
  }

  private func checkAttributes(_ element: Element, _ grammar: Grammar) throws(SCXMLFault) -> [String: String] {
    let name = element.name.local
    let allowed = vocabulary.attributes[name] ?? []
    var domain: [String: String] = [:]
    // Sorted, so that of two faults it is always the same one that is told.
    let attributes = element.attributes.sorted {
      ($0.key.local, $0.key.namespace) < ($1.key.local, $1.key.namespace)
    }
    for (attribute, value) in attributes {
      guard value.utf8.count <= SCXMLReader.longestAttribute else {
        throw SCXMLFault(element, "an attribute is longer than \(SCXMLReader.longestAttribute) bytes")
      }
      if attribute.namespace.isEmpty, grammar.attributes.contains(attribute.local) { continue }
      guard !attribute.namespace.isEmpty, attribute.namespace == vocabulary.namespace, allowed.contains(attribute.local)
      else { throw SCXMLFault(element, "<\(name)> bears \(described(attribute))") }
      domain[attribute.local] = value
    }
    for attribute in grammar.required.sorted() where element.attribute(attribute) == nil {
      throw SCXMLFault(element, "<\(name)> needs the attribute '\(attribute)'")
    }
    for alternatives in grammar.exclusive where alternatives.filter({ element.attribute($0) != nil }).count > 1 {
      throw SCXMLFault(
        element, "<\(name)> bears '\(alternatives.joined(separator: "' and '"))', and one excludes the other")
    }
    return domain
  }

  // Names that the standard or the domain has are told; others are the document's own.
  private func described(_ attribute: Element.Name) -> String {
    let ours = Grammar.elements.values.contains { $0.attributes.contains(attribute.local) }
    if attribute.namespace.isEmpty, ours { return "the attribute '\(attribute.local)', which it does not have" }
    guard vocabulary.attributes.values.contains(where: { $0.contains(attribute.local) }) else {
      return "an attribute that nobody knows"
    }
    return attribute.namespace == vocabulary.namespace
      ? "the domain's attribute '\(attribute.local)', which it does not have"
      : "the attribute '\(attribute.local)' outside of the domain's namespace"
  }

  private func checkPlace(of child: Element, in parent: String, _ grammar: Grammar) throws(SCXMLFault) {
    guard child.name.namespace == SCXMLReader.namespace else {
      throw SCXMLFault(child, "an element of another namespace stands in <\(parent)>")
    }
    let name = child.name.local
    if let elements = vocabulary.elements, !elements.contains(name) {
      let isKnown = Grammar.elements[name] != nil || Grammar.refused[name] != nil
      throw SCXMLFault(child, isKnown ? "<\(name)> is not accepted here" : "<\(parent)> holds an unknown element")
    }
    if let reason = Grammar.refused[name] { throw SCXMLFault(child, reason) }
    guard grammar.children.contains(name) else {
      throw SCXMLFault(
        child,
        Grammar.elements[name] == nil ? "<\(parent)> holds an unknown element" : "<\(parent)> cannot hold <\(name)>")
    }
  }
}

// MARK: - Words

extension Reading {
  /// Splits a list at white space, which is XML's and no other (XML 1.0, 2.3).
  func words(_ text: String) -> [String] {
    text.utf8.split(whereSeparator: Self.isSpace).map { String(decoding: $0, as: UTF8.self) }
  }

  /// Tells whether a text is nothing but white space.
  func isBlank(_ text: String) -> Bool { text.utf8.allSatisfy(Self.isSpace) }

  private static func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || (0x09...0x0A).contains(byte) || byte == 0x0D }

  /// Reads an attribute that lists names; where it is there, it must name something.
  func names(_ attribute: String, of element: Element) throws(SCXMLFault) -> [String]? {
    guard let text = element.attribute(attribute) else { return nil }
    let names = words(text)
    guard !names.isEmpty else {
      throw SCXMLFault(element, "the attribute '\(attribute)' of <\(element.name.local)> names nothing")
    }
    return names
  }

  /// Reads an attribute that is one name (an XML ID or NMTOKEN).
  func name(_ attribute: String, of element: Element) throws(SCXMLFault) -> String? {
    guard let text = element.attribute(attribute) else { return nil }
    guard words(text) == [text] else {
      throw SCXMLFault(element, "the attribute '\(attribute)' of <\(element.name.local)> is not one name")
    }
    return text
  }

  /// Reads an attribute that has few values.
  func choice<Value>(
    _ attribute: String, of element: Element, _ values: KeyValuePairs<String, Value>, otherwise: Value
  ) throws(SCXMLFault) -> Value {
    guard let text = element.attribute(attribute) else { return otherwise }
    for (word, value) in values where word == text { return value }
    let words = values.map { "'\($0.key)'" }.joined(separator: " or ")
    throw SCXMLFault(element, "the attribute '\(attribute)' of <\(element.name.local)> is \(words)")
  }

  /// Reads an attribute that a twin can stand in for with an expression: `event` and `eventexpr`.
  func given(_ attribute: String, _ expression: String, of element: Element) -> Given? {
    element.attribute(attribute).map(Given.literal) ?? element.attribute(expression).map(Given.expression)
  }
}
