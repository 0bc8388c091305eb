import Casework
import Foundation
import Intake
import Ledger
import LedgerSQLite
import Wording

/// A custodian who founds an office: a name and the key file to sign with.
public struct Founder: Sendable {
  public var name: String
  public var key: String

  /// Makes a founder.
  public init(name: String, key: String) {
    self.name = name
    self.key = key
  }
}

/// The values from which an office is founded.
public struct FoundingPlan: Sendable {
  public var name: String
  public var addressedAs: [String]
  /// The IANA time zone in which days are counted; nil takes the pack's zone.
  public var zone: String?
  public var pack: URL
  public var founders: [Founder]

  /// Makes a plan. The founding adds the office's name to `addressedAs`.
  public init(name: String, addressedAs: [String], zone: String?, pack: URL, founders: [Founder]) {
    self.name = name
    self.addressedAs = addressedAs
    self.zone = zone
    self.pack = pack
    self.founders = founders
  }
}

extension Desk {
  /// Founds an office: proves the charts of its pack, makes its folder, keys and tables, and enters the founding act,
  /// which two custodians sign.
  ///
  /// The office's key is written to `keyFile`, by default beside the folder, and the marks to a folder beside the key
  /// file. A folder that is not empty, a key file or marks that exist, and either of them inside the office's folder are
  /// refused.
  ///
  /// - Parameter marks: the folder of the marks; nil takes the name of the key file with the ending `.marks`.
  /// - Returns: the proof of each chart, by file name.
  public static func found(
    _ folder: OfficeFolder, keyFile: URL?, marks: URL? = nil, plan: FoundingPlan, world: World, dryRun: Bool = false
  ) throws -> [String: WorkflowProof] {
    guard plan.founders.count == 2 else { throw ServiceFault.refused(Refusal([.register(.needsSecondCustodian)]), nil) }
    try checkSaid(plan.name, .officeName)
    for founder in plan.founders { try checkSaid(founder.name, .custodianName) }
    let keys = try plan.founders.map { try world.signer.publicKey($0.key).description }
    guard keys[0] != keys[1] else { throw ServiceFault.refused(Refusal([.register(.needsSecondCustodian)]), nil) }
    let packFolder = try PackFolder(plan.pack)
    let pack = try packFolder.read()
    guard pack.hasManifest else {
      throw ServiceFault.malformed(FilePlace(file: Pack.manifestFile), .reading(.noManifest))
    }
    let zone = plan.zone ?? pack.manifest.zone
    guard OfficeCalendar(zone: zone, kind: pack.manifest.calendar) != nil else {
      throw ServiceFault.usage(.noSuchTimeZone(zone))
    }
    let proofs = try packFolder.prove(pack)
    return try stored {
      let keyURL = keyFile ?? folder.defaultKey
      let marksURL = marks ?? defaultMarks(keyURL)
      guard !folder.encloses(keyURL) else { throw ServiceFault.usage(.keyInsideOffice) }
      try checkMarks(marksURL, outside: folder)
      let contents = (try? FileManager.default.contentsOfDirectory(atPath: folder.url.path)) ?? []
      guard contents.isEmpty, !FileManager.default.fileExists(atPath: keyURL.path) else {
        throw StoreFault.alreadyThere
      }
      if dryRun { return proofs }
      var isFounded = false
      // A founding that fails, for example because a key does not sign, leaves an empty folder and can be tried again.
      defer { if !isFounded { clear([folder.url, marksURL], keyURL) } }
      for url in [folder.url, folder.pack, folder.sealed, folder.outbox] {
        try OutputPlace.makeFolder(url, mode: 0o700)
      }
      guard let id = OfficeID(hex(world.randomness.bytes(8))) else { throw StoreFault.noKey }
      let officeKey = world.randomness.bytes(32)
      // Written once now, so that a place that cannot be written is known before anybody signs.
      var key = OfficeKey(bytes: officeKey, pin: nil)
      try OutputPlace.write(key.file, to: keyURL, named: keyURL.path, mode: 0o600)
      try OutputPlace.makeFolder(marksURL, mode: 0o700)
      for (name, file) in packFolder.files { try DurableFile.write(file.bytes, to: folder.pack.appending(path: name)) }
      let logKey = try Vault.create(
        SQLiteKeys.create(folder), office: id, officeKey: officeKey, randomness: world.randomness)
      let vault = try Vault(SQLiteKeys.open(folder), office: id, officeKey: key, randomness: world.randomness)
      let profile = OfficeProfile(
        id: id, name: plan.name,
        addressedAs: Array(Set(([plan.name] + plan.addressedAs).map(PersianText.normalized))).sorted(),
        zone: zone, pack: packFolder.name, packFiles: packFolder.files.mapValues(\.digest), logKey: logKey,
        sealsSeeds: true)
      var events: [RegisterEvent] = [.officeFounded(profile)]
      var sealed: [SealedPlacement] = []
      var ids: [OfficerID] = []
      for (founder, key) in zip(plan.founders, keys) {
        let name = try vault.seal(Array(founder.name.utf8), label: "name", keyName: Vault.registers)
        let officer = Officer(id: try newOfficerID(world), role: .custodian, key: key, name: name.commitment)
        events.append(.officerEnrolled(officer))
        sealed.append(.table(name))
        ids.append(officer.id)
      }
      let now = world.now()
      let entry = Entry(
        office: id, claim: .linked(.founding(at: now)), time: now, actor: Actor(id: ids[0], role: .custodian),
        witness: ids[1], registers: events)
      let bytes = try CanonicalJSON.bytes(entry)
      let signatures = try plan.founders.map { try world.signer.sign(bytes, Entry.namespace, $0.key) }.joined()
      let verified: VerifiedEntry
      do throws(EntryFault) {
        verified = try VerifiedEntry(
          checking: SignedEntry(bytes: bytes, signatures: signatures), at: 0, after: ChainEnds(format: .two),
          registers: Registers())
      } catch {
        throw StoreFault.broken(sequence: 0, error)
      }
      let office = try SQLiteOffice.create(folder)
      let founding = Digest.of(bytes)
      key.pin = OfficeKey.Pin(office: id, founding: founding, marks: Self.marks(marksURL, beside: keyURL))
      try OutputPlace.write(key.file, to: keyURL, named: keyURL.path, mode: 0o600)
      let head = try office.append(verified, after: .empty, sealed: sealed, summary: nil)
      _ = try MarkFolder(marksURL).begin(
        Mark(office: id, founding: founding, restores: 0, head: head, journal: 0), [verified.record], officeKey)
      isFounded = true
      return proofs
    }
  }

