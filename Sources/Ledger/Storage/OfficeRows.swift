/// Every row of an office as it is stored, without verification. An audit starts from these rows.
public struct OfficeRows: Sendable {
  /// An entry with the columns by which the store finds it.
  public struct EntryRow: Sendable {
    public var sequence: Int
    /// The text of the entry's subject.
    public var subject: String
    public var bytes: [UInt8]
    public var signatures: String
    /// The leaf: in format 1 a column, in format 2 the hash of the record in the columns.
    public var leaf: [UInt8]
    /// The record in the columns; nil in format 1, and where the columns are not those of a record.
    public var record: LeafRecord?
    /// The root after the entry; nil in format 2, which stores none.
    public var root: [UInt8]?

    /// Makes a row from its columns.
    public init(
      sequence: Int, subject: String, bytes: [UInt8], signatures: String, leaf: [UInt8], root: [UInt8]?,
      record: LeafRecord? = nil
    ) {
      self.sequence = sequence
      self.subject = subject
      self.bytes = bytes
      self.signatures = signatures
      self.leaf = leaf
      self.root = root
      self.record = record
    }
  }

  /// A row of `sealed`; `box` is nil where the box is in a file.
  public struct SealedRow: Sendable {
    public var commitment: String
    public var sequence: Int
    public var keyName: String
    public var label: String
    public var box: [UInt8]?

    /// Makes a row from its columns.
    public init(commitment: String, sequence: Int, keyName: String, label: String, box: [UInt8]?) {
      self.commitment = commitment
      self.sequence = sequence
      self.keyName = keyName
      self.label = label
      self.box = box
    }
  }

  /// The row of `head`, which only format 1 has.
  public struct HeadRow: Sendable {
    public var size: Int
    public var root: [UInt8]
    public var frontier: [UInt8]

    /// Makes a row from its columns.
    public init(size: Int, root: [UInt8], frontier: [UInt8]) {
      self.size = size
      self.root = root
      self.frontier = frontier
    }
  }

  public var format: LogFormat
  public var entries: [EntryRow]
  public var sealed: [SealedRow]
  public var heads: [HeadRow]
  public var cases: [CaseSummary]
  /// True where the tables, indices and triggers are those of an office of this version or an earlier one.
  public var hasExpectedSchema: Bool
  /// True where the store's own check of its file finds no damage.
  public var isIntact: Bool

  /// Makes a value from the rows that a store has read.
  public init(
    format: LogFormat, entries: [EntryRow], sealed: [SealedRow], heads: [HeadRow], cases: [CaseSummary],
    hasExpectedSchema: Bool,
    isIntact: Bool
  ) {
    self.format = format
    self.entries = entries
    self.sealed = sealed
    self.heads = heads
    self.cases = cases
    self.hasExpectedSchema = hasExpectedSchema
    self.isIntact = isIntact
  }
}
