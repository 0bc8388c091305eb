import Casework

/// The storage of one office: the log of entries, the sealed values and the list of cases.
///
/// An append is one transaction: it writes the entry, its leaf and root, its sealed values, the tree's frontier and the
/// case's line in the list, or nothing. When an append returns, its entry survives a loss of power (I12).
public protocol OfficeStore: Sendable {
  /// The folder in which the office keeps its files.
  var folder: OfficeFolder { get }

  /// Returns the tree's head.
  func head() throws(StoreFault) -> Head

  /// Reads the registers, and the acts of a case where a number is given, in one snapshot. Verifies every entry with
  /// the registers before it.
  ///
  /// - Throws: `StoreFault.broken` with the first entry that does not verify; `StoreFault.noSuchCase`.
  func history(of number: CaseNumber?) throws(StoreFault) -> VerifiedHistory

  /// Returns the stored list of cases, by number.
  ///
  /// - Parameter openOnly: leaves out the closed cases and does not read them.
  func summaries(openOnly: Bool) throws(StoreFault) -> [CaseSummary]

  /// Returns the other cases with this fingerprint that have a spent permit, or have a lower number and are not closed.
  ///
  /// A case that was closed without disclosure does not count. Otherwise a forged copy that came first would block the
  /// genuine order.
  func cases(holding fingerprint: Fingerprint, besides number: CaseNumber) throws(StoreFault) -> [CaseNumber]

  /// Returns the next case number of a year.
  func nextNumber(year: Int) throws(StoreFault) -> CaseNumber

  /// Returns a sealed value, from its table or, for a package, from its file.
  func sealed(_ commitment: Commitment) throws(StoreFault) -> SealedValue

  /// Appends a verified entry with its sealed values and the case's line, and returns the head of the tree after it.
  ///
  /// - Throws: `StoreFault.headMoved` where the log has another head than the entry names. Nothing is appended then.
  func append(_ verified: VerifiedEntry, sealed: [SealedPlacement], summary: CaseSummary?) throws(StoreFault) -> Head

  /// Reads every row in one snapshot and verifies nothing. An audit starts from these rows.
  func rows() throws(StoreFault) -> OfficeRows
}

extension OfficeStore {
  /// Reads only the registers and verifies their entries.
  public func history() throws(StoreFault) -> VerifiedHistory { try history(of: nil) }
}

/// What an office is opened for.
public enum OfficeAccess: Sendable {
  /// No byte of the office changes, and nothing can be appended.
  case reading
  /// Acts are appended.
  case acting
}

/// A sealed value, and the place of its box after the entry is appended.
public enum SealedPlacement: Sendable, Hashable {
  case table(SealedValue)
  /// The box is already on disk under `OfficeFolder.sealedFile`.
  case file(SealedValue)

  /// The sealed value.
  public var value: SealedValue {
    switch self {
    case .table(let value), .file(let value): value
    }
  }
}

/// The table of an office's wrapped keys, in a separate file so that a key can be destroyed for good (I11).
///
/// When `insert` returns, the key survives a loss of power.
public protocol KeyTable: Sendable {
  /// Returns the wrapped key of a name; nil where there is none.
  func wrapped(_ name: String) throws(StoreFault) -> [UInt8]?

  /// Inserts a wrapped key. A name that has a key already keeps that key.
  func insert(_ wrapped: [UInt8], _ name: String) throws(StoreFault)

  /// Says whether the table's schema is the expected one. A trigger, for example, would run with every key that is made.
  func hasExpectedSchema() throws(StoreFault) -> Bool

  /// Returns the names of all keys.
  func names() throws(StoreFault) -> [String]
}
