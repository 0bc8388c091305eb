/// Matches event names against descriptors by comparing integers. Implements SCXML 3.12.1.
///
/// The descriptors of a chart are split at their dots and make a tree of tokens, whose root is `*`. The nodes are
/// numbered in preorder, so a subtree is a range of numbers. The number of a name is the number of the deepest node on
/// its path. A descriptor matches a name if the name's number is in the range of the descriptor's subtree.
struct EventDescriptors: Sendable {
  // Tokens are compared byte for byte, as XML compares names. `String` would treat some names with different code
  // points as equal, and a `Character` would join a dot with a following combining mark.
  private typealias Token = ArraySlice<UInt8>

  private struct Edge: Hashable {
    let node: Int
    let token: Int
  }

  private var tokens: [Token: Int] = [:]
  private var edges: [Edge: Int] = [:]
  private var preorder: [Int] = [0]
  private var subtreeEnd: [Int] = [1]

  /// Builds the tree of the well-formed descriptors, and skips the others.
  init(_ descriptors: some Sequence<String>) {
    var children: [[Int]] = [[]]
    for descriptor in descriptors {
      guard let path = Self.path(ofDescriptor: descriptor) else { continue }
      var node = 0
      for token in path {
        let known = tokens[token] ?? tokens.count
        tokens[token] = known
        let edge = Edge(node: node, token: known)
        if let next = edges[edge] {
          node = next
        } else {
          edges[edge] = children.count
          children[node].append(children.count)
          node = children.count
          children.append([])
        }
      }
    }
    number(children)
  }

  /// The number of different event numbers.
  var count: Int { preorder.count }

  /// Returns the number of an event name.
  func event(_ name: String) -> EventID { EventID(rawValue: preorder[deepest(Self.split(Array(name.utf8)[...])).node]) }

  /// Returns the events that a descriptor of the tree matches, as a range of their raw values.
  ///
  /// The result is `nil` for a malformed descriptor, and for a descriptor that the tree was not built with.
  func matches(ofDescriptor descriptor: String) -> Range<Int>? {
    guard let path = Self.path(ofDescriptor: descriptor) else { return nil }
    let end = deepest(path)
    guard end.depth == path.count else { return nil }
    return preorder[end.node]..<subtreeEnd[end.node]
  }

  /// Returns whether a text is an event name: tokens separated by dots.
  static func isName(_ text: String) -> Bool { split(Array(text.utf8)[...]).allSatisfy(isToken) }

  /// Returns whether a descriptor matches a name, without a tree. The name must begin with the descriptor's tokens, and
  /// then end or continue with a dot.
  static func descriptor(_ descriptor: String, matches event: String) -> Bool {
    var prefix = descriptor.utf8[...]
    if prefix.elementsEqual("*".utf8) || prefix.elementsEqual(".*".utf8) { return true }
    if prefix.suffix(2).elementsEqual(".*".utf8) {
      prefix.removeLast(2)
    } else if prefix.last == UInt8(ascii: ".") {
      prefix.removeLast()
    }
    var atStart = true
    for byte in prefix {
      if byte == UInt8(ascii: ".") {
        if atStart { return false }
        atStart = true
      } else {
        if byte <= UInt8(ascii: " ") || byte == UInt8(ascii: "*") || byte == 0x7F { return false }
        atStart = false
      }
    }
    guard !atStart, event.utf8.starts(with: prefix) else { return false }
    let next = event.utf8.dropFirst(prefix.count).first
    return next == nil || next == UInt8(ascii: ".")
  }

  private func deepest(_ path: [Token]) -> (node: Int, depth: Int) {
    var node = 0
    for (depth, token) in path.enumerated() {
      guard let known = tokens[token], let next = edges[Edge(node: node, token: known)] else { return (node, depth) }
      node = next
    }
    return (node, path.count)
  }

  // This is not recursive, because the number of tokens in a hostile descriptor grows with its length.
  private mutating func number(_ children: [[Int]]) {
    preorder = Array(repeating: 0, count: children.count)
    subtreeEnd = preorder
    var next = 1
    var open: [(node: Int, child: Int)] = [(0, 0)]
    while let top = open.last {
      if top.child == children[top.node].count {
        subtreeEnd[top.node] = next
        open.removeLast()
      } else {
        let node = children[top.node][top.child]
        open[open.count - 1].child += 1
        preorder[node] = next
        next += 1
        open.append((node, 0))
      }
    }
  }

  // By the standard, "error", "error." and "error.*" match the same names, and "*" is the empty prefix. The standard's
  // schema (EventTypes.datatype) also allows ".*" for the empty prefix.
  private static func path(ofDescriptor descriptor: String) -> [Token]? {
    var bytes = Array(descriptor.utf8)[...]
    if bytes.elementsEqual("*".utf8) || bytes.elementsEqual(".*".utf8) { return [] }
    if bytes.suffix(2).elementsEqual(".*".utf8) {
      bytes.removeLast(2)
    } else if bytes.last == UInt8(ascii: ".") {
      bytes.removeLast()
    }
    let path = split(bytes)
    return path.allSatisfy(isToken) ? path : nil
  }

  private static func split(_ bytes: ArraySlice<UInt8>) -> [Token] {
    bytes.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
  }

  private static func isToken(_ token: Token) -> Bool {
    !token.isEmpty && token.allSatisfy { $0 > UInt8(ascii: " ") && $0 != UInt8(ascii: "*") && $0 != 0x7F }
  }
}
