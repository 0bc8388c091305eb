import Casework
import Foundation
import Intake
import Ledger
import Wording

/// A pack on disk: its files with their digests.
public struct PackFolder: Sendable {
  public let name: String
  public let files: [String: (bytes: [UInt8], digest: Digest)]

  /// The pack of who names none.
  public static let defaultName = Pack.defaultName

  /// Reads the manifest, the matrix and every chart of a folder.
  public init(_ url: URL) throws {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: url.path)) ?? []
    var files: [String: (bytes: [UInt8], digest: Digest)] = [:]
    for name in names where name.hasSuffix(".scxml") || name.hasSuffix(".xml") {
      guard let bytes = try DurableFile.read(url.appending(path: name)) else { continue }
      files[name] = (bytes, .of(bytes))
    }
    guard !files.isEmpty else { throw ServiceFault.notFound(.packFiles(path: url.path)) }
    self.name = url.lastPathComponent
    self.files = files
  }

  /// Reads the office's own copy and holds it against the founding entry.
  public init(of office: OfficeFolder, pinnedBy profile: OfficeProfile) throws {
    var files: [String: (bytes: [UInt8], digest: Digest)] = [:]
    for (name, digest) in profile.packFiles {
      guard let bytes = try DurableFile.read(office.pack.appending(path: name)), Digest.of(bytes) == digest else {
        throw ServiceFault.store(.packChanged(file: name))
      }
      files[name] = (bytes, digest)
    }
    name = profile.pack
    self.files = files
  }

  /// Parses the pack.
  public func read() throws -> Pack {
    try inPack { () throws(Pack.Fault) in try Pack(name: name, files: files) }
  }

  /// Proves every chart of the pack; the proofs by file.
  public func prove(_ pack: Pack) throws -> [String: WorkflowProof] {
    var proofs: [String: WorkflowProof] = [:]
    for (instrument, workflow) in pack.workflows.sorted(by: { $0.key < $1.key }) {
      do throws(WorkflowFlaw) {
        proofs["\(instrument).scxml"] = try workflow.prove()
      } catch {
        throw ServiceFault.workflow(error, file: "\(instrument).scxml")
      }
    }
    return proofs
  }

  /// Finds a pack by name: in `AMANAT_PACKS`, beside an installed program (`PREFIX/share/amanat/workflows`), or in the
  /// checkout that the program was built in. A path with a slash is itself.
  public static func find(_ name: String, environment: [String: String], program: URL) throws -> URL {
    if name.contains("/") { return URL(filePath: name) }
    var places: [URL] = []
    if let path = environment["AMANAT_PACKS"] { places.append(URL(filePath: path)) }
    let folder = program.resolvingSymlinksInPath().deletingLastPathComponent()
    places.append(folder.deletingLastPathComponent().appending(path: "share/amanat/workflows"))
    var above = folder
    for _ in 0..<6 {
      above = above.deletingLastPathComponent()
      if FileManager.default.fileExists(atPath: above.appending(path: "Package.swift").path) {
        places.append(above.appending(path: "Workflows"))
      }
    }
    let folders = places.map { $0.appending(path: name) }
    for url in folders where FileManager.default.fileExists(atPath: url.appending(path: Pack.basesFile).path) {
      return url
    }
    // Charts without legal bases are a pack that is not ready: reading it says so.
    for url in folders {
      let files = (try? FileManager.default.contentsOfDirectory(atPath: url.path)) ?? []
      if files.contains(where: { $0.hasSuffix(".scxml") }) { return url }
    }
    throw ServiceFault.notFound(.pack(name: name))
  }
}
