import Casework
import Foundation
import Intake
import Statechart
import Wording

/// The languages in which a chart is drawn.
public enum DrawingFormat: String, Sendable, CaseIterable {
  case dot, mermaid, svg
}

extension Desk {
  /// Draws a chart from its file: one that can be read, proved or not.
  ///
  /// - Parameter path: where `dot` is looked for, as `PATH` lists folders.
  public static func draw(chart url: URL, typed: String, as format: DrawingFormat, path: String) throws -> String {
    let bytes = try ChartFiles.read(url, typed).get()
    let workflow: Workflow
    do throws(IntakeFault) {
      workflow = try ChartReader.workflow(bytes, digest: .of(bytes))
    } catch {
      throw ServiceFault.malformed(error, in: .named(typed))
    }
    return try text(of: workflow.drawing(), as: format, path: path)
  }

  /// Draws the chart of a case, with the states in which the case stands. Nothing else of the case is in it.
  public func draw(_ number: CaseNumber, as format: DrawingFormat, path: String) throws -> String {
    let standing = try standing(number)
    let workflow = standing.workflow
    let drawing = workflow.drawing(
      at: standing.subject.configuration, caption: "\(workflow.chart.name) \(number)")
    return try Self.text(of: drawing, as: format, path: path)
  }

  private static func text(of drawing: Drawing, as format: DrawingFormat, path: String) throws -> String {
    switch format {
    case .dot: DotText.of(drawing)
    case .mermaid: MermaidText.of(drawing)
    case .svg: try Graphviz.svg(DotText.of(drawing), path: path)
    }
  }
}

/// Graphviz, where it is installed.
enum Graphviz {
  /// Has a DOT text drawn.
  static func svg(_ text: String, path: String) throws -> String {
    let folders = path.split(separator: ":").map(String.init)
    guard let program = folders.map({ $0 + "/dot" }).first(where: FileManager.default.isExecutableFile) else {
      throw ServiceFault.noGraphviz
    }
    signal(SIGPIPE, SIG_IGN)
    let process = Process()
    process.executableURL = URL(filePath: program)
    process.arguments = ["-Tsvg"]
    let (stdin, stdout) = (Pipe(), Pipe())
    process.standardInput = stdin
    process.standardOutput = stdout
    process.standardError = FileHandle.nullDevice
    do { try process.run() } catch { throw ServiceFault.noGraphviz }
    // It reads everything before it writes anything.
    try? stdin.fileHandleForWriting.write(contentsOf: Data(text.utf8))
    try? stdin.fileHandleForWriting.close()
    let output = (try? stdout.fileHandleForReading.readToEnd()) ?? Data()
    process.waitUntilExit()
    guard process.terminationStatus == 0, process.terminationReason == .exit else { throw ServiceFault.noGraphviz }
    return String(decoding: output, as: UTF8.self)
  }
}
