import Audit
import Casework
import Foundation
import Ledger
import TestSupport
import TestTools
import Testing

@testable import Service

/// Tests an officer with a patched program who can write the office's folder: an envelope that does not hold the approved
/// package (I1, I5).
@Suite("Envelopes that are not of the package")
struct EnvelopeAttackTests {
  /// Returns an office whose last entry spends the permit of a case: the envelope was delivered, and no entry says so.
  private func redeemed(_ seed: UInt64 = 1) throws -> (TestOffice, CaseNumber, Exported) {
    let office = try TestOffice(seed: seed)
    let number = try office.receive("proper")
    try office.advance(number, through: .approved)
    let desk = try office.desk()
    let key = office.props.key("sara")
    let proposal = try desk.proposeExport(number, key: key)
    #expect(try FileManager.default.contentsOfDirectory(atPath: office.office.outbox.path).isEmpty)
    guard
      case .exported(let export, isEntered: false) = try desk.submit(
        proposal.signed(with: key, office.world.signer), to: office.out)
    else { throw CocoaError(.featureUnsupported) }
    return (office, number, export)
  }

  /// Changes the last entry as its signer could, takes the delivered file away, and returns the audit's problems. Nothing
  /// may leave afterwards.
  private func problems(
    _ office: TestOffice, _ number: CaseNumber, _ change: (String) -> String
  ) throws -> [AuditProblem] {
    for name in try FileManager.default.contentsOfDirectory(atPath: office.out.path) {
      try FileManager.default.removeItem(at: office.out.appending(path: name))
    }
    try Forger(office: office).rewriteLast(signedBy: ["sara"]) { text in
      let changed = change(text)
      #expect(changed != text)
      return changed
    }
    let problems = try office.desk().audit().findings.map(\.problem)
    #expect(throws: ServiceFault.self) {
      try office.desk().resumeExport(number, to: office.out, key: office.props.key("sara"))
    }
    #expect(try FileManager.default.contentsOfDirectory(atPath: office.out.path).isEmpty)
    return problems
  }

  @Test(
    "a redemption that names an officer's own envelope in the outbox, without a seed, is found and delivers nothing")
  func ownEnvelope() throws {
    let (office, number, _) = try redeemed()
    defer { office.remove() }
    let everybody = Array("every customer".utf8)
    let own = Digest.of(everybody)
    try Data(everybody).write(to: office.office.envelopeFile(own))
    let problems = try problems(office, number) { text in
      text.replacing(/"envelope":"[0-9a-f]{64}"/, with: "\"envelope\":\"\(own)\"")
        .replacing(/,"seed":"[0-9a-f]{64}"/, with: "")
    }
    #expect(problems.contains(.releaseWithoutSeed))
  }

  @Test("a redemption whose seed gives another envelope is found and delivers nothing")
  func otherEnvelope() throws {
    let (office, number, _) = try redeemed()
    defer { office.remove() }
    let own = Digest.of(Array("every customer".utf8))
    try Data("every customer".utf8).write(to: office.office.envelopeFile(own))
    let problems = try problems(office, number) { text in
      text.replacing(/"envelope":"[0-9a-f]{64}"/, with: "\"envelope\":\"\(own)\"")
    }
    #expect(problems == [.envelopeOfAnother])
  }

  @Test("an envelope is built again, byte for byte, by another desk; two releases of one package differ")
  func rebuilt() throws {
    let (office, number, export) = try redeemed()
    defer { office.remove() }
    let delivered = Array(try Data(contentsOf: export.file))
    #expect(Digest.of(delivered) == export.envelope)
    let copy = try office.copied()
    defer { copy.remove() }
    let standing = try copy.desk().standing(number)
    let release = try #require(standing.subject.release?.value)
    let again = try copy.desk().envelope(of: release, for: standing, copy.desk().vault())
    #expect(again.bytes == delivered)
    try FileManager.default.removeItem(at: export.file)
    let resumed = try office.desk().resumeExport(number, to: office.out, key: office.props.key("sara"))
    #expect(Array(try Data(contentsOf: resumed.file)) == delivered)
    #expect(try office.desk().audit().isSound)
    let (other, _, second) = try redeemed(2)
    defer { other.remove() }
    #expect(second.envelope != export.envelope)
  }

  @Test("an export with a key that does not sign writes nothing")
  func publicKeyOnly() throws {
    let office = try TestOffice()
    defer { office.remove() }
    let number = try office.receive("proper")
    try office.advance(number, through: .approved)
    let before = try office.desk().office.head()
    // Away from its private half, which ssh-keygen would find beside it.
    let key = office.folder.appending(path: "alone.pub")
    try FileManager.default.copyItem(atPath: office.props.key("sara") + ".pub", toPath: key.path)
    #expect(throws: ServiceFault.self) {
      try office.desk().export(number, to: office.out, key: key.path)
    }
    for folder in [office.out, office.office.outbox] {
      #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path).isEmpty)
    }
    #expect(try office.desk().office.head() == before)
  }
}
