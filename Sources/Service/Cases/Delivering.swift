import Casework
import Foundation
import Ledger

extension Desk {
  /// Checks that a destination is an existing folder outside the office's folder.
  func checkDestination(_ destination: URL) throws {
    var isFolder: ObjCBool = false
    guard FileManager.default.fileExists(atPath: destination.path, isDirectory: &isFolder), isFolder.boolValue else {
      throw ServiceFault.notFound(.folder(path: destination.path))
    }
    guard !office.folder.encloses(destination) else { throw ServiceFault.usage(.destinationInsideOffice) }
    // Known before the permit is spent, where it can be known.
    guard Foundation.access(destination.path, W_OK) == 0 else {
      throw ServiceFault.unwritable(path: destination.path, .trouble(StorageTrouble(errno: errno)))
    }
  }

  /// Writes the envelope of a spent permit to its destination and enters the delivery.
  ///
  /// - Parameter key: the key file of the officer who enters the delivery; nil leaves the entry to a later resumption.
  func deliver(
    _ redemption: consuming Redemption, _ envelope: BuiltEnvelope, to destination: URL, key: String?
  ) throws -> Exported {
    let number = redemption.number
    let file = try place(envelope, redemption.release, of: number, in: destination)
    let delivery = redemption.delivered()
    guard let key else { return try exported(number, envelope.digest, file) }
    try attempt {
      let standing = try standing(number)
      let actor = try actor(key, standing.history.registers)
      let decision = try decide(delivery, standing, by: actor)
      let draft = try draft(decision, standing, standing.facts, by: actor)
      try append(draft, try sign(draft, with: [key]))
    }
    return try exported(number, envelope.digest, file)
  }

  /// Decides the entry of a delivery for the current state of the case.
  func decide(_ delivery: Delivery, _ standing: Standing, by actor: Actor) throws -> Decision {
    do throws(Refusal) {
      return try delivery.decide(in: standing.subject, by: actor, workflow: standing.workflow)
    } catch {
      throw ServiceFault.refused(error, standing.subject.number)
    }
  }

  /// Writes the envelope of a spent permit to its destination and appends the signed entry of the delivery.
  func deliver(
    _ redemption: consuming Redemption, _ envelope: BuiltEnvelope, under draft: Draft, _ signed: DraftSignatures,
    to destination: URL
  ) throws -> Exported {
    let number = redemption.number
    let file = try place(envelope, redemption.release, of: number, in: destination)
    _ = redemption.delivered()
    try append(draft, signed)
    return try exported(number, envelope.digest, file)
  }

  /// Writes the envelope of a release to a folder atomically. Never replaces another file.
  private func place(
    _ envelope: BuiltEnvelope, _ release: Release, of number: CaseNumber, in destination: URL
  ) throws -> URL {
    let last = try standing(number)
    // The case may have been closed since the permit was spent. Then the envelope may not leave.
    if last.workflow.isFinished(last.subject.configuration) {
      throw ServiceFault.refused(
        Refusal([.closed(state: last.workflow.stateNames(last.subject.configuration))]), number)
    }
    guard last.subject.release?.value == release, envelope.digest == release.envelope else {
      throw ServiceFault.refused(Refusal([.notRedeemed]), number)
    }
    let bytes = envelope.bytes
    let file = destination.appending(path: "disclosure-\(envelope.digest.hex.prefix(16)).cms")
    // A link to another copy would be taken for a delivered one.
    let kind = try? FileManager.default.attributesOfItem(atPath: file.path)[.type] as? FileAttributeType
    if let kind, kind != .typeRegular { throw ServiceFault.destinationTaken(file.lastPathComponent) }
    if let there = try stored({ try DurableFile.read(file) }) {
      guard there == bytes else { throw ServiceFault.destinationTaken(file.lastPathComponent) }
    } else {
      try OutputPlace.write(bytes, to: file, named: file.path, mode: 0o600)
    }
    world.reached(.delivered)
    return file
  }

  private func exported(_ number: CaseNumber, _ envelope: Digest, _ file: URL) throws -> Exported {
    let standing = try standing(number)
    let authority = standing.subject.order?.value.authority.flatMap {
      standing.history.registers.authorities[$0]?.authority.title
    }
    return Exported(number: number, file: file, envelope: envelope, recipient: authority ?? "")
  }
}
