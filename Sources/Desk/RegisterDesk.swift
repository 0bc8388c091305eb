import CaseStore
import Casework
import Foundation
import Packaging
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

/// An authority as a custodian describes it.
public struct AuthorityDescription: Sendable {
  public var id: AuthorityID
  public var title: String
  public var rank: String
  public var branch: Int
  public var city: String
  public var callBack: String
  public var certificate: [UInt8]?

  /// Makes a description.
  public init(
    id: AuthorityID, title: String, rank: String, branch: Int, city: String, callBack: String, certificate: [UInt8]?
  ) {
    self.id = id
    self.title = title
    self.rank = rank
    self.branch = branch
    self.city = city
    self.callBack = callBack
    self.certificate = certificate
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
    try change([.officerEnrolled(officer)], sealed: [.table(sealed)], keys: keys, dryRun)
    return id
  }

  /// Retires an officer: what they signed stays, and nothing more will be theirs.
  public func retire(_ id: OfficerID, keys: CustodianKeys, dryRun: Bool = false) throws {
    try change([.officerRetired(id)], sealed: [], keys: keys, dryRun)
  }

  /// Registers an authority, or what has changed about one.
  public func register(_ description: AuthorityDescription, keys: CustodianKeys, dryRun: Bool = false) throws {
    guard pack.bases.ranks.contains(description.rank) else {
      throw DeskFault.usage(
        "the pack knows no rank '\(description.rank)'; it knows \(pack.bases.ranks.sorted().joined(separator: ", "))")
    }
    var certificate: DeliveryCertificate?
    var sealed: [Office.Placement] = []
    if let pem = description.certificate {
      let read: Certificate
      do throws(PackagingFault) { read = try Certificate(pem: pem) } catch { throw DeskFault.packaging(error) }
      guard let hash = Hash(read.sha256) else { throw DeskFault.packaging(.notACertificate) }
      let value = try stored { try vault().seal(pem, label: "certificate", keyName: Vault.registers) }
      certificate = DeliveryCertificate(
        sha256: Digest(hash), notBefore: read.notBefore, notAfter: read.notAfter, pem: value.commitment)
      sealed = [.table(value)]
    }
    let authority = Authority(
      id: description.id, title: description.title,
      seat: AuthoritySeat(
        rank: description.rank, branch: description.branch, seat: PersianText.normalized(description.city)),
      callBack: description.callBack, certificate: certificate)
    try change([.authorityRegistered(authority)], sealed: sealed, keys: keys, dryRun)
  }

  /// Suspends an authority: nothing goes to it until it is restored.
  public func suspend(_ id: AuthorityID, keys: CustodianKeys, dryRun: Bool = false) throws {
    try change([.authoritySuspended(id)], sealed: [], keys: keys, dryRun)
  }

  /// Ends a suspension.
  public func restore(_ id: AuthorityID, keys: CustodianKeys, dryRun: Bool = false) throws {
    try change([.authorityRestored(id)], sealed: [], keys: keys, dryRun)
  }

  /// The one place where registers change: decided, signed twice, appended.
  private func change(
    _ events: [RegisterEvent], sealed: [Office.Placement], keys: CustodianKeys, _ dryRun: Bool
  ) throws {
    try attempt {
      let history = try stored { try office.history() }
      let actor = try actor(keys.actor, history.registers)
      let witness = try self.actor(keys.witness, history.registers)
      do throws(Refusal) {
        guard actor.role == .custodian, witness.role == .custodian else {
          throw Refusal([.register(.notCustodian)])
        }
        guard actor.id != witness.id else { throw Refusal([.register(.needsSecondCustodian)]) }
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
