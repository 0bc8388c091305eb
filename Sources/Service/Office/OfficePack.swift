import Casework
import Intake
import Ledger
import Synchronization
import Wording

/// The pack of an open office. Opening compares every file with its pinned digest; each file is parsed when it is first
/// needed, because showing one case needs one chart.
public final class OfficePack: Sendable {
  /// The manifest, or the values assumed for a pack without one.
  public let manifest: PackManifest
  private let files: PackFiles
  private let parsed = Mutex(Parsed())

  /// The files that were parsed.
  private struct Parsed {
    var bases: LegalBases?
    var workflows: [String: Workflow] = [:]
  }

  /// Reads the office's pack.
  ///
  /// - Throws: `ServiceFault.store(.packChanged)` if a file is absent or has another digest than the founding entry pins.
  public init(of office: OfficeFolder, pinnedBy profile: OfficeProfile) throws {
    let folder = try PackFolder(of: office, pinnedBy: profile)
    files = try inPack { () throws(Pack.Fault) in try PackFiles(name: folder.name, files: folder.files) }
    manifest = files.manifest
  }

  /// The legal bases.
  public func bases() throws -> LegalBases {
    try parsed.withLock { parsed in
      if let bases = parsed.bases { return bases }
      let bases = try inPack(files.bases)
      parsed.bases = bases
      return bases
    }
  }

  /// Returns a reader of orders in the formats of the pack.
  public func orders() throws -> OrderReader { OrderReader(manifest, classes: try bases().classes) }

  /// Returns the workflow of an instrument; nil if the pack has no chart for it.
  public func workflow(of instrument: String) throws -> Workflow? {
    guard let instrument = Instrument(rawValue: instrument) else { return nil }
    return try workflow(in: instrument.chartFile)
  }

  /// Returns the workflow whose chart file has a digest; nil if the pack has no such chart.
  public func workflow(_ digest: Digest) throws -> Workflow? {
    try files.chart(digest).flatMap { try workflow(in: $0) }
  }

  /// Returns every workflow of the pack, by instrument.
  public func workflows() throws -> [String: Workflow] {
    var workflows: [String: Workflow] = [:]
    for file in files.charts {
      guard let workflow = try workflow(in: file) else { continue }
      workflows[workflow.instrument.rawValue] = workflow
    }
    return workflows
  }

  private func workflow(in file: String) throws -> Workflow? {
    try parsed.withLock { parsed in
      if let workflow = parsed.workflows[file] { return workflow }
      let workflow = try inPack { () throws(Pack.Fault) in try files.workflow(in: file) }
      parsed.workflows[file] = workflow
      return workflow
    }
  }
}

/// Runs a reader of pack files and turns its fault into the service's, with the file.
func inPack<Value>(_ read: () throws(Pack.Fault) -> Value) throws(ServiceFault) -> Value {
  do throws(Pack.Fault) {
    return try read()
  } catch {
    throw ServiceFault.malformed(error.fault, in: .named(error.file))
  }
}
