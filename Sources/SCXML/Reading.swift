import Markup
import Statechart

/// Reads the elements of one document. Each part of the standard is an extension in its own file.
struct Reading {
  let vocabulary: Vocabulary
  let fetch: SCXMLReader.Fetch?
  let dataModel: String

  /// Checks an element against the grammar: its attributes, its text, and the kinds and numbers of its child elements.
  ///
  /// - Returns: the domain's attributes.
  /// - Throws: the first fault. Faults of the element itself come before faults of its child elements.
  @discardableResult
  func check(_ element: Element) throws(SCXMLFault) -> [String: String] {
    let name = element.name.local
    guard let grammar = Grammar.elements[name] else {
      preconditionFailure("only elements that the grammar of their parent names are checked")
    }
    let domain = try checkAttributes(element, grammar)
    if !grammar.holdsText, !isBlank(element.text) {
      throw SCXMLFault(element, "<\(name)> cannot contain text")
    }
    var seen: Set<String> = []
    for child in element.children {
      try checkPlace(of: child, in: name, grammar)
      guard grammar.once.contains(child.name.local) else { continue }
      if !seen.insert(child.name.local).inserted {
        throw SCXMLFault(child, "<\(name)> can contain only one <\(child.name.local)>")
      }
    }
    return domain
  }

  private func checkAttributes(_ element: Element, _ grammar: Grammar) throws(SCXMLFault) -> [String: String] {
    let name = element.name.local
    let allowed = vocabulary.attributes[name] ?? []
    var domain: [String: String] = [:]
    var wrong: [Element.Name] = []
    for (attribute, value) in element.attributes {
      if value.utf8.count > SCXMLReader.longestAttribute {
        wrong.append(attribute)
      } else if attribute.namespace.isEmpty {
        if !grammar.attributes.contains(attribute.local) { wrong.append(attribute) }
      } else if attribute.namespace == vocabulary.namespace, allowed.contains(attribute.local) {
        domain[attribute.local] = value
      } else {
        wrong.append(attribute)
      }
    }
    // The attributes are in no order, so the fault of the first attribute by name is reported.
    if let attribute = wrong.min(by: { ($0.local, $0.namespace) < ($1.local, $1.namespace) }) {
      throw SCXMLFault(element, reason(attribute, element))
    }
    for attribute in grammar.required where element.attribute(attribute) == nil {
      throw SCXMLFault(element, "<\(name)> needs the attribute '\(attribute)'")
    }
    for alternatives in grammar.exclusive where alternatives.filter({ element.attribute($0) != nil }).count > 1 {
      throw SCXMLFault(
        element, "<\(name)> can have only one of the attributes '\(alternatives.joined(separator: "' and '"))'")
    }
    return domain
  }

  private func reason(_ attribute: Element.Name, _ element: Element) -> String {
    let (name, local) = (element.name.local, Self.shortened(attribute.local))
    if (element.attributes[attribute] ?? "").utf8.count > SCXMLReader.longestAttribute {
      return "the attribute '\(local)' of <\(name)> is longer than \(SCXMLReader.longestAttribute) bytes"
    }
    let isDomain = vocabulary.attributes.values.contains { $0.contains(attribute.local) }
    if isDomain, attribute.namespace != vocabulary.namespace {
      return "the attribute '\(local)' of <\(name)> must be in the namespace \(vocabulary.namespace)"
    }
    let isStandard = Grammar.elements.values.contains { $0.attributes.contains(attribute.local) }
    let isKnown = isDomain || isStandard && attribute.namespace.isEmpty
    return isKnown ? "<\(name)> cannot have the attribute '\(local)'" : "<\(name)> has the unknown attribute '\(local)'"
  }

  // A name can be as long as the document, so messages shorten it.
  private static func shortened(_ name: String) -> String { name.count > 64 ? name.prefix(63) + "…" : name }

  private func checkPlace(of child: Element, in parent: String, _ grammar: Grammar) throws(SCXMLFault) {
    let name = child.name.local
    guard child.name.namespace == SCXMLReader.namespace else {
      throw SCXMLFault(
        child, "<\(Self.shortened(name))> in <\(parent)> is not in the namespace \(SCXMLReader.namespace)")
    }
    let isKnown = Grammar.elements[name] != nil || Grammar.refused[name] != nil
    guard isKnown else {
      throw SCXMLFault(child, "<\(parent)> contains the unknown element <\(Self.shortened(name))>")
    }
    if let elements = vocabulary.elements, !elements.contains(name) {
      throw SCXMLFault(child, "<\(name)> is not accepted here")
    }
    if let reason = Grammar.refused[name] { throw SCXMLFault(child, reason) }
    guard grammar.children.contains(name) else {
      throw SCXMLFault(child, "<\(parent)> cannot contain <\(name)>")
    }
  }
}

// MARK: - Words

extension Reading {
  /// Splits a list at XML's white space (XML 1.0, 2.3).
  func words(_ text: String) -> [String] {
    text.utf8.split(whereSeparator: Self.isSpace).map { String(decoding: $0, as: UTF8.self) }
  }

  /// Returns whether a text has only white space.
  func isBlank(_ text: String) -> Bool { text.utf8.allSatisfy(Self.isSpace) }

  private static func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || (0x09...0x0A).contains(byte) || byte == 0x0D }

  /// Reads an attribute that lists names. It may be absent, but not empty.
  func names(_ attribute: String, of element: Element) throws(SCXMLFault) -> [String]? {
    guard let text = element.attribute(attribute) else { return nil }
    let names = words(text)
    guard !names.isEmpty else {
      throw SCXMLFault(element, "the attribute '\(attribute)' of <\(element.name.local)> is empty")
    }
    return names
  }

  /// Reads an attribute that is one name (an XML ID or NMTOKEN).
  func name(_ attribute: String, of element: Element) throws(SCXMLFault) -> String? {
    guard let text = element.attribute(attribute) else { return nil }
    guard words(text) == [text] else {
      throw SCXMLFault(
        element, "the attribute '\(attribute)' of <\(element.name.local)> must be one name, without spaces")
    }
    return text
  }

  /// Reads an attribute that has a fixed list of values.
  func choice<Value>(
    _ attribute: String, of element: Element, _ values: KeyValuePairs<String, Value>, otherwise: Value
  ) throws(SCXMLFault) -> Value {
    guard let text = element.attribute(attribute) else { return otherwise }
    for (word, value) in values where word == text { return value }
    let words = values.map { "'\($0.key)'" }.joined(separator: " or ")
    throw SCXMLFault(element, "the attribute '\(attribute)' of <\(element.name.local)> must be \(words)")
  }

  /// Reads an attribute that can be replaced by an expression in another attribute: `event` or `eventexpr`.
  func given(_ attribute: String, _ expression: String, of element: Element) -> Given? {
    element.attribute(attribute).map(Given.literal) ?? element.attribute(expression).map(Given.expression)
  }
}
