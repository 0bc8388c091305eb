import Casework
import Ledger
import TamperLog

extension Desk {
  /// One officer in the list of officers.
  public struct OfficerLine: Sendable, Codable {
    public var id: String
    public var role: Role
    public var active: Bool
    public var name: String
    public var key: String
  }

  /// One authority in the list of authorities.
  public struct AuthorityLine: Sendable, Codable {
    public var id: String
    public var title: String
    public var rank: String
    public var branch: Int
    public var city: String
    public var callBack: String
    public var suspended: Bool
    public var certificate: String?
    public var certificateUntil: Instant?
  }

  /// Returns all officers, sorted by id. Their names are sealed, so the office's key is needed.
  public func officers() throws -> [OfficerLine] {
    let registers = try history().registers
    let vault = try vault()
    return try registers.officers.values.sorted { $0.officer.id < $1.officer.id }.map { record in
      let name = try stored { try vault.open(office.sealed(record.officer.name)) }
      return OfficerLine(
        id: record.officer.id.description, role: record.officer.role, active: record.isActive,
        name: String(decoding: name, as: UTF8.self),
        key: SSHPublicKey(line: record.officer.key)?.fingerprint ?? "")
    }
  }

  /// Returns all authorities, sorted by id.
  public func authorities() throws -> [AuthorityLine] {
    try history().registers.authorities.values.sorted { $0.authority.id < $1.authority.id }
      .map { record in
        let certificate = record.authority.certificate
        return AuthorityLine(
          id: record.authority.id.description, title: record.authority.title, rank: record.authority.seat.rank,
          branch: record.authority.seat.branch, city: record.authority.seat.seat, callBack: record.authority.callBack,
          suspended: record.isSuspended, certificate: certificate?.sha256.description,
          certificateUntil: certificate?.notAfter)
      }
  }
}
