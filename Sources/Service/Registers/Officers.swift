import Casework
import Foundation
import Ledger
import Wording

extension ActRequest where Answer == OfficerID {
  /// Requests the enrolment of an officer. An officer who was enrolled with this key before keeps the id.
  ///
  /// - Parameter publicKeyFile: a file whose name ends in `.pub`; any other file is refused.
  public static func enrol(name: String, role: Role, publicKeyFile: String) -> ActRequest {
    inRegisters(
      prepare: { desk, registers, isRehearsal in
        try Desk.checkSaid(name, .officerName)
        try Desk.checkPublic(publicKeyFile)
        let key = try desk.world.signer.publicKey(publicKeyFile).description
        let known = registers.officers.values.first { $0.officer.key == key }
        let id = try known?.officer.id ?? Desk.newOfficerID(desk.world)
        var (commitment, change) = try desk.sealed(Array(name.utf8), label: "name", isRehearsal)
        change.events = [.officerEnrolled(Officer(id: id, role: role, key: key, name: commitment))]
        return change
      },
      answer: { events in
        guard case .officerEnrolled(let officer)? = events.first else { throw ServiceFault.store(.treeHead) }
        return officer.id
      })
  }
}

extension ActRequest where Answer == Void {
  /// Requests that an officer's key be replaced, for example because it was lost. The officer keeps the id, and what was
  /// signed with the old key remains valid.
  ///
  /// - Parameter publicKeyFile: a file whose name ends in `.pub`; any other file is refused.
  public static func rekey(_ id: OfficerID, publicKeyFile: String) -> ActRequest {
    inRegisters(
      prepare: { desk, _, _ in
        try Desk.checkPublic(publicKeyFile)
        let key = try desk.world.signer.publicKey(publicKeyFile).description
        return Desk.RegisterChange(events: [.officerRekeyed(OfficerKey(officer: id, key: key))])
      }, answer: { _ in })
  }

  /// Requests the retirement of an officer. The officer's earlier signatures remain valid, and later ones are refused.
  public static func retire(_ id: OfficerID) -> ActRequest { change(.officerRetired(id)) }

  /// Requests the suspension of an authority. Nothing is disclosed to it until it is restored.
  public static func suspend(_ id: AuthorityID) -> ActRequest { change(.authoritySuspended(id)) }

  /// Requests the end of a suspension.
  public static func restore(_ id: AuthorityID) -> ActRequest { change(.authorityRestored(id)) }

  private static func change(_ event: RegisterEvent) -> ActRequest {
    inRegisters(prepare: { _, _, _ in Desk.RegisterChange(events: [event]) }, answer: { _ in })
  }
}

extension Desk {
  /// Refuses a key file whose name does not end in `.pub`.
  static func checkPublic(_ path: String) throws {
    let file = URL(filePath: path).lastPathComponent
    guard !path.hasSuffix(".pub") else { return }
    let beside = FileManager.default.fileExists(atPath: path + ".pub")
    guard beside || FileManager.default.fileExists(atPath: path) else { throw ServiceFault.signing(.noKey(file: file)) }
    throw ServiceFault.signing(.notPublic(file: file, beside: beside))
  }
}
