import Casework
import Foundation
import Ledger
import TamperLog

/// The two keys that change a register: the custodian's who acts, and the one's who countersigns.
public struct CustodianKeys: Sendable {
  public var actor: String
  public var witness: String

  /// Names the key files.
  public init(actor: String, witness: String) {
    self.actor = actor
    self.witness = witness
  }
}

extension Desk {
  /// An officer as a list shows them.
  public struct OfficerLine: Sendable, Codable {
    public var id: String
    public var role: String
    public var active: Bool
    public var name: String
    public var key: String
  }

  /// An authority as a list shows it.
  public struct AuthorityLine: Sendable, Codable {
    public var id: String
    public var title: String
    public var rank: String
    public var branch: Int
    public var city: String
    public var callBack: String
    public var suspended: Bool
    public var certificate: String?
    public var certificateUntil: String?
  }

  /// Enrols an officer; one who was here before with this key keeps the id.
  public func enrol(
    name: String, role: Role, publicKeyFile: String, keys: CustodianKeys, dryRun: Bool = false
  ) throws -> OfficerID {
    try Self.checkSaid(name, "the name")
    let file = URL(filePath: publicKeyFile).lastPathComponent
    guard publicKeyFile.hasSuffix(".pub") else {
      let beside = FileManager.default.fileExists(atPath: publicKeyFile + ".pub")
      guard beside || FileManager.default.fileExists(atPath: publicKeyFile) else {
        throw DeskFault.signing(.noKey(file: file))
      }
      throw DeskFault.signing(.notPublic(file: file, beside: beside))
    }
    let key = try world.signer.publicKey(publicKeyFile).description
    let known = try stored { try office.history() }.registers.officers.values.first { $0.officer.key == key }
    let id = try known?.officer.id ?? Self.newOfficerID(world)
    let sealed = try stored { try vault().seal(Array(name.utf8), label: "name", keyName: Vault.registers) }
    let officer = Officer(id: id, role: role, key: key, name: sealed.commitment)
    try change(keys: keys, dryRun) { _ in ([.officerEnrolled(officer)], [.table(sealed)]) }
    return id
  }

  /// Retires an officer: what they signed stays, and nothing more will be theirs.
  public func retire(_ id: OfficerID, keys: CustodianKeys, dryRun: Bool = false) throws {
    try change(keys: keys, dryRun) { _ in ([.officerRetired(id)], []) }
  }

  /// Suspends an authority: nothing goes to it until it is restored.
  public func suspend(_ id: AuthorityID, keys: CustodianKeys, dryRun: Bool = false) throws {
    try change(keys: keys, dryRun) { _ in ([.authoritySuspended(id)], []) }
  }

  /// Ends a suspension.
  public func restore(_ id: AuthorityID, keys: CustodianKeys, dryRun: Bool = false) throws {
    try change(keys: keys, dryRun) { _ in ([.authorityRestored(id)], []) }
  }

  /// The one place where registers change: decided, signed twice, appended.
  ///
  /// - Parameter prepare: what changes, with what it seals, made for the registers as they stand.
  func change(
    keys: CustodianKeys, _ dryRun: Bool,
    prepare: (Registers) throws -> (events: [RegisterEvent], sealed: [SealedPlacement])
  ) throws {
    try attempt {
      let history = try stored { try office.history() }
      let actor = try actor(keys.actor, history.registers)
      let witness = try self.actor(keys.witness, history.registers)
      do throws(Refusal) {
        guard actor.role.has(.keepingRegisters), witness.role.has(.keepingRegisters) else {
          throw Refusal([.register(.notCustodian)])
        }
        guard actor.id != witness.id else { throw Refusal([.register(.needsSecondCustodian)]) }
      } catch {
        throw DeskFault.refused(error, nil)
      }
      let (events, sealed) = try prepare(history.registers)
      do throws(Refusal) {
        for event in events { _ = try history.registers.decide(event) }
      } catch {
        throw DeskFault.refused(error, nil)
      }
      if dryRun { return }
      world.reached(.decided)
      guard let head = history.head else { throw DeskFault.store(.treeHead) }
      let entry = Entry(
        office: profile.id, head: head, time: try now(), actor: actor, witness: witness.id, registers: events)
      let verified = try sign(entry, with: [keys.actor, keys.witness], registers: history.registers)
      world.reached(.signed)
      try stored { try office.append(verified, sealed: sealed, summary: nil) }
      world.reached(.committed)
    }
  }

  /// Lists the officers; names need the office's key.
  public func officers() throws -> [OfficerLine] {
    let registers = try stored { try office.history() }.registers
    let vault = try vault()
    return try registers.officers.values.sorted { $0.officer.id < $1.officer.id }.map { record in
      let name = try stored { try vault.open(office.sealed(record.officer.name)) }
      return OfficerLine(
        id: record.officer.id.description, role: record.officer.role.rawValue, active: record.isActive,
        name: String(decoding: name, as: UTF8.self),
        key: SSHPublicKey(line: record.officer.key)?.fingerprint ?? "")
    }
  }

  /// Lists the authorities.
  public func authorities() throws -> [AuthorityLine] {
    try stored { try office.history() }.registers.authorities.values.sorted { $0.authority.id < $1.authority.id }
      .map { record in
        let certificate = record.authority.certificate
        return AuthorityLine(
          id: record.authority.id.description, title: record.authority.title, rank: record.authority.seat.rank,
          branch: record.authority.seat.branch, city: record.authority.seat.seat, callBack: record.authority.callBack,
          suspended: record.isSuspended, certificate: certificate?.sha256.description,
          certificateUntil: certificate?.notAfter.description)
      }
  }
}
