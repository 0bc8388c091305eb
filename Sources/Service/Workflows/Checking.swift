import Casework
import Foundation
import Intake
import Ledger
import Statechart
import Wording

public typealias Permission = Casework.Permission
public typealias WorkflowClaim = Casework.WorkflowClaim
public typealias WorkflowStep = Casework.WorkflowStep

/// The result of checking one chart, or one matrix of legal bases.
public struct ChartCheck: Sendable {
  /// The name, instrument and size of a chart that could be read.
  public struct Summary: Sendable {
    public var name: String
    public var instrument: String
    public var states: Int
    public var transitions: Int
  }

  public enum Outcome: Sendable {
    case proved(Summary, WorkflowProof, [WorkflowClaim])
    case flawed(Summary, WorkflowFlaw)
    case malformed(line: Int?, DocumentPhrase)
    /// The file is a pack's matrix of legal bases and can be read. `unconfirmed` is the number of rows that counsel has
    /// not confirmed.
    case bases(rows: Int, unconfirmed: Int)
    case notFound
    case unreadable(StorageTrouble)
  }

  /// The file's path as it was typed, or its name in the pack.
  public var file: String
  public var outcome: Outcome

  /// The kind of fault; nil where the file passes.
  public var kind: ServiceFault.Kind? {
    switch outcome {
    case .proved, .bases: nil
    case .flawed: .refused
    case .notFound: .notFound
    case .malformed: .malformed
    case .unreadable: .fault
    }
  }

  /// The outcome without its details.
  public var verdict: ChartVerdict {
    switch outcome {
    case .proved: .proved
    case .flawed: .refused
    case .malformed: .malformed
    case .bases: .read
    case .notFound: .notFound
    case .unreadable: .unreadable
    }
  }

  /// Returns the fault of a file that does not pass, with a hint where there is one; nil where the file passes.
  ///
  /// - Parameter again: the charts that the hint says to check again.
  public func failure(again: CheckAgain) -> (fault: FaultPhrase, hint: Hint?)? {
    switch outcome {
    case .flawed(_, let flaw): (.workflow(FilePlace(file: file, line: flaw.line), flaw), flaw.hint(again))
    case .malformed(let line, let document): (.malformed(FilePlace(file: file, line: line), document), nil)
    case .notFound: (.notFound(.input(.chart, path: file)), nil)
    case .unreadable(let trouble): (.unreadable(path: file, trouble), .makeReadable)
    case .proved, .bases: nil
    }
  }
}

/// The charts to check: files, or a pack's charts with its legal bases.
public struct ChartFiles: Sendable {
  var files: [(name: String, bytes: Result<[UInt8], ServiceFault>)] = []
  /// The manifest of the pack; nil without a pack, or where the manifest is absent or cannot be read.
  var manifest: PackManifest?

  /// The largest chart that is read, in bytes.
  public static let largest = 4 * 1024 * 1024

  /// Reads charts from paths. For a folder, it reads every `.scxml` file in the folder.
  ///
  /// - Parameters:
  ///   - paths: the paths as they were typed.
  ///   - url: returns the location of a typed path.
  public init(_ paths: [String], at url: (String) -> URL) {
    for path in paths {
      var isFolder: ObjCBool = false
      let place = url(path)
      if FileManager.default.fileExists(atPath: place.path, isDirectory: &isFolder), isFolder.boolValue {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: place.path)) ?? []
        let charts = names.filter { $0.hasSuffix(".scxml") }.sorted()
        if charts.isEmpty {
          files.append((path, .failure(.malformed(FilePlace(file: path), .noCharts))))
        }
        for name in charts {
          let typed = "\(path)\(path.hasSuffix("/") ? "" : "/")\(name)"
          files.append((typed, Self.read(place.appending(path: name), typed)))
        }
      } else {
        files.append((path, Self.read(place, path)))
      }
    }
  }

  /// Takes the charts and the legal bases of a pack. A manifest that cannot be read, or a missing matrix of legal
  /// bases, becomes a file with a fault.
  public init(_ pack: PackFolder) {
    for (name, file) in pack.files.sorted(by: { $0.key < $1.key })
    where name.hasSuffix(".scxml") || name == Pack.basesFile {
      files.append((name, .success(file.bytes)))
    }
    do throws(Pack.Fault) {
      manifest = try Pack.manifest(in: pack.files)
    } catch {
      files.append(
        (error.file, .failure(.malformed(error.fault, in: .named(error.file)))))
    }
    if pack.files[Pack.basesFile] == nil {
      files.append((Pack.basesFile, .failure(.malformed(FilePlace(file: Pack.basesFile), .packWithoutBases))))
    }
  }

  /// Reads one chart, of at most `largest` bytes.
  static func read(_ url: URL, _ typed: String) -> Result<[UInt8], ServiceFault> {
    Result { () throws(ServiceFault) in
      try InputFile.read(url.path, limit: largest, as: .chart, named: typed)
    }
  }
}

extension Desk {
  /// Returns the charts and legal bases that the office was founded with.
  public func packFiles() throws -> ChartFiles {
    ChartFiles(try stored { try PackFolder(of: office.folder, pinnedBy: profile) })
  }

  /// Reads and proves charts without an office. Returns one result for each file.
  ///
  /// - Parameter bound: the largest number of nodes in the search of a chart; nil takes `Workflow.defaultBound`.
  public static func check(_ charts: ChartFiles, bound: Int? = nil) -> [ChartCheck] {
    charts.files.map { name, bytes in
      switch bytes {
      case .success(let bytes): ChartCheck(file: name, outcome: outcome(name, bytes, charts.manifest, bound))
      case .failure(.malformed(let place, let document)):
        ChartCheck(file: name, outcome: .malformed(line: place.line, document))
      case .failure(.unreadable(_, let trouble)): ChartCheck(file: name, outcome: .unreadable(trouble))
      case .failure: ChartCheck(file: name, outcome: .notFound)
      }
    }
  }

  private static func outcome(
    _ name: String, _ bytes: [UInt8], _ manifest: PackManifest?, _ bound: Int?
  ) -> ChartCheck.Outcome {
    do throws(IntakeFault) {
      guard name != Pack.basesFile else {
        let rows = try LegalBases(reading: bytes, digest: .of(bytes), manifest: manifest).rows
        return .bases(rows: rows.count, unconfirmed: rows.count { $0.confirmation == nil })
      }
      let workflow = try ChartReader.workflow(bytes, digest: .of(bytes))
      let summary = ChartCheck.Summary(
        name: workflow.chart.name, instrument: workflow.instrument.rawValue, states: workflow.chart.states.count,
        transitions: workflow.chart.transitions.count)
      do throws(WorkflowFlaw) {
        return .proved(summary, try workflow.prove(bound: bound ?? Workflow.defaultBound), workflow.claims)
      } catch {
        return .flawed(summary, error)
      }
    } catch {
      return .malformed(line: error.line, DocumentPhrase(error))
    }
  }
}
