import Casework

/// A jurisdiction's pack, read: its charts and its matrix. Whose bytes these are, and whether they are the ones that an
/// office was founded with, is for the caller to have checked.
public struct Pack: Sendable {
  public var name: String
  /// The workflow of each instrument: `court-order` comes from `court-order.scxml`.
  public var workflows: [String: Workflow]
  public var bases: LegalBases

  /// The file in which a pack keeps its matrix.
  public static let basesFile = "legal-bases.xml"

  /// A fault with the file that it is in.
  public struct Fault: Error, Sendable, Equatable {
    public var file: String
    public var fault: IntakeFault
  }

  /// Reads a pack from its files.
  ///
  /// - Parameter files: name → bytes and digest. Files that are neither charts nor the matrix are ignored.
  public init(name: String, files: [String: (bytes: [UInt8], digest: Digest)]) throws(Fault) {
    guard let matrix = files[Self.basesFile] else {
      throw Fault(
        file: Self.basesFile,
        fault: IntakeFault(line: 1, reason: "the pack has no legal bases, so no office can be founded on it"))
    }
    self.name = name
    do throws(IntakeFault) {
      bases = try LegalBases(reading: matrix.bytes, digest: matrix.digest)
    } catch {
      throw Fault(file: Self.basesFile, fault: error)
    }
    var workflows: [String: Workflow] = [:]
    for (file, content) in files where file.hasSuffix(".scxml") {
      do throws(IntakeFault) {
        let workflow = try ChartReader.workflow(content.bytes, digest: content.digest)
        // A chart is proved for the instrument that it names and used for the one that its file is named after.
        guard file == "\(workflow.instrument.rawValue).scxml" else {
          let reason = "the chart is one of \(workflow.instrument.rawValue): its file must be named after it"
          throw IntakeFault(line: workflow.line, reason: reason)
        }
        workflows[workflow.instrument.rawValue] = workflow
      } catch {
        throw Fault(file: file, fault: error)
      }
    }
    self.workflows = workflows
  }
}
