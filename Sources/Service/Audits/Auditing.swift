import Audit
import Casework
import Foundation
import Intake
import Ledger
import Packaging
import TamperLog
import Wording

extension Desk {
  /// One act in the history of a case.
  public struct HistoryLine: Sendable, Codable {
    public var sequence: Int
    public var time: Instant
    public var actor: String
    public var role: Role
    public var events: [String]
  }

  /// Returns the acts of a case. Every signature is verified.
  public func history(_ number: CaseNumber) throws -> [HistoryLine] {
    try history(of: number).acts.map { act in
      HistoryLine(
        sequence: act.sequence, time: act.time, actor: act.actor.id.description, role: act.actor.role,
        events: act.events.map(\.name))
    }
  }

  /// Audits the whole office.
  ///
  /// - Parameter checkpoints: signed notes that were kept outside the office.
  /// - Throws: `ServiceFault.malformed` where a note is not a checkpoint.
  public func audit(against checkpoints: [String] = []) throws -> AuditReport {
    let notes = try checkpoints.map { text in
      guard let note = CheckpointNote(text) else {
        throw ServiceFault.malformed(FilePlace(.givenCheckpoint), .notCheckpoint)
      }
      return note
    }
    // The mark is read before the log, which only grows.
    let outside = OfficeAudit.Outside(pin: key?.pin, mark: readMark(), checkpoints: notes)
    return try audit(
      of: try stored { try office as? OfficeSnapshot ?? OfficeSnapshot(of: office) }, against: outside)
  }

  /// Audits a snapshot of the office.
  func audit(of snapshot: OfficeSnapshot, against outside: OfficeAudit.Outside = .init()) throws -> AuditReport {
    var workflows: [Digest: Workflow] = [:]
    for workflow in try pack.workflows().values { workflows[workflow.digest] = workflow }
    let calendar = calendar
    let grounds = OfficeAudit.Grounds(
      workflows: workflows, bases: try pack.bases(), now: world.now(), day: { calendar.day($0) },
      keyed: try keyedChecks())
    return try stored { try OfficeAudit.examine(snapshot, grounds: grounds, outside: outside) }
  }

  /// Reads the mark for an audit, which reports one that is absent or strange.
  private func readMark() -> OfficeAudit.Outside.FoundMark {
    guard let key, let pin = key.pin else { return .notExpected }
    let book = MarkBook(key.bytes, pin, beside: keyFile)
    do throws(StoreFault) {
      let mark = try book.mark()
      return .mark(mark, journal: try book.journal(upTo: mark))
    } catch {
      return error == .noMark ? .absent : .strange
    }
  }

  /// Returns the checks that need the office's keys; nil where the office's key does not open them.
  private func keyedChecks() throws -> OfficeAudit.Keyed? {
    let vault: Vault
    do {
      vault = try self.vault()
    } catch ServiceFault.store(.wrongKey) {
      return nil
    }
    return OfficeAudit.Keyed(
      vault: vault, reread: { self.reread($0, registers: $1, vault) }, verify: { self.outcome(of: $0, vault) },
      rebuild: { self.rebuilt($0, vault) })
  }

  /// Reads a sealed order again and returns the receipt that it must have under the given registers; nil where the
  /// order cannot be opened or read.
  private func reread(_ commitment: Commitment, registers: Registers, _ vault: Vault) -> OrderReceipt? {
    guard let bytes = try? vault.open(office.sealed(commitment)),
      let bases = try? pack.bases(), let order = try? pack.orders().order(bytes, digest: .of(bytes)),
      let fingerprint = try? order.identity.map({ try vault.fingerprint($0) })
    else { return nil }
    return order.receipt(
      document: commitment, fingerprint: fingerprint, registers: registers, bases: bases)
  }

  /// Verifies a collected package in full.
  private func outcome(of package: OfficeAudit.CollectedPackage, _ vault: Vault) -> OfficeAudit.PackageOutcome {
    guard let bytes = try? vault.open(office.sealed(package.collected.package)),
      let order = try? sealedOrder(package.receipt, vault),
      let disclosed = try? disclosedCase(order, package.receipt, package.granted, package.registers, at: package.time)
    else { return .notOpened }
    do throws(PackageProblem) {
      _ = try VerifiedBag(reading: bytes, recorded: package.collected, in: disclosed, sentences: .ofAnyVersion)
      return .verified
    } catch {
      return .problem(error)
    }
  }

  /// The name of the office's log in checkpoints.
  public var origin: String { "amanat.invalid/\(profile.id)" }

  /// Returns a signed checkpoint of the head that an audit computed. It is to be kept outside the office.
  public func checkpoint(_ report: AuditReport) throws -> String {
    guard let root = Hash(report.head.root.bytes) else { throw ServiceFault.store(.treeHead) }
    let founding = office.format == .two ? report.founding.flatMap { Hash($0.bytes) } : nil
    return try stored {
      try vault().seal(Checkpoint(origin: origin, size: report.head.size, root: root, founding: founding))
    }
  }

  /// Writes the log as plain files that `ssh-keygen -Y verify` can check, and returns the number of files.
  public func writeEntries(to folder: URL) throws -> Int {
    let files = EntryFiles.make(try stored { try OfficeSnapshot(of: office) })
    try OutputPlace.makeFolder(folder)
    for file in files {
      let place = folder.appending(path: file.name)
      try OutputPlace.write(file.bytes, to: place, named: place.path, mode: 0o600)
    }
    return files.count
  }
}
