import Casework
import Foundation
import Ledger
import Wording

extension ActRequest where Answer == OfficerID {
  /// Requests that an officer be enrolled; one who was here before with this key keeps the id.
  ///
  /// - Parameter publicKeyFile: the public half alone; a private key's file is refused by its name.
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
  /// Requests that an officer be retired: what they signed stays, and nothing more will be theirs.
  public static func retire(_ id: OfficerID) -> ActRequest { change(.officerRetired(id)) }

  /// Requests that an authority be suspended: nothing goes to it until it is restored.
  public static func suspend(_ id: AuthorityID) -> ActRequest { change(.authoritySuspended(id)) }

  /// Requests the end of a suspension.
  public static func restore(_ id: AuthorityID) -> ActRequest { change(.authorityRestored(id)) }

  private static func change(_ event: RegisterEvent) -> ActRequest {
    inRegisters(prepare: { _, _, _ in Desk.RegisterChange(events: [event]) }, answer: { _ in })
  }
}

extension Desk {
  /// Refuses a key file that is not a public key's by its name.
  static func checkPublic(_ path: String) throws {
    let file = URL(filePath: path).lastPathComponent
    guard !path.hasSuffix(".pub") else { return }
    let beside = FileManager.default.fileExists(atPath: path + ".pub")
    guard beside || FileManager.default.fileExists(atPath: path) else { throw ServiceFault.signing(.noKey(file: file)) }
    throw ServiceFault.signing(.notPublic(file: file, beside: beside))
  }
}
