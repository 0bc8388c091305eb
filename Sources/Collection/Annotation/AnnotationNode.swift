import Yams

/// A node of an annotation's YAML document. Whatever is asked of it and not there is a fault with its line.
struct AnnotationNode {
  private let node: Node
  /// The key whose value this is, or the nearest one above; nil for the document.
  private let key: String?

  private init(_ node: Node, key: String?) {
    self.node = node
    self.key = key
  }

  /// The node's line, counted from 1.
  var line: Int? { node.mark?.line }

  /// Reads a document, and hands its root to `read`: nodes are valid only inside.
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

  /// Returns the value of a key that must be there.
  func required(_ key: String) throws(AnnotationFault) -> AnnotationNode {
    guard let mapping = node.mapping else { throw wrong(.mapping) }
    guard let value = Self.value(of: key, in: mapping) else { throw AnnotationFault(line: line, .keyAbsent(key)) }
    return AnnotationNode(value, key: key)
  }

  /// Looks a key up: a mapping's own keys come before those that it merges in (YAML's `<<`).
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

  /// The elements of this list.
  func list() throws(AnnotationFault) -> [AnnotationNode] {
    guard let sequence = node.sequence else { throw wrong(.list) }
    return sequence.map { AnnotationNode($0, key: key) }
  }

  /// The text of this scalar.
  func text() throws(AnnotationFault) -> String {
    guard let text = node.scalar?.string else { throw wrong(.text) }
    return text
  }

  /// What this scalar says, yes or no.
  func flag() throws(AnnotationFault) -> Bool {
    guard let flag = node.bool else { throw wrong(.flag) }
    return flag
  }
}

extension AnnotationFault {
  /// Returns the fault on a line that the text has: what is missing at its end is on the line after, for the parser.
  fileprivate func within(_ text: String) -> AnnotationFault {
    AnnotationFault(line: line.map { min($0, text.utf8.count { $0 == UInt8(ascii: "\n") } + 1) }, problem)
  }
}
