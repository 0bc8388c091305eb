import Casework
import Foundation
import Intake
import Ledger
import Wording

/// The files of a pack, with their digests.
public struct PackFolder: Sendable {
  public let name: String
  public let files: [String: (bytes: [UInt8], digest: Digest)]

  /// The name of the pack that is used where none is given.
  public static let defaultName = Pack.defaultName

  /// Reads every `.scxml` and `.xml` file of a folder: the manifest, the matrix of legal bases and the charts.
  public init(_ url: URL) throws {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: url.path)) ?? []
    var files: [String: (bytes: [UInt8], digest: Digest)] = [:]
    for name in names where name.hasSuffix(".scxml") || name.hasSuffix(".xml") {
      let bytes = try InputFile.read(
        url.appending(path: name).path, limit: ChartFiles.largest, as: .packFile, named: name)
      files[name] = (bytes, .of(bytes))
    }
    guard !files.isEmpty else { throw ServiceFault.notFound(.packFiles(path: url.path)) }
    self.name = url.lastPathComponent
    self.files = files
  }

  /// Reads the office's copy of its pack and compares each digest with the founding entry.
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

  /// Proves every chart of the pack. Returns the proofs by file name.
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

  /// Finds the folder of a pack. A name with a slash is the path of the folder. Any other name is looked for in
  /// `AMANAT_PACKS`, then beside an installed program (`PREFIX/share/amanat/workflows`), then in the checkout that the
  /// program was built in.
  public static func find(_ name: String, packs: URL?, program: URL) throws -> URL {
    if name.contains("/") { return URL(filePath: name) }
    var places: [URL] = []
    if let packs { places.append(packs) }
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
    // A folder with charts but without legal bases is returned last, so that reading it names the missing file.
    for url in folders {
      let files = (try? FileManager.default.contentsOfDirectory(atPath: url.path)) ?? []
      if files.contains(where: { $0.hasSuffix(".scxml") }) { return url }
    }
    throw ServiceFault.notFound(.pack(name: name))
  }
}
