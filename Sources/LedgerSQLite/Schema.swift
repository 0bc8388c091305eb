/// The STRICT tables of `office.sqlite` and `keys.sqlite`. Triggers refuse changes to entries and sealed values once
/// they are written, and refuse a head that is not larger (I7).
///
/// Triggers prevent mistakes, not attacks: a person who can edit the file can drop them. The audit finds such changes.
enum Schema {
  /// `application_id`: "AMNT".
  static let applicationID = 0x414D_4E54
  static let version = 1

  static let office: [String] = [
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
    """
    CREATE TABLE sealed(
      commitment TEXT PRIMARY KEY,
      sequence INTEGER NOT NULL REFERENCES entries(sequence) DEFERRABLE INITIALLY DEFERRED,
      key_name TEXT NOT NULL,
      label TEXT NOT NULL,
      box BLOB
    ) STRICT, WITHOUT ROWID
    """,
    """
    CREATE TABLE head(
      id INTEGER PRIMARY KEY CHECK(id = 1),
      size INTEGER NOT NULL,
      root BLOB NOT NULL CHECK(length(root) = 32),
      frontier BLOB NOT NULL
    ) STRICT
    """,
    """
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
    """,
    "CREATE INDEX cases_by_fingerprint ON cases(fingerprint)",
    openCases,
    """
    CREATE TRIGGER entries_grow BEFORE INSERT ON entries
    WHEN NEW.sequence <> (SELECT COALESCE(MAX(sequence) + 1, 0) FROM entries)
    BEGIN SELECT RAISE(ABORT, 'entries only grow'); END
    """,
    "CREATE TRIGGER entries_stay BEFORE UPDATE ON entries BEGIN SELECT RAISE(ABORT, 'entries only grow'); END",
    "CREATE TRIGGER entries_last BEFORE DELETE ON entries BEGIN SELECT RAISE(ABORT, 'entries only grow'); END",
    "CREATE TRIGGER sealed_stay BEFORE UPDATE ON sealed BEGIN SELECT RAISE(ABORT, 'sealed values only grow'); END",
    "CREATE TRIGGER sealed_last BEFORE DELETE ON sealed BEGIN SELECT RAISE(ABORT, 'sealed values only grow'); END",
    "CREATE TRIGGER head_grows BEFORE UPDATE ON head WHEN NEW.size <= OLD.size BEGIN SELECT RAISE(ABORT, 'the log only grows'); END",
    "CREATE TRIGGER head_last BEFORE DELETE ON head BEGIN SELECT RAISE(ABORT, 'the log only grows'); END",
  ]

  static let keys = "CREATE TABLE keys(name TEXT PRIMARY KEY, wrapped BLOB NOT NULL) STRICT, WITHOUT ROWID"

  /// The index that finds the open cases without reading the closed ones. Offices of an earlier version do not have it.
  private static let openCases = "CREATE INDEX cases_open ON cases(number) WHERE closed IS NOT 1"

  /// Says whether the schema of a file is that of an office of this version or an earlier one.
  static func isExpected(_ statements: some Sequence<String>) -> Bool {
    let found = Set(statements.map(normalized))
    let expected = Set(office.map(normalized))
    return found == expected || found == expected.subtracting([normalized(openCases)])
  }

  static func normalized(_ sql: String) -> String {
    sql.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }
}
