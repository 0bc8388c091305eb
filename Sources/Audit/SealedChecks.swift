import Casework
import Foundation
import Ledger

/// The checks of sealed values, of the keys and of the files beside the store.
extension OfficeAudit {
  mutating func checkSealed(_ rows: OfficeRows, _ office: any OfficeStore, _ vault: Vault?) throws(StoreFault) {
    if let vault {
      if try !vault.hasExpectedTable() { report.add(.file("keys.sqlite"), .schema) }
      let (sound, broken) = try vault.inventory()
      for name in broken {
        report.add(
          .entry(CaseNumber(name).flatMap { last[$0] } ?? 0), .keyDoesNotOpen(name: name), CaseNumber(name))
      }
      for (number, place) in last where !sound.contains(number.description) && !broken.contains(number.description) {
        report.add(.entry(place), .keyGone(name: number.description), number)
      }
      for name in Vault.names(in: rows.format) where !sound.contains(name) && !broken.contains(name) {
        report.add(.entry(0), .keyGone(name: name))
      }
      if (try? vault.logKey()) != entries.registers.profile?.logKey {
        report.add(.entry(0), .logKey)
      }
    } else {
      report.add(.entry(0), .officeKey)
    }
    var present: Set<Commitment> = []
    for row in rows.sealed {
      guard let commitment = Commitment(row.commitment), let promise = promised[commitment] else {
        report.add(.entry(row.sequence), .unpromisedSealedValue)
        continue
      }
      present.insert(commitment)
      report.sealedValues += 1
      let expectedKey = promise.number?.description ?? Vault.registers
      if row.sequence != promise.sequence || row.keyName != expectedKey {
        report.add(.entry(promise.sequence), .sealedValueFiledWrongly, promise.number)
      }
      guard let vault else { continue }
      let opened = (try? office.sealed(commitment)).flatMap { try? vault.open($0) }
      if opened == nil {
        report.add(.entry(promise.sequence), .sealedValueDoesNotOpen, promise.number)
      }
    }
    for (commitment, promise) in promised where !present.contains(commitment) {
      report.add(.entry(promise.sequence), .sealedValueGone, promise.number)
    }
  }

  /// Finds the files that no entry names. An act that was interrupted before its entry was appended leaves such files.
  mutating func checkStrays(_ office: any OfficeStore, _ rows: OfficeRows) throws(StoreFault) {
    let packages = Set(
      rows.sealed.filter { $0.box == nil }.compactMap { Commitment($0.commitment) }
        .map { office.folder.sealedFile($0).lastPathComponent })
    // Only older versions keep an envelope here.
    let old = cases.values.compactMap(\.release?.value).filter { $0.seed == nil }
    let envelopes = Set(old.map { office.folder.envelopeFile($0.envelope).lastPathComponent })
    for (folder, known, what) in [
      (office.folder.sealed, packages, AuditReport.Unfinished.Kind.strayPackage),
      (office.folder.outbox, envelopes, .strayEnvelope), (office.folder.quarantine, [], .quarantined),
    ] {
      if what == .quarantined, !FileManager.default.fileExists(atPath: folder.path) { continue }
      var isFolder: ObjCBool = false
      if !FileManager.default.fileExists(atPath: folder.path, isDirectory: &isFolder) || !isFolder.boolValue {
        report.add(.file(folder.lastPathComponent), .notAFolder)
      }
      let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
      for name in names.sorted() where !known.contains(name) {
        let path = "\(folder.lastPathComponent)/\(name)"
        report.unfinished.append(.init(number: nil, what: what, file: path))
      }
    }
  }
}
