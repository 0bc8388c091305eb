import Casework
import Foundation
import Intake
import Ledger
import Statechart
import Wording

public typealias Permission = Casework.Permission
public typealias WorkflowClaim = Casework.WorkflowClaim
public typealias WorkflowStep = Casework.WorkflowStep

/// A chart that was looked at, and what came of it.
public struct ChartCheck: Sendable {
  /// What a chart is, whatever is wrong with it.
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
    /// The file is a pack's matrix of legal bases, and can be read.
    case bases(rows: Int, unconfirmed: Int)
    case notFound
  }

  /// The file, as it was named.
  public var file: String
  public var outcome: Outcome

  /// What sort of fault it is; nil where the file is as it should be.
  public var kind: ServiceFault.Kind? {
    switch outcome {
    case .proved, .bases: nil
    case .flawed: .refused
    case .notFound: .notFound
    case .malformed: .malformed
    }
  }

  /// What came of it.
  public var verdict: ChartVerdict {
    switch outcome {
    case .proved: .proved
    case .flawed: .refused
    case .malformed: .malformed
    case .bases: .read
    case .notFound: .notFound
    }
  }

  /// Why the file does not pass, and what to do; nil where it passes.
  ///
  /// - Parameter again: how to check it again.
  public func failure(again: CheckAgain) -> (fault: FaultPhrase, hint: Hint?)? {
    switch outcome {
    case .flawed(_, let flaw): (.workflow(FilePlace(file: file, line: flaw.line), flaw), flaw.hint(again))
    case .malformed(let line, let document): (.malformed(FilePlace(file: file, line: line), document), nil)
    case .notFound: (.notFound(.chart(path: file)), nil)
    case .proved, .bases: nil
    }
  }
}

/// Charts that are to be checked: files, or a pack's.
public struct ChartFiles: Sendable {
  var files: [(name: String, bytes: Result<[UInt8], ServiceFault>)] = []
  /// The manifest of the pack that they are of; nil where there is none that can be read.
  var manifest: PackManifest?

  /// No chart is larger than this, in bytes.
  public static let largest = 4 * 1024 * 1024

  /// Takes charts by their paths; a folder stands for every chart in it.
  ///
  /// - Parameters:
  ///   - paths: what was typed.
  ///   - url: tells where such a path leads.
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

  /// Takes the charts and the legal bases of a pack. A pack without legal bases is none, and is told of them.
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

  /// Reads one chart.
  static func read(_ url: URL, _ typed: String) -> Result<[UInt8], ServiceFault> {
    do {
      try InputFile.check(url.path, absent: .chart(path: typed))
      // Never more is read than a chart can be, whatever the file is: a device, a pipe, a link to either.
      guard let file = try? FileHandle(forReadingFrom: url) else {
        return .failure(.notFound(.chart(path: typed)))
      }
      let data = (try? file.read(upToCount: largest + 1)) ?? Data()
      guard data.count <= largest else {
        return .failure(.malformed(FilePlace(file: typed, line: 1), .tooLarge(limit: largest, .chart)))
      }
      return .success(Array(data))
    } catch let fault as ServiceFault {
      return .failure(fault)
    } catch {
      return .failure(.notFound(.chart(path: typed)))
    }
  }
}

extension Desk {
  /// The charts and legal bases that the office was founded with.
  public func packFiles() throws -> ChartFiles {
    ChartFiles(try stored { try PackFolder(of: office.folder, pinnedBy: profile) })
  }

  /// Reads and proves charts, outside any office. Every chart is told of, whatever came of those before it.
  ///
  /// - Parameter bound: the number of nodes after which the search of a chart gives up.
  public static func check(_ charts: ChartFiles, bound: Int? = nil) -> [ChartCheck] {
    charts.files.map { name, bytes in
      switch bytes {
      case .success(let bytes): ChartCheck(file: name, outcome: outcome(name, bytes, charts.manifest, bound))
      case .failure(.malformed(let place, let document)):
        ChartCheck(file: name, outcome: .malformed(line: place.line, document))
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
