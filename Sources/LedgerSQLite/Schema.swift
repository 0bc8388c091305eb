import Ledger

/// The STRICT tables of `office.sqlite` and `keys.sqlite`. Triggers refuse changes to entries and sealed values once
/// they are written (I7).
///
/// Triggers prevent mistakes, not attacks: a person who can edit the file can drop them. Every append and every audit
/// compare the whole schema.
enum Schema {
  /// `application_id`: "AMNT".
  static let applicationID = 0x414D_4E54

  /// The tables of the format that new offices have. `leaves` has the fields of the tree's records in narrow columns
  /// (`LeafRecord`), apart from the long rows of `entries`, so that a pass over the whole log reads little.
  static let office: [String] =
    [
      """
      CREATE TABLE leaves(
        sequence INTEGER PRIMARY KEY,
        subject TEXT NOT NULL,
        fingerprint BLOB CHECK(fingerprint IS NULL OR length(fingerprint) = 32),
        entry BLOB NOT NULL CHECK(length(entry) = 32),
        signatures BLOB NOT NULL CHECK(length(signatures) = 32)
      ) STRICT
      """,
      """
      CREATE TABLE entries(
        sequence INTEGER PRIMARY KEY REFERENCES leaves(sequence) DEFERRABLE INITIALLY DEFERRED,
        bytes BLOB NOT NULL,
        signatures TEXT NOT NULL
      ) STRICT
      """,
      sealed,
      cases,
      openCases,
      """
      CREATE TRIGGER leaves_grow BEFORE INSERT ON leaves
      WHEN NEW.sequence <> (SELECT COALESCE(MAX(sequence) + 1, 0) FROM leaves)
      BEGIN SELECT RAISE(ABORT, 'entries only grow'); END
      """,
      "CREATE TRIGGER leaves_stay BEFORE UPDATE ON leaves BEGIN SELECT RAISE(ABORT, 'entries only grow'); END",
      "CREATE TRIGGER leaves_last BEFORE DELETE ON leaves BEGIN SELECT RAISE(ABORT, 'entries only grow'); END",
    ] + ofEntriesAndSealed

  static let keys = "CREATE TABLE keys(name TEXT PRIMARY KEY, wrapped BLOB NOT NULL) STRICT, WITHOUT ROWID"

  private static let sealed = """
    CREATE TABLE sealed(
      commitment TEXT PRIMARY KEY,
      sequence INTEGER NOT NULL REFERENCES entries(sequence) DEFERRABLE INITIALLY DEFERRED,
      key_name TEXT NOT NULL,
      label TEXT NOT NULL,
      box BLOB
    ) STRICT, WITHOUT ROWID
    """

  private static let cases = """
    CREATE TABLE cases(
      number TEXT PRIMARY KEY,
      state TEXT NOT NULL,
      closed INTEGER NOT NULL CHECK(closed IN (0, 1)),
      released INTEGER NOT NULL CHECK(released IN (0, 1)),
      instrument TEXT,
      authority TEXT,
      classes TEXT NOT NULL,
      opened TEXT NOT NULL,
      answer_by TEXT,
      fingerprint TEXT,
      last_sequence INTEGER NOT NULL
    ) STRICT, WITHOUT ROWID
    """

  /// The index that finds the open cases without reading the closed ones. The first offices of format 1 do not have it.
  private static let openCases = "CREATE INDEX cases_open ON cases(number) WHERE closed IS NOT 1"

  private static let ofEntriesAndSealed: [String] = [
    """
    CREATE TRIGGER entries_grow BEFORE INSERT ON entries
    WHEN NEW.sequence <> (SELECT COALESCE(MAX(sequence) + 1, 0) FROM entries)
    BEGIN SELECT RAISE(ABORT, 'entries only grow'); END
    """,
    "CREATE TRIGGER entries_stay BEFORE UPDATE ON entries BEGIN SELECT RAISE(ABORT, 'entries only grow'); END",
    "CREATE TRIGGER entries_last BEFORE DELETE ON entries BEGIN SELECT RAISE(ABORT, 'entries only grow'); END",
    "CREATE TRIGGER sealed_stay BEFORE UPDATE ON sealed BEGIN SELECT RAISE(ABORT, 'sealed values only grow'); END",
    "CREATE TRIGGER sealed_last BEFORE DELETE ON sealed BEGIN SELECT RAISE(ABORT, 'sealed values only grow'); END",
  ]

  /// The tables of format 1. They are read, and no longer written.
  private static let ofFormatOne: [String] =
    [
      """
      CREATE TABLE entries(
        sequence INTEGER PRIMARY KEY,
        case_number TEXT,
        bytes BLOB NOT NULL,
        signatures TEXT NOT NULL,
        leaf BLOB NOT NULL CHECK(length(leaf) = 32),
        root BLOB NOT NULL CHECK(length(root) = 32)
      ) STRICT
      """,
      "CREATE INDEX entries_by_case ON entries(case_number, sequence)",
      sealed,
      """
      CREATE TABLE head(
        id INTEGER PRIMARY KEY CHECK(id = 1),
        size INTEGER NOT NULL,
        root BLOB NOT NULL CHECK(length(root) = 32),
        frontier BLOB NOT NULL
      ) STRICT
      """,
      cases,
      "CREATE INDEX cases_by_fingerprint ON cases(fingerprint)",
      openCases,
      "CREATE TRIGGER head_grows BEFORE UPDATE ON head WHEN NEW.size <= OLD.size BEGIN SELECT RAISE(ABORT, 'the log only grows'); END",
      "CREATE TRIGGER head_last BEFORE DELETE ON head BEGIN SELECT RAISE(ABORT, 'the log only grows'); END",
    ] + ofEntriesAndSealed

  /// Says whether the schema of a file is that of an office of this format.
  static func isExpected(_ statements: some Sequence<String>, in format: LogFormat) -> Bool {
    let found = Set(statements.map(normalized))
    switch format {
    case .one:
      let expected = Set(ofFormatOne.map(normalized))
      return found == expected || found == expected.subtracting([normalized(openCases)])
    case .two: return found == Set(office.map(normalized))
    }
  }

  /// Says whether these statements for tables and views are those of an office of this format.
  static func hasExpectedTables(_ statements: some Sequence<String>, in format: LogFormat) -> Bool {
    let expected = (format == .one ? ofFormatOne : office).filter { $0.hasPrefix("CREATE TABLE") }
    return Set(statements.map(normalized)) == Set(expected.map(normalized))
  }

  static func normalized(_ sql: String) -> String {
    sql.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }
}
