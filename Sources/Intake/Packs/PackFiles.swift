import Casework

/// The files of a pack, each parsed on request. The caller has already checked their digests.
public struct PackFiles: Sendable {
  /// The pack's name if it has no manifest.
  public let name: String
  /// The manifest; nil if the pack has none.
  public let written: PackManifest?
  private let files: [String: (bytes: [UInt8], digest: Digest)]

  /// Parses the manifest, and nothing else.
  ///
  /// - Parameter files: name → bytes and digest. Files other than the manifest, the legal bases and charts are ignored.
  public init(name: String, files: [String: (bytes: [UInt8], digest: Digest)]) throws(Pack.Fault) {
    self.name = name
    self.files = files
    written = try Pack.manifest(in: files)
  }

  /// The manifest, or the values that the program assumes for a pack without one.
  public var manifest: PackManifest { written ?? .assumed(ofPack: name) }

  /// The names of the chart files, sorted.
  public var charts: [String] { files.keys.filter { $0.hasSuffix(".scxml") }.sorted() }

  /// Returns the name of the chart file with a digest; nil if there is none.
  public func chart(_ digest: Digest) -> String? { charts.first { files[$0]?.digest == digest } }

  /// Parses the legal bases.
  public func bases() throws(Pack.Fault) -> LegalBases {
    guard let file = files[Pack.basesFile] else {
      throw Pack.Fault(file: Pack.basesFile, fault: IntakeFault(line: 1, .noLegalBases))
    }
    do throws(IntakeFault) {
      return try LegalBases(reading: file.bytes, digest: file.digest, manifest: written)
    } catch {
      throw Pack.Fault(file: Pack.basesFile, fault: error)
    }
  }

  /// Parses a chart file; nil if the pack has no file of that name. The file must be named after the chart's instrument,
  /// and a manifest must list the instrument.
  public func workflow(in name: String) throws(Pack.Fault) -> Workflow? {
    guard let file = files[name] else { return nil }
    do throws(IntakeFault) {
      let workflow = try ChartReader.workflow(file.bytes, digest: file.digest)
      // The chart is proved for the instrument that it names, and used for the instrument in its file's name.
      guard name == workflow.instrument.chartFile else {
        throw IntakeFault(line: workflow.line, .chartFileName(instrument: workflow.instrument.rawValue))
      }
      guard written?.instruments.contains(workflow.instrument.rawValue) != false else {
        throw IntakeFault(line: workflow.line, .chartNotListed)
      }
      return workflow
    } catch {
      throw Pack.Fault(file: name, fault: error)
    }
  }
}
