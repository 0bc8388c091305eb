import Casework

/// A jurisdiction's pack, read: its manifest, its charts and its matrix. Whose bytes these are, and whether they are the
/// ones that an office was founded with, is for the caller to have checked.
public struct Pack: Sendable {
  /// What the pack is called.
  public var name: String
  /// What the pack says of its jurisdiction.
  public var manifest: PackManifest
  /// Says whether the pack has a manifest of its own. Without one no office is founded any more.
  public var hasManifest: Bool
  /// The workflow of each instrument: `court-order` comes from `court-order.scxml`.
  public var workflows: [String: Workflow]
  /// Who may have what.
  public var bases: LegalBases

  /// The pack of an office, or of a check, that names none.
  public static let defaultName = "iran"
  /// The file in which a pack keeps its manifest.
  public static let manifestFile = "pack.xml"
  /// The file in which a pack keeps its matrix.
  public static let basesFile = "legal-bases.xml"

  /// A fault with the file that it is in.
  public struct Fault: Error, Sendable, Equatable {
    /// The file's name in the pack.
    public var file: String
    /// What is wrong in it.
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
  ///   - name: what the pack is called where it has no manifest that says so.
  ///   - files: name → bytes and digest. Files that are no manifest, chart or matrix are ignored.
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

  /// Reads the manifest among a pack's files; nil where there is none.
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

  /// Reads orders as the pack has them.
  public var orders: OrderReader { OrderReader(manifest, classes: bases.classes) }
}
