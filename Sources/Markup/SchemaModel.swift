/// A model of a RELAX NG schema (XML syntax), for finding the fault in a document that is not valid.
///
/// libxml2 decides whether a document is valid, but it seldom reports the true fault, above all inside `interleave`.
/// The model reads the patterns of our own schemas: `element`, `attribute`, `optional`, `zeroOrMore`, `oneOrMore`,
/// `group`, `interleave`, `choice`, `ref`, `text`, `data` and `value`.
struct SchemaModel {
  struct AttributeRule {
    var name: String
    var isRequired: Bool
    /// Attributes with the same number must be all present or all absent.
    var group: Int?
    var definition: Element
  }

  struct ElementRule {
    var name: String
    var isRequired: Bool
    var isRepeated: Bool
    var definition: Element
  }

  /// The attributes, child elements and text that an element may have.
  struct Content {
    var attributes: [AttributeRule] = []
    var elements: [ElementRule] = []
    var isOrdered = true
    var hasText = false
    /// The patterns of the element's value; empty if it has none.
    var values: [Element] = []
  }

  let namespace: String
  let root: Element
  /// Every name of an element or attribute that the schema defines.
  let names: Set<String>
  private let defines: [String: Element]
  private let library: String

  /// Reads a grammar; nil if it has no start element.
  init?(_ grammar: Element) {
    defines = Dictionary(
      grammar.all("define").compactMap { define in define.attribute("name").map { ($0, define) } },
      uniquingKeysWith: { first, _ in first })
    let start = grammar.name.local == "element" ? grammar : grammar.child("start")?.child("element")
    guard let start else { return nil }
    root = start
    namespace = grammar.attribute("ns") ?? ""
    library = grammar.attribute("datatypeLibrary") ?? ""
    var names: Set<String> = []
    Self.visit(grammar) {
      if let name = $0.attribute("name"), ["element", "attribute"].contains($0.name.local) { names.insert(name) }
    }
    self.names = names
  }

  private static func visit(_ element: Element, _ look: (Element) -> Void) {
    look(element)
    for child in element.children { visit(child, look) }
  }

  /// Returns the content that an element with this definition may have.
  func content(of definition: Element) -> Content {
    var content = Content()
    collect(definition.children, isRequired: true, isRepeated: false, group: nil, into: &content)
    return content
  }

  private func collect(
    _ patterns: [Element], isRequired: Bool, isRepeated: Bool, group: Int?, into content: inout Content
  ) {
    for pattern in patterns {
      let name = pattern.attribute("name") ?? ""
      switch pattern.name.local {
      case "attribute":
        content.attributes.append(
          AttributeRule(name: name, isRequired: isRequired, group: group, definition: pattern))
      case "element":
        content.elements.append(
          ElementRule(name: name, isRequired: isRequired, isRepeated: isRepeated, definition: pattern))
      case "optional":
        // The attributes of one `optional` must be present together.
        let isGroup = pattern.children.count { $0.name.local == "attribute" } > 1
        collect(
          pattern.children, isRequired: false, isRepeated: isRepeated, group: isGroup ? pattern.line : nil,
          into: &content)
      case "zeroOrMore":
        collect(pattern.children, isRequired: false, isRepeated: true, group: nil, into: &content)
      case "oneOrMore":
        collect(pattern.children, isRequired: isRequired, isRepeated: true, group: nil, into: &content)
      case "interleave", "group":
        if pattern.name.local == "interleave" { content.isOrdered = false }
        collect(pattern.children, isRequired: isRequired, isRepeated: isRepeated, group: group, into: &content)
      case "choice":
        if pattern.children.allSatisfy({ ["data", "value"].contains($0.name.local) }) {
          content.values.append(pattern)
        } else {
          content.isOrdered = false
          collect(pattern.children, isRequired: false, isRepeated: isRepeated, group: nil, into: &content)
        }
      case "ref":
        collect(
          defines[name]?.children ?? [], isRequired: isRequired, isRepeated: isRepeated, group: group, into: &content)
      case "text": content.hasText = true
      case "data", "value": content.values.append(pattern)
      default: break
      }
    }
  }

  /// Returns the words that are allowed as a value; empty if the schema does not list them.
  func words(_ patterns: [Element]) -> [String] {
    patterns.flatMap { pattern -> [String] in
      switch pattern.name.local {
      case "value": [pattern.text]
      case "choice": words(pattern.children)
      case "ref": words(defines[pattern.attribute("name") ?? ""]?.children ?? [])
      default: []
      }
    }
  }

  /// Writes a schema of one element `v` whose content is these patterns. It is used to check a single value.
  func schema(ofValue patterns: [Element]) -> [UInt8] {
    let content = patterns.map(written).joined()
    let text = """
      <element name="v" xmlns="http://relaxng.org/ns/structure/1.0" datatypeLibrary="\(Self.escaped(library))">\
      \(content)</element>
      """
    return Array(text.utf8)
  }

  private func written(_ pattern: Element) -> String {
    if pattern.name.local == "ref" {
      return (defines[pattern.attribute("name") ?? ""]?.children ?? []).map(written).joined()
    }
    let attributes = pattern.attributes.sorted { $0.key.local < $1.key.local }
      .map { " \($0.key.local)=\"\(Self.escaped($0.value))\"" }.joined()
    let content = pattern.children.map(written).joined()
    let text = ["param", "value"].contains(pattern.name.local) ? Self.escaped(pattern.text) : ""
    return "<\(pattern.name.local)\(attributes)>\(text)\(content)</\(pattern.name.local)>"
  }

  /// Escapes text for XML, in an element or in an attribute with double quotes.
  static func escaped(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "\"": result += "&quot;"
      case "\r": result += "&#13;"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }
}
