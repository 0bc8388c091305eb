import Casework

/// What a pack says of its jurisdiction: how days, numbers and persons are written there, and what else it holds.
///
/// It is the file `pack.xml` in a pack, and pinned by an office as every file of the pack is. It is XML because the
/// other files are: one hardened reader, faults with lines, a schema beside the code (`pack.rng`).
///
///     <pack xmlns="urn:amanat:pack:1" name="iran" country="IR" calendar="jalali" time-zone="Asia/Tehran" languages="fa en">
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
    /// How many characters it has after normalisation; nil where that differs.
    public var length: Int?

    /// Makes a rule.
    public init(_ kind: IdentifierKind, length: Int? = nil) {
      self.kind = kind
      self.length = length
    }

    /// Says whether a normalised value can be an identifier of the kind.
    public func admits(_ value: String) -> Bool { length.map { $0 == value.count } ?? true }
  }

  /// A short name, which the pack's other files repeat.
  public var name: String
  /// Language (BCP 47) → what the jurisdiction is called.
  public var titles: [String: String]
  /// ISO 3166-1 alpha-2, or `EU`.
  public var country: String
  /// The calendar in which the office counts and writes dates.
  public var calendar: CalendarKind
  /// The IANA zone of an office that names none.
  public var zone: String
  /// BCP 47; the first is the office's unless it says otherwise.
  public var languages: [String]
  /// How the country dials.
  public var dialling: DiallingPlan
  /// The kinds of identifier that orders may use.
  public var identifiers: [IdentifierRule]
  /// The namespaces of the formats in which orders are accepted.
  public var orderFormats: [String]
  /// The classes of data; nil where they are in the matrix, as in a pack without a manifest.
  public var classes: DataClasses?
  /// The instruments that the pack has charts for; the first is the one for a document that cannot be read. Empty where
  /// they are not listed, as in a pack without a manifest.
  public var instruments: [String]

  /// The instrument of a case that is opened with an unreadable document: the first in the manifest, else the court order.
  public var firstInstrument: String { instruments.first ?? Instrument.ofUnreadableDocuments.rawValue }
}
