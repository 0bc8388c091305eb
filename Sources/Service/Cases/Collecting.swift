import Casework
import Collection
import Foundation
import Intake
import Ledger
import Packaging
import Wording

extension Desk {
  /// Refuses an actor who may not enter a collection now.
  func checkCollectible(_ standing: Standing, by actor: Actor) throws {
    do throws(Refusal) {
      try standing.subject.checkCollectible(by: actor, under: standing.workflow)
    } catch {
      throw ServiceFault.refused(error, standing.subject.number)
    }
  }

  func dataset(_ annotation: String, _ number: CaseNumber) throws -> Dataset {
    let file = URL(filePath: annotation)
    let text = try InputFile.read(
      annotation, limit: InputFile.largestAnnotation, as: .annotation, named: annotation)
    do throws(CollectionFault) {
      return try Dataset(reading: String(decoding: text, as: UTF8.self), digest: .of(text))
    } catch {
      throw Self.malformed(error, file.lastPathComponent, number)
    }
  }

  /// Gathers the granted rows from the source and packs them. Returns the bag, and a function that makes the record of
  /// the collection from the bag's commitment.
  func gathered(
    _ standing: Standing, from source: () throws -> any DataSource, _ dataset: Dataset, _ annotation: String,
    _ vault: Vault
  ) throws -> (Bag, (Commitment) -> Collected) {
    let number = standing.subject.number
    guard let receipt = standing.subject.order?.value, let granted = standing.subject.granted?.value else {
      throw ServiceFault.refused(Refusal([.noScope]), number)
    }
    guard
      let certificate = receipt.authority.flatMap({ standing.facts.registers.authorities[$0]?.authority.certificate })
    else { throw ServiceFault.refused(Refusal([.finding(.destination, .fail, [.noCertificate])]), number) }
    let order = try stored { try vault.open(office.sealed(receipt.document)) }
    let document: Order
    let orders = try pack.orders()
    do throws(IntakeFault) {
      document = try orders.order(order, digest: .of(order))
    } catch {
      throw ServiceFault.malformed(error, in: .sealedOrder)
    }
    let gathering: Gathering
    var packed = PackedRows()
    let grant = Grant(
      granted: granted.scope, requested: receipt.requested, dialling: pack.manifest.dialling, day: calendar.day)
    do {
      gathering = try source().gather(
        document.targets.map { Subject(ordinal: $0.ordinal, identifiers: $0.identifiers) }, dataset: dataset,
        under: grant, into: &packed)
    } catch let fault as CollectionFault {
      throw Self.malformed(fault, annotation, number)
    } catch let fault as PackagingFault {
      throw ServiceFault.packaging(fault)
    }
    let bag = try bag(gathering, packed.payload, document, receipt, granted, certificate.sha256, standing)
    return (
      bag,
      { [self] in collected(gathering, $0, receipt, granted, certificate.sha256, dataset) }
    )
  }

  private static func malformed(_ fault: CollectionFault, _ file: String, _ number: CaseNumber) -> ServiceFault {
    switch fault {
    case .annotation(let fault): .malformed(FilePlace(file: file, line: fault.line), .annotation(fault.problem.phrase))
    case .absent(let collection, let field):
      .malformed(FilePlace(file: file), .absentFromSource(collection: collection, field: field))
    case .source, .noIdentityColumn, .noSuchPerson, .severalPersons, .keyNotUnique, .ambiguousOwner:
      .collection(fault, number)
    }
  }

  private func collected(
    _ gathering: Gathering, _ package: Commitment, _ receipt: OrderReceipt, _ granted: GrantedScope,
    _ recipient: Digest, _ dataset: Dataset
  ) -> Collected {
    Collected(
      package: package, order: receipt.document, grant: granted.digest, scope: gathering.scope,
      annotation: dataset.digest, recipient: recipient,
      counts: gathering.tables.map { CollectedCount(collection: $0.name, rows: $0.rows) },
      withheld: gathering.withheld)
  }

  /// Packs the gathered rows with the statement and the certificate of disclosure.
  private func bag(
    _ gathering: Gathering, _ gathered: Payload, _ document: Order, _ receipt: OrderReceipt,
    _ granted: GrantedScope, _ recipient: Digest, _ standing: Standing
  ) throws -> Bag {
    var payload = gathered
    let authority = receipt.authority.flatMap { standing.history.registers.authorities[$0]?.authority }
    let matrix = standing.facts.bases
    let bases = matrix.bases(for: receipt, rank: authority?.seat.rank ?? "")
    let days = receipt.from.flatMap { from in receipt.through.map { DaySet(from: from, through: $0) } } ?? DaySet()
    func isGranted(_ dataClass: DataClass) -> Bool {
      let whole = matrix.scope(of: [dataClass], targets: receipt.targets.map(\.ordinal), days: days)
      return !granted.scope.intersection(whole).isEmpty
    }
    let tables = payload.tables.map { table in
      Statement.Table(
        collection: table.collection, file: table.file, rows: table.rows,
        selection: Statement.words.text(CertificatePhrase.selection).text)
    }
    let today = standing.facts.today
    let statement = Statement(
      discloser: profile.name, recipient: authority?.title ?? "", recipientCertificate: recipient, preparedOn: today,
      order: Statement.Order(
        instrument: document.instrument, authority: authority?.title ?? "", caseNumber: document.caseNumber,
        letterNumber: document.letterNumber ?? "", issued: document.issued, article: receipt.article ?? ""),
      bases: bases.filter { isGranted($0.dataClass) }.map {
        Statement.Basis(
          dataClass: $0.dataClass, article: $0.article, source: $0.source,
          confirmedBy: $0.confirmation ?? Statement.unconfirmed
        )
      },
      requested: receipt.requested, granted: granted.scope, released: gathering.scope,
      classesNotGranted: receipt.classes.filter { !isGranted($0) }, tables: tables, withheld: gathering.withheld)
    payload.add(try statement.json(), as: "disclosure.json")
    payload.add(statement.certificate(in: English()), as: "certificate.txt")
    return Bag(
      payload: payload.files, organization: profile.name, date: today.description, time: standing.facts.now.seconds)
  }
}
