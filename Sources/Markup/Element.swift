/// An XML element as a value: names, attributes, text and children, each with its line.
///
/// Namespaces are resolved: a name is the pair of its namespace's address and its local part. Comments and processing
/// instructions are omitted.
public struct Element: Sendable, Equatable {
  /// A name with its namespace resolved.
  public struct Name: Sendable, Hashable {
    /// The address of the namespace; empty if there is none.
    public var namespace: String
    /// The part after the prefix.
    public var local: String

    /// Makes a name.
    public init(_ local: String, in namespace: String = "") {
      self.namespace = namespace
      self.local = local
    }
  }

  /// The element's name.
  public let name: Name
  /// The attributes, by name.
  public let attributes: [Name: String]
  /// The child elements, in document order.
  public let children: [Element]
  /// The pieces of text directly inside the element, joined.
  public let text: String
  /// The line on which its start tag ends, from 1.
  public let line: Int

  /// Returns the value of an attribute, or nil if it is absent.
  public func attribute(_ local: String, in namespace: String = "") -> String? {
    attributes[Name(local, in: namespace)]
  }

  /// Returns the first child with this local name in the element's own namespace.
  public func child(_ local: String) -> Element? {
    children.first { $0.name.local == local && $0.name.namespace == name.namespace }
  }

  /// Returns every child with this local name in the element's own namespace, in document order.
  public func all(_ local: String) -> [Element] {
    children.filter { $0.name.local == local && $0.name.namespace == name.namespace }
  }
}
