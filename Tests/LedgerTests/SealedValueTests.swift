import Audit
import Casework
import Foundation
import Ledger
import Service
import TestSupport
import TestTools
import Testing

@Suite("Sealed values")
struct SealedValueTests {
  private func vault(_ office: TestOffice) throws -> Vault { try office.desk().vault() }

  @Test("a value opens only with its own key, label, commitment and ciphertext")
  func valueOpensInItsPlace() throws {
    let office = try TestOffice()
    defer { office.remove() }
    let vault = try vault(office)
    let value = Array("محرمانه".utf8)
    let sealed = try vault.seal(value, label: "note", keyName: "1405-0001", makesKey: true)
    #expect(try vault.open(sealed) == value)
    for index in sealed.box.indices {
      var box = sealed.box
      box[index] ^= 1
      let other = SealedValue(
        commitment: sealed.commitment, keyName: sealed.keyName, label: sealed.label, box: box)
      #expect(throws: StoreFault.sealedValue(sealed.commitment)) { try vault.open(other) }
    }
    let twin = try vault.seal(value, label: "note", keyName: "1405-0002", makesKey: true)
    for other in [
      SealedValue(commitment: sealed.commitment, keyName: "1405-0002", label: "note", box: sealed.box),
      SealedValue(commitment: sealed.commitment, keyName: "1405-0001", label: "order", box: sealed.box),
      SealedValue(commitment: twin.commitment, keyName: "1405-0001", label: "note", box: sealed.box),
    ] {
      #expect(throws: StoreFault.sealedValue(other.commitment)) { try vault.open(other) }
    }
  }

  @Test("two seals of one value have different commitments and ciphertexts")
  func sealsDiffer() throws {
    let office = try TestOffice()
    defer { office.remove() }
    let vault = try vault(office)
    let first = try vault.seal([1], label: "note", keyName: "1405-0001", makesKey: true)
    let second = try vault.seal([1], label: "note", keyName: "1405-0001", makesKey: true)
    #expect(first.commitment != second.commitment && first.box != second.box)
  }

  @Test("a value is sealed under a key that exists; only the opening of a case makes one")
  func keyIsNotReplaced() throws {
    let office = try TestOffice()
    defer { office.remove() }
    let vault = try vault(office)
    #expect(throws: StoreFault.wrongKey) { try vault.seal([1], label: "note", keyName: "1405-0001") }
  }

  @Test("without its key a case's values are unreadable, and its log can still be verified (I11)")
  func keyIsAllThereIs() throws {
    let office = try TestOffice()
    defer { office.remove() }
    let number = try office.receive("proper")
    let order = try #require(try office.desk().office.history(of: number).acts.first?.events.first)
    guard case .orderReceived(let receipt) = order else {
      Issue.record("the first event is another one: \(order)")
      return
    }
    #expect(try office.desk().vault().open(office.desk().office.sealed(receipt.document)) == office.order("proper"))
    try Tool.sqlite(office.office.keys, "PRAGMA secure_delete = ON; DELETE FROM keys WHERE name = '\(number)'")
    let desk = try office.desk()
    #expect(throws: StoreFault.sealedValue(receipt.document)) {
      try desk.vault().open(desk.office.sealed(receipt.document))
    }
    #expect(try desk.history(number).count == 1)
  }

  @Test("the key of another office is refused")
  func otherKeyIsRefused() throws {
    let office = try TestOffice()
    defer { office.remove() }
    let file = office.folder.appending(path: "office.key")
    let read = try #require(try DurableFile.read(file))
    var key = try #require(OfficeKey(reading: read))
    key.bytes = [UInt8](repeating: 7, count: 32)
    try DurableFile.write(key.file, to: file)
    let fault = try #require(throws: ServiceFault.self) { try office.desk() }
    #expect(fault.ofStore == .strangeMark, "\(fault)")
    let desk = try Desk.open(office.office, keyFile: nil, world: office.world, to: .reading, isAudit: true)
    let sealed = try #require(throws: ServiceFault.self) { try desk.vault() }
    #expect(sealed.ofStore == .wrongKey)
    #expect(try desk.audit().findings.map(\.problem).contains(.officeKey))
  }
}
