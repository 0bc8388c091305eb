import Markup
import Statechart

/// Reads W3C SCXML 1.0 documents, of any data model, into chart definitions.
///
/// It checks a document against sections 3 to 6 of the standard, element by element and attribute by attribute. `Chart`
/// then checks whether the states and targets make a chart, and the data model reads the expressions. `<invoke>`,
/// `<finalize>`, `<script>` and the HTTP event processor are not supported: a document that has them is refused with
/// the line.
///
///     let bytes = Array(#"<scxml xmlns="http://www.w3.org/2005/07/scxml" version="1.0"><state id="a"/></scxml>"#.utf8)
///     let chart = try Chart(SCXMLReader().definition(bytes))
public struct SCXMLReader: Sendable {
  /// Returns the text at an address, or `nil` if it cannot be fetched.
  public typealias Fetch = @Sendable (_ address: String) -> String?

  /// The namespace of SCXML.
  public static let namespace = "http://www.w3.org/2005/07/scxml"

  /// The longest attribute that is accepted, in bytes of UTF-8.
  public static let longestAttribute = 65_536

  /// The elements and attributes that are accepted.
  public var vocabulary: Vocabulary
  /// Fetches the text for `<data src>`. Without it, a document that has this attribute is refused.
  public var fetch: Fetch?

  /// Makes a reader.
  public init(vocabulary: Vocabulary = .standard, fetch: Fetch? = nil) {
    self.vocabulary = vocabulary
    self.fetch = fetch
  }

  /// Reads a document.
  ///
  /// - Parameter bytes: the document in UTF-8, at most 8 MiB, nested at most 256 deep, without a document type
  ///   declaration.
  /// - Returns: the chart as it is written. `Chart` checks it further.
  /// - Throws: one fault with its line, always the same for the same document.
  public func definition(_ bytes: [UInt8]) throws(SCXMLFault) -> ChartDefinition {
    let root: Element
    do throws(MarkupFault) {
      root = try Document(parsing: bytes).root
    } catch {
      throw SCXMLFault(error)
    }
    guard root.name == Element.Name("scxml", in: Self.namespace) else {
      throw SCXMLFault(root, "the root element must be <scxml> in the namespace \(Self.namespace)")
    }
    // The data model, which decides the language of conditions, is an attribute of the root.
    return try Reading(vocabulary: vocabulary, fetch: fetch, dataModel: root.attribute("datamodel") ?? "null")
      .chart(root)
  }
}
