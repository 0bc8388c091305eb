import Casework
import Foundation
import Intake
import Statechart
import Wording

/// The formats in which a chart can be drawn.
public enum DrawingFormat: String, Sendable, CaseIterable {
  case dot, mermaid, svg
}

extension Desk {
  /// Draws a chart from its file. The chart must be readable, but need not be proved.
  ///
  /// - Parameter path: the folders in which `dot` is looked for, in the form of `PATH`.
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

  /// Draws the chart of a case and marks the current states. The caption has the case number; the drawing contains
  /// nothing else of the case.
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

/// The program `dot` of Graphviz.
enum Graphviz {
  /// Runs `dot` on a DOT text and returns the SVG.
  ///
  /// - Throws: `ServiceFault.noGraphviz` where `dot` is not found or fails.
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
    // `dot` reads its whole input before it writes, so this write cannot block on unread output.
    try? stdin.fileHandleForWriting.write(contentsOf: Data(text.utf8))
    try? stdin.fileHandleForWriting.close()
    let output = (try? stdout.fileHandleForReading.readToEnd()) ?? Data()
    process.waitUntilExit()
    guard process.terminationStatus == 0, process.terminationReason == .exit else { throw ServiceFault.noGraphviz }
    return String(decoding: output, as: UTF8.self)
  }
}