  /// The folder of the marks where none is named: beside the key file `office.key` the folder `office.marks`.
  public static func defaultMarks(_ key: URL) -> URL {
    key.deletingPathExtension().appendingPathExtension("marks")
  }

  /// Refuses a folder for the marks that has files, or that is inside the office's folder.
  static func checkMarks(_ marks: URL, outside folder: OfficeFolder) throws {
    guard !folder.encloses(marks) else { throw ServiceFault.usage(.marksInsideOffice) }
    let contents = (try? FileManager.default.contentsOfDirectory(atPath: marks.path)) ?? []
    guard contents.isEmpty else { throw ServiceFault.usage(.marksNotEmpty(path: marks.path)) }
  }

  /// Returns the place of the marks as a key file names it: a name where they are beside the file, a path otherwise.
  static func marks(_ marks: URL, beside key: URL) -> String {
    let isBeside =
      marks.deletingLastPathComponent().standardizedFileURL == key.deletingLastPathComponent().standardizedFileURL
    return isBeside ? marks.lastPathComponent : marks.standardizedFileURL.path
  }

  /// Removes the key file and the contents of the folders after a failed founding. The caller has checked that there was
  /// no key file and that the folders were empty.
  private static func clear(_ folders: [URL], _ key: URL) {
    let files = FileManager.default
    try? files.removeItem(at: key)
    for folder in folders {
      for name in (try? files.contentsOfDirectory(atPath: folder.path)) ?? [] {
        try? files.removeItem(at: folder.appending(path: name))
      }
    }
  }

  static func newOfficerID(_ world: World) throws -> OfficerID {
    guard let id = OfficerID("o-" + hex(world.randomness.bytes(4))) else { throw ServiceFault.store(.noKey) }
    return id
  }

  private static func hex(_ bytes: [UInt8]) -> String {
    let digits = Array("0123456789abcdef")
    return String(bytes.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] })
  }
}
