import Casework
import Collection
import Foundation
import Intake
import Ledger
import Packaging
import Wording

extension Desk {
  /// Asks the chart and the case whether this actor may enter a collection now, with an empty one in its place.
  func checkCollectible(_ standing: Standing, by actor: Actor) throws {
    let (order, granted) = (standing.subject.order?.value, standing.subject.granted?.value)
    let trial = Collected(
      package: Self.unsealed, order: order?.document ?? Self.unsealed, grant: granted?.digest ?? Self.unsealed.digest,
      scope: Scope(), annotation: Self.unsealed.digest, recipient: Self.unsealed.digest, counts: [], withheld: [])
    do throws(Refusal) {
      _ = try standing.subject.decide(
        .collect(trial), by: actor, facts: standing.facts, workflow: standing.workflow)
    } catch {
      throw ServiceFault.refused(error, standing.subject.number)
    }
  }

  func dataset(_ annotation: String, _ number: CaseNumber) throws -> Dataset {
    let file = URL(filePath: annotation)
    try InputFile.check(annotation, absent: .annotation(path: annotation))
    guard let text = try stored({ try DurableFile.read(file) }) else {
      throw ServiceFault.notFound(.annotation(path: annotation))
    }
    do throws(CollectionFault) {
      return try Dataset(reading: String(decoding: text, as: UTF8.self), digest: .of(text))
    } catch {
      throw Self.malformed(error, file.lastPathComponent, number)
    }
  }

  /// Reads the source and packs what was gathered; answers the bag, and what is said of it once it has a commitment.
  func gathered(
    _ standing: Standing, from database: String, _ dataset: Dataset, _ annotation: String, _ vault: Vault
  ) throws -> (Bag, (Commitment) -> Collected) {
    let number = standing.subject.number
    guard let receipt = standing.subject.order?.value, let granted = standing.subject.granted?.value else {
      throw ServiceFault.refused(Refusal([.noScope]), number)
    }
    guard
      let certificate = receipt.authority.flatMap({ standing.facts.registers.authorities[$0]?.authority.certificate })
    else { throw ServiceFault.refused(Refusal([.finding(.destination, .fail, [.noCertificate])]), number) }
    let order = try stored { try vault.open(office.sealed(receipt.document)) }
    let document: OrderDocument
    do throws(IntakeFault) {
      document = try OrderDocument(reading: order)
    } catch {
      throw ServiceFault.malformed(error, in: .sealedOrder)
    }
    let gathering: Gathering
    do throws(CollectionFault) {
      gathering = try SQLiteSource(path: database).gather(
        document.targets.map { Subject(ordinal: $0.ordinal, identifiers: $0.identifiers) }, dataset: dataset,
        granted: granted.scope, requested: receipt.requested, day: calendar.day)
    } catch {
      throw Self.malformed(error, annotation, number)
    }
    let bag = try bag(gathering, document, receipt, granted, certificate.sha256, standing)
    return (
      bag,
      { [self] in collected(gathering, $0, receipt, granted, certificate.sha256, dataset) }
    )
  }

  private static func malformed(_ fault: CollectionFault, _ file: String, _ number: CaseNumber) -> ServiceFault {
    switch fault {
    case .annotation(let line, let reason): .malformed(FilePlace(file: file, line: line), .reader(reason))
    case .absent(let collection, let field):
      .malformed(FilePlace(file: file), .absentFromDatabase(collection: collection, field: field))
    case .source, .noSuchPerson, .severalPersons, .ambiguousOwner: .collection(fault, number)
    }
  }

  private func collected(
    _ gathering: Gathering, _ package: Commitment, _ receipt: OrderReceipt, _ granted: GrantedScope,
    _ recipient: Digest, _ dataset: Dataset
  ) -> Collected {
    Collected(
      package: package, order: receipt.document, grant: granted.digest, scope: gathering.scope,
      annotation: dataset.digest, recipient: recipient,
      counts: gathering.tables.map { CollectedCount(collection: $0.name, rows: $0.rows.count) },
      withheld: gathering.withheld)
  }

  /// Packs what was gathered with the statement of what it is.
  private func bag(
    _ gathering: Gathering, _ document: OrderDocument, _ receipt: OrderReceipt, _ granted: GrantedScope,
    _ recipient: Digest, _ standing: Standing
  ) throws -> Bag {
    let authority = receipt.authority.flatMap { standing.history.registers.authorities[$0]?.authority }
    let bases = pack.bases.bases(for: receipt, rank: authority?.seat.rank ?? "")
    let days = receipt.from.flatMap { from in receipt.through.map { DaySet(from: from, through: $0) } } ?? DaySet()
    func isGranted(_ dataClass: DataClass) -> Bool {
      let whole = pack.bases.scope(of: [dataClass], targets: receipt.targets.map(\.ordinal), days: days)
      return !granted.scope.intersection(whole).isEmpty
    }
    var files: [Tar.File] = []
    var tables: [Statement.Table] = []
    for (index, table) in gathering.tables.enumerated() {
      let name = Self.fileName(table.name, index)
      let rows = table.rows.map { $0.map(Self.value) }
      files.append(Tar.File(path: name, bytes: CSV.bytes(columns: table.columns, rows: rows)))
      tables.append(
        Statement.Table(
          collection: table.name, file: name, rows: table.rows.count,
          selection: "rows that the source's owning references tie to the target, within the granted days"))
    }
    let today = standing.facts.today
    let statement = Statement(
      discloser: profile.name, recipient: authority?.title ?? "", recipientCertificate: recipient, preparedOn: today,
      order: Statement.Order(
        instrument: document.instrument, authority: authority?.title ?? "", caseNumber: document.caseNumber,
        letterNumber: document.letterNumber ?? "", issued: document.issued, article: receipt.article ?? ""),
      bases: bases.filter { isGranted($0.dataClass) }.map {
        Statement.Basis(
          dataClass: $0.dataClass, article: $0.article, source: $0.source, confirmedBy: $0.confirmation ?? "unconfirmed"
        )
      },
      requested: receipt.requested, granted: granted.scope, released: gathering.scope,
      classesNotGranted: receipt.classes.filter { !isGranted($0) }, tables: tables, withheld: gathering.withheld)
    files.append(Tar.File(path: "disclosure.json", bytes: try statement.json()))
    files.append(Tar.File(path: "certificate.txt", bytes: statement.certificate()))
    return Bag(
      payload: files, organization: profile.name, date: today.description, time: standing.facts.now.seconds)
  }

  /// A table's name as a file's: letters, digits, hyphens and underscores; where there is anything else,
  /// the table's place among the tables, with a dot that no other name has.
  private static func fileName(_ table: String, _ index: Int) -> String {
    let safe = table.utf8.allSatisfy {
      (48...57).contains($0) || (65...90).contains($0) || (97...122).contains($0) || $0 == 45 || $0 == 95
    }
    return safe && !table.isEmpty && table.utf8.count < 60 ? "\(table).csv" : "collection.\(index + 1).csv"
  }

  private static func value(_ cell: Cell) -> CSV.Value {
    switch cell {
    case .null: .absent
    case .text(let text): .text(text)
    case .blob(let bytes): .bytes(bytes)
    }
  }
}
