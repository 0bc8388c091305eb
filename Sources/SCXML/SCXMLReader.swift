import Markup
import Statechart

/// Reads W3C SCXML 1.0 documents, of any data model, into chart definitions.
///
/// It holds a document against the standard's sections 3 to 6, element by element and attribute by attribute; whether
/// the states and targets that it names make a chart is `Chart`'s to say, and what its expressions mean, the data
/// model's. `<invoke>`, `<finalize>`, `<script>` and the HTTP event processor are not read: a document that has them
/// is refused with the line.
public struct SCXMLReader: Sendable {
  /// Gives the text at an address, or `nil` where there is none to be had.
  public typealias Fetch = @Sendable (_ address: String) -> String?

  /// Identifies SCXML's namespace.
  public static let namespace = "http://www.w3.org/2005/07/scxml"

  /// Bounds an attribute, in bytes: names and expressions are read more than once.
  public static let longestAttribute = 65_536

  /// Says what is accepted.
  public var vocabulary: Vocabulary
  /// Answers `<data src>`; without it, a document that asks is refused.
  public var fetch: Fetch?

  /// Makes a reader.
  public init(vocabulary: Vocabulary = .standard, fetch: Fetch? = nil) {
    self.vocabulary = vocabulary
    self.fetch = fetch
  }

  /// Reads a document.
  ///
  /// - Throws: one fault with its line, for one document always the same; also for what `Markup` refuses, which is more
  ///   than 8 MiB, nesting beyond 256, other encodings than UTF-8, and any document type declaration.
  public func definition(_ bytes: [UInt8]) throws(SCXMLFault) -> ChartDefinition {
    let root: Element
    do throws(MarkupFault) {
      root = try Document(parsing: bytes).root
    } catch {
      throw SCXMLFault(error)
    }
    guard root.name == Element.Name("scxml", in: Self.namespace) else {
      throw SCXMLFault(root, "the root is not <scxml> of \(Self.namespace)")
    }
    // The root alone says which language conditions are in.
    return try Reading(vocabulary: vocabulary, fetch: fetch, dataModel: root.attribute("datamodel") ?? "null")
      .chart(root)
  }
}
