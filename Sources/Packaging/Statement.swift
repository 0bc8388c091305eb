import Casework
import Foundation

/// What is said of a disclosure to who receives it: `data/disclosure.json`, and the same to read in `certificate.txt`.
///
/// It holds no name of staff and no internal id. Of what was withheld it tells only what concerns the data that were
/// asked for: how many rows lie outside the period, or that there are messages nobody asked about, would itself be a
/// disclosure, so these counts stay in the office's own record.
public struct Statement: Sendable, Hashable, Codable {
  /// The value of `format`.
  public static let format = "amanat-disclosure-1"

  /// The order as the recipient knows it.
  public struct Order: Sendable, Hashable, Codable {
    public var instrument: String
    public var authority: String
    public var caseNumber: String
    public var letterNumber: String
    public var issued: Day
    public var article: String

    /// Makes a description.
    public init(
      instrument: String, authority: String, caseNumber: String, letterNumber: String, issued: Day, article: String
    ) {
      self.instrument = instrument
      self.authority = authority
      self.caseNumber = caseNumber
      self.letterNumber = letterNumber
      self.issued = issued
      self.article = article
    }
  }

  /// The legal basis of one class of data.
  public struct Basis: Sendable, Hashable, Codable {
    public var dataClass: DataClass
    public var article: String
    public var source: String
    /// Counsel's name and date, or `unconfirmed`.
    public var confirmedBy: String

    /// Makes a description.
    public init(dataClass: DataClass, article: String, source: String, confirmedBy: String) {
      self.dataClass = dataClass
      self.article = article
      self.source = source
      self.confirmedBy = confirmedBy
    }
  }

  /// A file of the payload.
  public struct Table: Sendable, Hashable, Codable {
    public var collection: String
    public var file: String
    public var rows: Int
    /// How its rows were selected.
    public var selection: String

    /// Makes a description.
    public init(collection: String, file: String, rows: Int, selection: String) {
      self.collection = collection
      self.file = file
      self.rows = rows
      self.selection = selection
    }
  }

  public var format: String
  public var discloser: String
  public var recipient: String
  /// SHA-256 of the certificate that the envelope is encrypted to.
  public var recipientCertificate: Digest
  public var preparedOn: Day
  public var order: Order
  public var bases: [Basis]
  public var requested: Scope
  public var granted: Scope
  public var released: Scope
  public var classesNotGranted: [DataClass]
  public var tables: [Table]
  public var withheld: [Withheld]
  /// What `withheld` does not speak of: an empty list says nothing of it.
  public var notListed: String

  /// The value of `notListed`.
  public static let outsideTheGrant = "rows, and columns that were not asked for, outside the grant"

  /// Makes a statement; of what was withheld it keeps what the recipient may know.
  public init(
    discloser: String, recipient: String, recipientCertificate: Digest, preparedOn: Day, order: Order, bases: [Basis],
    requested: Scope, granted: Scope, released: Scope, classesNotGranted: [DataClass], tables: [Table],
    withheld: [Withheld]
  ) {
    format = Self.format
    self.discloser = discloser
    self.recipient = recipient
    self.recipientCertificate = recipientCertificate
    self.preparedOn = preparedOn
    self.order = order
    self.bases = bases
    self.requested = requested
    self.granted = granted
    self.released = released
    self.classesNotGranted = classesNotGranted
    self.tables = tables
    let told: Set<Withheld.Reason> = [.notGranted, .anotherPerson, .timeUnreadable]
    let released = Set(tables.map(\.collection))
    notListed = Self.outsideTheGrant
    self.withheld = withheld.filter { item in
      told.contains(item.reason) && (item.reason == .notGranted || released.contains(item.collection))
    }
  }

  /// Writes `disclosure.json`.
  public func json() throws -> [UInt8] {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes, .prettyPrinted]
    return Array(try encoder.encode(self)) + [0x0A]
  }

  /// Writes `certificate.txt`, to read or print.
  public func certificate() -> [UInt8] {
    var lines = [
      "CERTIFICATE OF DISCLOSURE",
      "گواهی تحویل داده",
      "",
      "From       \(discloser)",
      "To         \(recipient)",
      "           certificate SHA-256 \(recipientCertificate)",
      "Prepared   \(preparedOn)",
      "",
      "Order      \(order.instrument) of \(order.authority)",
      "           case \(order.caseNumber), letter \(order.letterNumber), issued \(order.issued)",
      "           under \(order.article)",
      "",
      "Legal bases",
    ]
    lines += bases.map { "  \($0.dataClass.rawValue): \($0.article) (\($0.confirmedBy)); \($0.source)" }
    lines += ["", "Contents"]
    lines += tables.map { "  \($0.file): \($0.rows) rows; \($0.selection)" }
    lines += ["", "Not granted"]
    lines += classesNotGranted.isEmpty ? ["  nothing"] : classesNotGranted.map { "  \($0.rawValue)" }
    lines += ["", "Withheld"]
    lines +=
      withheld.isEmpty
      ? ["  of what was granted: nothing"]
      : withheld.map { "  \($0.collection)\($0.column.map { "." + $0 } ?? ""): \($0.count), \($0.reason.rawValue)" }
    // Whoever reads "nothing" must not take it for more than it says.
    lines += ["  Not listed, whether or not there are any: \(notListed)."]
    lines += ["", "The files are listed with their SHA-256 in manifest-sha256.txt; tagmanifest-sha256.txt is signed."]
    return Array((lines.joined(separator: "\n") + "\n").utf8)
  }
}
