import Casework

/// The storage of one office: the log of entries, the sealed values and the list of cases.
///
/// An append is one transaction: the entry, its leaf and root, what it sealed, the tree's edge and the case's line in
/// the list, or none of these. An append that returned survives a loss of power (I12).
public protocol OfficeStore: Sendable {
  /// The folder in which the office keeps its files.
  var folder: OfficeFolder { get }

  /// Returns the tree's head.
  func head() throws(StoreFault) -> Head

  /// Reads the registers, and a case's acts where a number is given, in one snapshot, and verifies every entry against
  /// the registers of its time.
  func history(of number: CaseNumber?) throws(StoreFault) -> VerifiedHistory

  /// Lists the cases by number, from the read model.
  ///
  /// - Parameter openOnly: leaves out the closed cases, which are then not read.
  func summaries(openOnly: Bool) throws(StoreFault) -> [CaseSummary]

  /// Returns the other cases with an order of that fingerprint that have disclosed, or came before and still may.
  ///
  /// A case that was closed without disclosure does not count: a forged copy that came first must not shut out the true
  /// order.
  func cases(holding fingerprint: Fingerprint, besides number: CaseNumber) throws(StoreFault) -> [CaseNumber]

  /// Returns the number after the last one given in a year.
  func nextNumber(year: Int) throws(StoreFault) -> CaseNumber

  /// Returns a sealed value: from its table, or for packages from its file.
  func sealed(_ commitment: Commitment) throws(StoreFault) -> SealedValue

  /// Appends a verified entry with all that goes with it, and returns the tree's head after it.
  ///
  /// - Throws: `StoreFault.headMoved` where the log is no longer what the signer saw: nothing was appended.
  func append(_ verified: VerifiedEntry, sealed: [SealedPlacement], summary: CaseSummary?) throws(StoreFault) -> Head

  /// Reads every row in one snapshot, verified by nobody: what an audit starts from.
  func rows() throws(StoreFault) -> OfficeRows
}

extension OfficeStore {
  /// Reads the registers alone, verified entry by entry.
  public func history() throws(StoreFault) -> VerifiedHistory { try history(of: nil) }
}

/// Where a sealed value's box goes when its entry is appended.
public enum SealedPlacement: Sendable, Hashable {
  case table(SealedValue)
  /// Already on disk under `OfficeFolder.sealedFile`.
  case file(SealedValue)

  /// The sealed value.
  public var value: SealedValue {
    switch self {
    case .table(let value), .file(let value): value
    }
  }
}

/// The table of an office's wrapped keys, in a file of its own so that a key can be destroyed for good (I11).
///
/// A key that was inserted survives a loss of power before `insert` returns.
public protocol KeyTable: Sendable {
  /// Returns the wrapped key of a name; nil where there is none.
  func wrapped(_ name: String) throws(StoreFault) -> [UInt8]?

  /// Inserts a wrapped key, unless the name has one: then the first one counts.
  func insert(_ wrapped: [UInt8], _ name: String) throws(StoreFault)

  /// Lists the names of all keys.
  func names() throws(StoreFault) -> [String]
}
