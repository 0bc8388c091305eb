import Casework
import Foundation
import Wording

/// What a disclosure states about itself to its recipient: `data/disclosure.json`, and the same as text in
/// `data/certificate.txt`.
///
/// It has no name of staff and no internal id. Of what was withheld it lists only what concerns the data that were
/// granted: the number of rows outside the period, or the existence of messages that nobody asked about, would itself be
/// a disclosure, so these counts are kept in the office's own record alone.
///
/// `disclosure.json` is pretty-printed UTF-8 with sorted keys and LF at its end. Days are written `2026-11-22`, digests
/// in hexadecimal, scopes as in an entry. For example, shortened:
///
///     {
///       "bases" : [ { "article" : "CPC 671", "confirmedBy" : "unconfirmed", "dataClass" : "contact", "source" : "…" } ],
///       "classesNotGranted" : [ "content" ],
///       "discloser" : "Example Shop",
///       "format" : "amanat-disclosure-1",
///       "granted" : [ { "category" : "user.contact", "days" : "2026-03-21..2026-07-22", "target" : 1 } ],
///       "notListed" : "…",
///       "order" : { "article" : "CPC 671", "authority" : "…", "caseNumber" : "…", "instrument" : "…",
///                   "issued" : "2026-11-01", "letterNumber" : "1405/3381" },
///       "preparedOn" : "2026-11-22",
///       "recipient" : "Branch 3, Example City",
///       "recipientCertificate" : "…",
///       "released" : [ … ],
///       "requested" : [ … ],
///       "tables" : [ { "collection" : "orders", "file" : "orders.csv", "rows" : 7, "selection" : "…" } ],
///       "withheld" : [ { "collection" : "orders", "count" : 2, "reason" : "row-time-unreadable" } ]
///     }
public struct Statement: Sendable, Hashable, Codable {
  /// The language of the sentences in `disclosure.json`, which programs read: English, whatever the certificate's is.
  public static let words = English()

  /// The value of `format`.
  public static let format = "amanat-disclosure-1"

  /// The order as the recipient knows it.
  public struct Order: Sendable, Hashable, Codable {
    /// What the authority issued: a court order, a request.
    public var instrument: String
    /// Who issued it.
    public var authority: String
    /// The number of the authority's own case.
    public var caseNumber: String
    /// The number of the letter; empty where the order gives none.
    public var letterNumber: String
    /// The day of issue.
    public var issued: Day
    /// The article that it cites; empty where it cites none.
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
    /// The class of data.
    public var dataClass: DataClass
    /// The article that permits its disclosure.
    public var article: String
    /// Where the article was published.
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
    /// The collection in the source.
    public var collection: String
    /// The file, by its path under `data/`.
    public var file: String
    /// How many rows it has, the header not counted.
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

  /// The format of the statement and of the package.
  public var format: String
  /// Who discloses.
  public var discloser: String
  /// Who receives.
  public var recipient: String
  /// SHA-256 of the certificate that the envelope is encrypted to.
  public var recipientCertificate: Digest
  /// The day on which the package was collected, in the office's zone.
  public var preparedOn: Day
  /// The order.
  public var order: Order
  /// The legal basis of each class that was granted.
  public var bases: [Basis]
  /// What the order asks.
  public var requested: Scope
  /// What was granted of it.
  public var granted: Scope
  /// What is in the package, within what was granted.
  public var released: Scope
  /// The classes that the order asks for and of which nothing was granted.
  public var classesNotGranted: [DataClass]
  /// The tables of the payload.
  public var tables: [Table]
  /// What was withheld of the data that were granted.
  public var withheld: [Withheld]
  /// What `withheld` does not cover, in words: an empty list says nothing about it.
  public var notListed: String

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
    notListed = Self.words.text(CertificatePhrase.outsideTheGrant).text
    self.withheld = withheld.filter { item in
      told.contains(item.reason) && (item.reason == .notGranted || released.contains(item.collection))
    }
  }

  /// Returns the bytes of `disclosure.json`.
  ///
  /// - Throws: what Foundation's encoder throws; nothing in a statement makes it.
  public func json() throws -> [UInt8] {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes, .prettyPrinted]
    return Array(try encoder.encode(self)) + [0x0A]
  }
}
