import Yams

/// A node of an annotation's YAML document. Its methods throw a fault with the node's line if the node has another
/// shape or lacks a key.
struct AnnotationNode {
  private let node: Node
  /// The key of this value, or of the nearest enclosing value; nil for the document.
  private let key: String?

  private init(_ node: Node, key: String?) {
    self.node = node
    self.key = key
  }

  /// The node's line, counted from 1.
  var line: Int? { node.mark?.line }

  /// Parses a document and passes its root to `read`. The nodes are valid only during this call.
  static func document<Value>(
    _ text: String, _ read: (AnnotationNode) throws(AnnotationFault) -> Value
  ) throws(AnnotationFault) -> Value {
    guard AliasCount.of(text) <= AliasCount.limit else {
      throw AnnotationFault(line: nil, .tooManyAliases(limit: AliasCount.limit))
    }
    let parsed: (parser: Parser, root: Node?)
    do {
      let parser = try Parser(yaml: text, resolver: .basic, encoding: .utf8)
      parsed = (parser, try parser.singleRoot())
    } catch let error as YamlError {
      throw fault(error).within(text)
    } catch {
      throw AnnotationFault(line: nil, .notYAML)
    }
    // The nodes refer to anchors that the parser owns.
    defer { withExtendedLifetime(parsed.parser) {} }
    guard let root = parsed.root else { throw AnnotationFault(line: 1, .wrongShape(key: nil, wanted: .mapping)) }
    do throws(AnnotationFault) { return try read(AnnotationNode(root, key: nil)) } catch { throw error.within(text) }
  }

  private static func fault(_ error: YamlError) -> AnnotationFault {
    switch error {
    case .scanner(_, _, let mark, _), .parser(_, _, let mark, _), .composer(_, _, let mark, _):
      AnnotationFault(line: mark.line, .notYAML)
    case .duplicatedKeysInMapping(let keys, let context):
      AnnotationFault(line: context.mark.line, .keyTwice(keys.first ?? ""))
    default: AnnotationFault(line: nil, .notYAML)
    }
  }

  private func wrong(_ shape: AnnotationFault.Shape) -> AnnotationFault {
    AnnotationFault(line: line, .wrongShape(key: key, wanted: shape))
  }

  private var isNull: Bool { node.null != nil }

  /// Returns the value of a key of this mapping; nil where the key is absent or its value is null.
  func value(of key: String) throws(AnnotationFault) -> AnnotationNode? {
    guard let mapping = node.mapping else { throw wrong(.mapping) }
    return Self.value(of: key, in: mapping).map { AnnotationNode($0, key: key) }.flatMap { $0.isNull ? nil : $0 }
  }

  /// Returns the value of a required key.
  func required(_ key: String) throws(AnnotationFault) -> AnnotationNode {
    guard let mapping = node.mapping else { throw wrong(.mapping) }
    guard let value = Self.value(of: key, in: mapping) else { throw AnnotationFault(line: line, .keyAbsent(key)) }
    return AnnotationNode(value, key: key)
  }

  /// Returns the value of a key. The mapping's own keys take precedence over the keys that it merges in (`<<` in YAML).
  private static func value(of key: String, in mapping: Node.Mapping) -> Node? {
    var merged: Node?
    for pair in mapping {
      guard let name = pair.key.scalar else { continue }
      if name.string != "<<" || name.style != .plain {
        if name.string == key { return pair.value }
      } else if let other = pair.value.mapping {
        merged = merged ?? value(of: key, in: other)
      } else {
        for case .mapping(let other) in pair.value.sequence ?? [] { merged = merged ?? value(of: key, in: other) }
      }
    }
    return merged
  }

  /// Returns the elements of this list.
  func list() throws(AnnotationFault) -> [AnnotationNode] {
    guard let sequence = node.sequence else { throw wrong(.list) }
    return sequence.map { AnnotationNode($0, key: key) }
  }

  /// Returns the text of this scalar.
  func text() throws(AnnotationFault) -> String {
    guard let text = node.scalar?.string else { throw wrong(.text) }
    return text
  }

  /// Returns the boolean value of this scalar.
  func flag() throws(AnnotationFault) -> Bool {
    guard let flag = node.bool else { throw wrong(.flag) }
    return flag
  }
}

extension AnnotationFault {
  /// Returns the fault with its line limited to the lines of the text. The parser reports a problem at the end of the
  /// text on the line after the last one.
  fileprivate func within(_ text: String) -> AnnotationFault {
    AnnotationFault(line: line.map { min($0, text.utf8.count { $0 == UInt8(ascii: "\n") } + 1) }, problem)
  }
}
