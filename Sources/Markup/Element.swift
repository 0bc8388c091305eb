/// An XML element as a value: names, attributes, text and children, each with the line it stands on.
///
/// Namespaces are resolved: a name is the pair of its namespace's address and its local part. Comments and
/// processing instructions are left out; text is what stands directly inside the element, joined.
public struct Element: Sendable, Equatable {
  /// A name with its namespace resolved; `namespace` is empty where there is none.
  public struct Name: Sendable, Hashable {
    public var namespace: String
    public var local: String

    /// Makes a name.
    public init(_ local: String, in namespace: String = "") {
      self.namespace = namespace
      self.local = local
    }
  }

  public let name: Name
  public let attributes: [Name: String]
  public let children: [Element]
  public let text: String
  public let line: Int

  /// Returns the value of an attribute, nil where it is absent.
  public func attribute(_ local: String, in namespace: String = "") -> String? {
    attributes[Name(local, in: namespace)]
  }

  /// Returns the first child of that local name in the element's own namespace.
  public func child(_ local: String) -> Element? {
    children.first { $0.name.local == local && $0.name.namespace == name.namespace }
  }

  /// Returns every child of that local name in the element's own namespace, in document order.
  public func all(_ local: String) -> [Element] {
    children.filter { $0.name.local == local && $0.name.namespace == name.namespace }
  }
}
