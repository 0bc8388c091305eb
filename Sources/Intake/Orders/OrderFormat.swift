import Casework
import Markup

/// A format in which orders come. Adding one is a folder with a type of this protocol and its schema, and a line in
/// `OrderFormats`; a pack's manifest then names it.
protocol OrderFormat: Sendable {
  /// The format's name: the namespace of its documents without the version, `urn:amanat:order`.
  var name: String { get }
  var version: Int { get }
  /// The RELAX NG schema that a document is held against before it is read.
  var schema: [UInt8] { get }

  /// Reads a document that the schema allows.
  ///
  /// - Throws: an `IntakeFault` with the line of what has no meaning.
  func order(_ root: Element, _ setting: OrderSetting) throws(IntakeFault) -> Order
}

extension OrderFormat {
  /// The namespace of the root element, by which a document is recognised; what manifests call the format.
  var namespace: String { "\(name):\(version)" }
}

/// What a format is told besides the document.
struct OrderSetting: Sendable {
  /// The pack's manifest, with the classes of data that orders may ask for.
  var manifest: PackManifest
  var classes: DataClasses
  /// SHA-256 of the document.
  var document: Digest
}

/// The formats that this program reads.
enum OrderFormats {
  static let all: [any OrderFormat] = [AmanatOrder1()]

  /// The namespaces, as manifests name them.
  static let names = Set(all.map(\.namespace))
}

/// Reads orders in the formats that a pack accepts.
public struct OrderReader: Sendable {
  private let formats: [any OrderFormat]
  private let manifest: PackManifest
  private let classes: DataClasses

  /// Makes a reader of the formats that a manifest accepts.
  public init(_ manifest: PackManifest, classes: DataClasses) {
    self.init(manifest, classes: classes, among: OrderFormats.all)
  }

  init(_ manifest: PackManifest, classes: DataClasses, among formats: [any OrderFormat]) {
    self.formats = formats.filter { manifest.orderFormats.contains($0.namespace) }
    self.manifest = manifest
    self.classes = classes
  }

  /// Reads a document: bounded, without DTD, valid against its format's schema before any field is looked at.
  ///
  /// - Parameter digest: SHA-256 of the bytes.
  /// - Throws: an `IntakeFault` with the line.
  public func order(_ bytes: [UInt8], digest: Digest) throws(IntakeFault) -> Order {
    let document: Document
    do throws(MarkupFault) { document = try Document(parsing: bytes) } catch { throw IntakeFault(error) }
    let root = document.root
    guard let format = formats.first(where: { $0.namespace == root.name.namespace }) else {
      throw IntakeFault(line: root.line, .unknownFormat)
    }
    do throws(MarkupFault) { try document.check(against: format.schema) } catch { throw IntakeFault(error) }
    return try format.order(root, OrderSetting(manifest: manifest, classes: classes, document: digest))
  }
}
