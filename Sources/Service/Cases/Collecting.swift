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
    let document = try sealedOrder(receipt, vault)
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
    let disclosed = try disclosedCase(
      document, receipt, granted, standing.history.registers, at: standing.facts.now)
    let bag = try bag(gathering, packed.payload, disclosed, certificate.sha256, dataset)
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
    _ gathering: Gathering, _ gathered: Payload, _ disclosed: DisclosedCase, _ recipient: Digest, _ dataset: Dataset
  ) throws -> Bag {
    var payload = gathered
    let tables = payload.tables.map { table in
      let fields = dataset[table.collection]?.fields ?? []
      return Statement.Table(
        collection: table.collection, file: table.file,
        columns: table.columns.dropFirst().map { name in
          Statement.Column(name: name, categories: fields.first { $0.name == name }?.categories ?? [])
        }, rows: table.rows, selection: Statement.words.text(CertificatePhrase.selection).text)
    }
    let statement = disclosed.statement(
      tables: tables, released: gathering.scope, certificate: recipient, withheld: gathering.withheld)
    payload.add(try statement.json(), as: "disclosure.json")
    payload.add(statement.certificate(in: Self.certificateLanguage), as: "certificate.txt")
    return disclosed.bag(payload.files)
  }
}
