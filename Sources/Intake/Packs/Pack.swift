import Casework

/// A jurisdiction's pack: its manifest, its charts and its matrix of legal bases. The caller must check that the files
/// are the ones with which the office was founded.
public struct Pack: Sendable {
  /// The name of the pack.
  public var name: String
  /// The pack's manifest, or the one that is assumed for it.
  public var manifest: PackManifest
  /// Says whether the pack has its own manifest. A new office needs a pack with a manifest.
  public var hasManifest: Bool
  /// The workflow of each instrument: `court-order` comes from `court-order.scxml`.
  public var workflows: [String: Workflow]
  /// The legal bases: which authority may have which data.
  public var bases: LegalBases

  /// The name of the pack that is used when a new office or a check names none.
  public static let defaultName = "iran"
  /// The name of the file with a pack's manifest.
  public static let manifestFile = "pack.xml"
  /// The name of the file with a pack's matrix.
  public static let basesFile = "legal-bases.xml"

  /// A fault, with the name of the file that has it.
  public struct Fault: Error, Sendable, Equatable {
    /// The file's name in the pack.
    public var file: String
    /// The fault in the file.
    public var fault: IntakeFault

    /// Makes a fault.
    public init(file: String, fault: IntakeFault) {
      self.file = file
      self.fault = fault
    }
  }

  /// Reads a pack from its files.
  ///
  /// - Parameters:
  ///   - name: the name of the pack. It selects the assumed manifest if the pack has none.
  ///   - files: the bytes and the digest of each file, by its name. A file that is not a manifest, a chart or the
  ///     matrix is ignored.
  public init(name: String, files: [String: (bytes: [UInt8], digest: Digest)]) throws(Fault) {
    let files = try PackFiles(name: name, files: files)
    self.name = name
    manifest = files.manifest
    hasManifest = files.written != nil
    bases = try files.bases()
    var workflows: [String: Workflow] = [:]
    for chart in files.charts {
      guard let workflow = try files.workflow(in: chart) else { continue }
      workflows[workflow.instrument.rawValue] = workflow
    }
    self.workflows = workflows
    for instrument in files.written?.instruments ?? [] where workflows[instrument] == nil {
      throw Fault(file: Self.manifestFile, fault: IntakeFault(line: 1, .chartAbsent(instrument: instrument)))
    }
  }

  /// Reads the manifest among a pack's files; returns nil if there is none.
  public static func manifest(
    in files: [String: (bytes: [UInt8], digest: Digest)]
  ) throws(Fault) -> PackManifest? {
    guard let file = files[manifestFile] else { return nil }
    do throws(IntakeFault) {
      return try PackManifest(reading: file.bytes)
    } catch {
      throw Fault(file: manifestFile, fault: error)
    }
  }

  /// A reader for the orders that the pack accepts.
  public var orders: OrderReader { OrderReader(manifest, classes: bases.classes) }
}
