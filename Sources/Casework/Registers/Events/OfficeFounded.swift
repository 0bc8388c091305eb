/// The office was founded. It is the first entry of every log.
enum OfficeFounded: RegisterEventKind {
  static let name = "office.founded"

  static func event(_ detail: OfficeProfile) -> RegisterEvent { .officeFounded(detail) }

  static func rules(against detail: OfficeProfile, in registers: Registers) -> [RegisterRule] {
    registers.profile == nil ? [] : [.alreadyFounded]
  }

  static func change(_ registers: inout Registers, by detail: OfficeProfile, at sequence: Int) {
    registers.profile = detail
  }
}

/// The profile of an office, from its founding entry.
public struct OfficeProfile: EventDetail {
  /// The office's id, drawn at random.
  public var id: OfficeID
  /// The office's name.
  public var name: String
  /// Every name under which an order may address the service, normalised for comparison.
  public var addressedAs: [String]
  /// The IANA name of the zone in which days are counted.
  public var zone: String
  /// The pack's name.
  public var pack: String
  /// The SHA-256 of each of the pack's files. The office uses these files and no others.
  public var packFiles: [String: Digest]
  /// The Ed25519 public key that verifies the office's checkpoints, 64 hexadecimal digits.
  public var logKey: Digest

  /// True if every release of the office must have a sealed seed, so that its envelope can be built again. Nil in offices
  /// that were founded by older versions.
  public var sealsSeeds: Bool?

  /// Makes a profile.
  public init(
    id: OfficeID, name: String, addressedAs: [String], zone: String, pack: String, packFiles: [String: Digest],
    logKey: Digest, sealsSeeds: Bool? = nil
  ) {
    self.id = id
    self.name = name
    self.addressedAs = addressedAs
    self.zone = zone
    self.pack = pack
    self.packFiles = packFiles
    self.logKey = logKey
    self.sealsSeeds = sealsSeeds
  }

  /// Empty: no value is sealed with it.
  public var commitments: [Commitment] { [] }
}
