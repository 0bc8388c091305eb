import Casework

/// A pack's description of its jurisdiction: how days, numbers and persons are written there, and what the pack
/// contains.
///
/// The manifest is the file `pack.xml` of a pack. An office pins its digest, as it does for every file of the pack. It
/// is XML like the pack's other files, so the same hardened reader reads it, its faults have lines, and it has a schema
/// (`pack.rng`).
///
///     <pack xmlns="urn:amanat:pack:1" name="iran" country="IR" calendar="jalali" time-zone="Asia/Tehran"
///           languages="fa en">
///       <title xml:lang="en">Iran</title>
///       <telephone country-code="98" trunk-prefix="0"/>
///       <identifiers><identifier kind="national_id" length="10"/></identifiers>
///       <order-formats><format namespace="urn:amanat:order:1"/></order-formats>
///       <classes><class name="identity" categories="user.name user.government_id"/></classes>
///       <charts><chart instrument="court-order"/></charts>
///     </pack>
public struct PackManifest: Sendable, Hashable {
  /// A kind of identifier that the pack's orders use.
  public struct IdentifierRule: Sendable, Hashable {
    /// The kind.
    public var kind: IdentifierKind
    /// The number of characters after normalisation; nil if it is not fixed.
    public var length: Int?

    /// Makes a rule.
    public init(_ kind: IdentifierKind, length: Int? = nil) {
      self.kind = kind
      self.length = length
    }

    /// Says whether a normalised value can be an identifier of the kind.
    public func admits(_ value: String) -> Bool { length.map { $0 == value.count } ?? true }
  }

  /// The pack's short name, which `legal-bases.xml` must repeat.
  public var name: String
  /// The names of the jurisdiction, by language (BCP 47).
  public var titles: [String: String]
  /// The country in ISO 3166-1 alpha-2, or `EU`.
  public var country: String
  /// The calendar in which the office counts and writes dates.
  public var calendar: CalendarKind
  /// The IANA time zone of an office that names none.
  public var zone: String
  /// The languages (BCP 47), the preferred one first. The program does not use them yet.
  public var languages: [String]
  /// The dialling plan of the country.
  public var dialling: DiallingPlan
  /// The kinds of identifier that orders may use.
  public var identifiers: [IdentifierRule]
  /// The namespaces of the formats in which orders are accepted.
  public var orderFormats: [String]
  /// The classes of data; nil if `legal-bases.xml` has them, as in a pack without a manifest.
  public var classes: DataClasses?
  /// The instruments for which the pack has charts. The first one is used for a document that cannot be read. Empty if
  /// they are not listed, as in a pack without a manifest.
  public var instruments: [String]

  /// The instrument of a case that is opened with an unreadable document: the first in the manifest, else the court order.
  public var firstInstrument: String { instruments.first ?? Instrument.ofUnreadableDocuments.rawValue }
}
