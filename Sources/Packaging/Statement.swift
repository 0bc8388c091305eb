import Casework
import Foundation
import Wording

/// The description of a disclosure for its recipient: `data/disclosure.json`, and the same as text in
/// `data/certificate.txt`.
///
/// It has no names of staff and no internal ids. Of the withheld data it lists only two kinds: requested columns that
/// were not granted, and rows of released tables that are another person's or have no readable time. The number of rows
/// outside the period, or the existence of messages that were not requested, would itself be a disclosure. The office's
/// log alone has these counts.
///
/// `disclosure.json` is pretty-printed UTF-8 with sorted keys and LF at its end. Days are written `2026-11-22`, digests
/// in hexadecimal, and scopes as in a log entry. A shortened example:
///
///     {
///       "bases" : [ { "article" : "CPC 671", "confirmedBy" : "unconfirmed", "dataClass" : "contact",
///                     "source" : "…" } ],
///       "classesNotGranted" : [ "content" ],
///       "discloser" : "Example Shop",
///       "format" : "amanat-disclosure-2",
///       "granted" : [ { "category" : "user.contact", "days" : "2026-03-21..2026-07-22", "target" : 1 } ],
///       "notListed" : "…",
///       "order" : { "article" : "CPC 671", "authority" : "…", "caseNumber" : "…", "instrument" : "…",
///                   "issued" : "2026-11-01", "letterNumber" : "1405/3381" },
///       "preparedOn" : "2026-11-22",
///       "recipient" : "Branch 3, Example City",
///       "recipientCertificate" : "…",
///       "released" : [ … ],
///       "requested" : [ … ],
///       "tables" : [ { "collection" : "orders",
///                      "columns" : [ { "categories" : [ "user.contact" ], "name" : "phone" } ],
///                      "file" : "orders.csv", "rows" : 7, "selection" : "…" } ],
///       "withheld" : [ { "collection" : "orders", "count" : 2, "reason" : "row-time-unreadable" } ]
///     }
///
/// `columns` lists the columns of the file after the first one, `target`, in their order, with the categories that the
/// annotation gives them. The format `amanat-disclosure-1` is the same without `columns`.
public struct Statement: Sendable, Hashable, Codable {
  /// The language of the sentences in `disclosure.json`: always English, because programs read the file.
  public static let words = English()

  /// The value of `format`.
  public static let format = "amanat-disclosure-2"

  /// The value of `format` in packages of older programs, whose tables list no columns.
  public static let formatWithoutColumns = "amanat-disclosure-1"

  /// The order as the recipient knows it.
  public struct Order: Sendable, Hashable, Codable {
    /// The instrument of the order, such as `court-order`.
    public var instrument: String
    /// The authority that issued it.
    public var authority: String
    /// The number of the authority's own case.
    public var caseNumber: String
    /// The number of the letter; empty if the order has none.
    public var letterNumber: String
    /// The day of issue.
    public var issued: Day
    /// The article that it cites; empty if it cites none.
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
    /// The source in which the legal basis was read.
    public var source: String
    /// The name of the counsel who confirmed it and the date, or `unconfirmed`.
    public var confirmedBy: String

    /// Makes a description.
    public init(dataClass: DataClass, article: String, source: String, confirmedBy: String) {
      self.dataClass = dataClass
      self.article = article
      self.source = source
      self.confirmedBy = confirmedBy
    }
  }

  /// A column of a table.
  public struct Column: Sendable, Hashable, Codable {
    /// The column's name in the source.
    public var name: String
    /// The categories that the annotation gives it.
    public var categories: [DataCategory]

    /// Makes a description.
    public init(name: String, categories: [DataCategory]) {
      self.name = name
      self.categories = categories
    }
  }

  /// A table of the payload.
  public struct Table: Sendable, Hashable, Codable {
    /// The collection's name in the source.
    public var collection: String
    /// The path of its file under `data/`.
    public var file: String
    /// Its columns after the first one, `target`; nil in the format `amanat-disclosure-1`.
    public var columns: [Column]?
    /// The number of its rows, without the header.
    public var rows: Int
    /// A sentence that says how its rows were selected.
    public var selection: String

    /// Makes a description.
    public init(collection: String, file: String, columns: [Column]?, rows: Int, selection: String) {
      self.collection = collection
      self.file = file
      self.columns = columns
      self.rows = rows
      self.selection = selection
    }
  }

  /// The format of the statement and of the package.
  public var format: String
  /// The name of the office that discloses.
  public var discloser: String
  /// The title of the authority that receives the disclosure.
  public var recipient: String
  /// SHA-256 of the certificate that the envelope is encrypted to.
  public var recipientCertificate: Digest
  /// The day on which the package was collected, in the office's zone.
  public var preparedOn: Day
  /// The order.
  public var order: Order
  /// The legal basis of each class that was granted.
  public var bases: [Basis]
  /// The scope that the order requests.
  public var requested: Scope
  /// The granted scope.
  public var granted: Scope
  /// The scope of the data in the package, inside the granted scope.
  public var released: Scope
  /// The classes that the order requests and of which nothing was granted.
  public var classesNotGranted: [DataClass]
  /// The tables of the payload.
  public var tables: [Table]
  /// The withheld data that the recipient may know of.
  public var withheld: [Withheld]
  /// A sentence that says what `withheld` leaves out. An empty `withheld` does not mean that nothing was withheld.
  public var notListed: String

  /// Makes a statement. Of `withheld` it keeps only what the recipient may know.
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
  /// - Throws: an error of Foundation's encoder. No value of a statement causes one.
  public func json() throws -> [UInt8] {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes, .prettyPrinted]
    return Array(try encoder.encode(self)) + [0x0A]
  }
}
