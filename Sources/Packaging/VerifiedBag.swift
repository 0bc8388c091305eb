import Casework
import Foundation
import Wording

/// A sealed package that was read again and compared in full with the record of its collection and with its case
/// (I5, I6).
///
/// Everything in a package is determined by the case (`DisclosedCase`), the record (`Collected`) and the collected
/// rows. So the verifier makes the statement, the manifests and the archive again and compares them byte by byte. The
/// rows cannot be made again: it reads every table in the strict form of `CSV`, counts its rows, and compares its
/// columns and the target of each row with the scope that the record names.
///
/// The collected scope says for which targets, categories and days there are data. A table has no category and no day
/// for a row, so these checks have limits:
///
/// - The categories of a column are those that the statement gives. They are the word of the officer who collected. The
///   record has only the digest of the annotation that they were read from.
/// - The day of a row is not compared with the granted days, and the owner of a row is not looked up again. Only the
///   source could show them.
/// - A package of the older format `amanat-disclosure-1` lists no columns. Its header is compared only with the columns
///   that the record counts as withheld, its values with no category, and its sentences with nothing: the programs
///   that wrote this format had other sentences.
public struct VerifiedBag: Sendable {
  /// What is compared of the sentences in a package: `certificate.txt`, and the sentences of the statement. Other
  /// versions of the program can word them otherwise.
  public enum Sentences: Sendable {
    /// Nothing. For packages that were approved before.
    case ofAnyVersion
    /// They must be exactly those that this program writes, with the certificate in this language. A package of the
    /// older format is refused: it must be collected again.
    case ofThisVersion(certificate: any Language)
  }

  /// The bag, as it is sealed.
  public let bag: Bag
  /// The statement in the bag.
  public let statement: Statement

  /// Reads and verifies a package that is not signed yet, as it is sealed.
  ///
  /// - Parameters:
  ///   - bytes: the sealed bytes. The caller has compared them with the commitment.
  ///   - collected: the record of the collection.
  ///   - disclosed: the case of the record.
  /// - Throws: the first problem that is found.
  public init(
    reading bytes: [UInt8], recorded collected: Collected, in disclosed: DisclosedCase, sentences: Sentences
  ) throws(PackageProblem) {
    try Self.check(collected, disclosed)
    let members = try BagMembers(reading: bytes)
    let statement = try Self.statement(members)
    try Self.compare(statement.tables, collected)
    try members.checkFiles(statement.tables.map(\.file))
    let expected = try Self.expected(statement, collected, disclosed)
    for table in statement.tables {
      guard let bytes = members.payload(table.file) else { throw .memberMissing(BagMembers.data + table.file) }
      let check = TableCheck(table: table, collected: collected, targets: disclosed.receipt.targets.map(\.ordinal))
      try check.read(bytes)
    }
    if case .ofThisVersion(let language) = sentences {
      guard statement.format == Statement.format else { throw .olderFormat }
      var written = expected
      written.notListed = Statement.words.text(CertificatePhrase.outsideTheGrant).text
      for index in written.tables.indices {
        written.tables[index].selection = Statement.words.text(CertificatePhrase.selection).text
      }
      guard (try? written.json()) == members.payload(BagMembers.statement),
        written.certificate(in: language) == members.payload(BagMembers.certificate)
      else { throw .sentences }
    }
    // From here on, every name and every text is known. The same package is packed again.
    let packed = disclosed.bag(members.payloadFiles)
    try members.check(against: packed)
    self.bag = packed
    self.statement = statement
  }

  /// Checks the record against its case, as the gate does.
  private static func check(_ collected: Collected, _ disclosed: DisclosedCase) throws(PackageProblem) {
    guard collected.order == disclosed.receipt.document else { throw .otherOrder }
    guard collected.grant == disclosed.granted.digest else { throw .otherGrant }
    guard collected.scope.isSubset(of: disclosed.granted.scope) else { throw .beyondGrant }
  }

  /// Reads the statement. Written again, it must give the same bytes.
  private static func statement(_ members: BagMembers) throws(PackageProblem) -> Statement {
    guard let json = members.payload(BagMembers.statement) else {
      throw .memberMissing(BagMembers.data + BagMembers.statement)
    }
    guard let statement = try? JSONDecoder().decode(Statement.self, from: Data(json)),
      (try? statement.json()) == json
    else { throw .statementForm }
    let hasColumns = statement.tables.allSatisfy { $0.columns != nil }
    let lacksColumns = statement.tables.allSatisfy { $0.columns == nil }
    switch statement.format {
    case Statement.format where hasColumns: return statement
    case Statement.formatWithoutColumns where lacksColumns: return statement
    default: throw .statementForm
    }
  }

  /// Compares the tables of the statement with the counts of the record.
  private static func compare(_ tables: [Statement.Table], _ collected: Collected) throws(PackageProblem) {
    let names = collected.counts.map { Array($0.collection.utf8) }
    guard tables.map({ Array($0.collection.utf8) }) == names, Set(names).count == names.count else {
      throw .collections
    }
    for (index, (table, count)) in zip(tables, collected.counts).enumerated() {
      guard Array(table.file.utf8) == Array(Payload.fileName(table.collection, index + 1).utf8) else {
        throw .fileName(collection: table.collection)
      }
      guard table.rows == count.rows else { throw .statedRows(collection: table.collection) }
    }
  }

  /// Makes the statement again and compares it with the one in the bag. The sentences and the format are taken from the
  /// bag, and the authority's title where it is not known.
  private static func expected(
    _ statement: Statement, _ collected: Collected, _ disclosed: DisclosedCase
  ) throws(PackageProblem) -> Statement {
    var expected = disclosed.statement(
      tables: statement.tables, released: collected.scope, certificate: collected.recipient,
      withheld: collected.withheld)
    expected.format = statement.format
    expected.notListed = statement.notListed
    if disclosed.authority == nil {
      expected.recipient = statement.recipient
      expected.order.authority = statement.recipient
    }
    for part in StatementPart.allCases where !statement.agrees(with: expected, in: part) { throw .statement(part) }
    // Equal strings can have different bytes.
    guard (try? expected.json()) == (try? statement.json()) else { throw .statementForm }
    return expected
  }
}

extension Statement {
  fileprivate func agrees(with other: Statement, in part: StatementPart) -> Bool {
    switch part {
    case .discloser: discloser == other.discloser
    case .recipient: recipient == other.recipient
    case .recipientCertificate: recipientCertificate == other.recipientCertificate
    case .preparedOn: preparedOn == other.preparedOn
    case .order: order == other.order
    case .bases: bases == other.bases
    case .requested: requested == other.requested
    case .granted: granted == other.granted
    case .released: released == other.released
    case .classesNotGranted: classesNotGranted == other.classesNotGranted
    case .withheld: withheld == other.withheld
    }
  }
}
