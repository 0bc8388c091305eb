import Casework
import Markup

/// A format of orders. To add a format, add a folder with its schema and a type that conforms to this protocol, and
/// list the type in `OrderFormats`. A pack accepts the format if its manifest names it.
protocol OrderFormat: Sendable {
  /// The format's name: the namespace of its documents without the version, such as `urn:amanat:order`.
  var name: String { get }
  var version: Int { get }
  /// The RELAX NG schema against which a document is validated before it is read.
  var schema: [UInt8] { get }

  /// Reads a document that is valid under the schema.
  ///
  /// - Throws: an `IntakeFault` with the line of a value that is wrong.
  func order(_ root: Element, _ setting: OrderSetting) throws(IntakeFault) -> Order
}

extension OrderFormat {
  /// The namespace of the root element. It identifies the format of a document, and manifests name the format by it.
  var namespace: String { "\(name):\(version)" }
}

/// The values that a format needs besides the document.
struct OrderSetting: Sendable {
  /// The pack's manifest.
  var manifest: PackManifest
  /// The classes of data that orders may request.
  var classes: DataClasses
  /// SHA-256 of the document.
  var document: Digest
}

/// The formats that this program reads.
enum OrderFormats {
  static let all: [any OrderFormat] = [AmanatOrder1()]

  /// The namespaces of the formats, by which manifests name them.
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

  /// Reads an order. The document has a limited size and no DTD. It is validated against the schema of its format
  /// before any field is read.
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
