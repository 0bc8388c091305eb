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
