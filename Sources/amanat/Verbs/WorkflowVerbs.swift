import ArgumentParser
import Foundation
import Service

struct WorkflowVerb: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "workflow", abstract: "The charts that say what may come next.",
    subcommands: [Check.self, Draw.self, Explain.self])

  struct Check: Verb {
    static let configuration = CommandConfiguration(
      abstract: "Prove that no order of events leads a chart around what must stand, or show the way that does.",
      discussion: """
        Every chart is read, compiled and searched, outside any office, and every one is told of, whatever came of \
        those before it. Without a FILE these are the charts and legal bases of the office's pack, or where no office \
        is named of the pack \(PackFolder.defaultName).

        A chart that is refused is told with what would be possible, the line, and the shortest way there: each event, \
        the line of what it triggers, where it leads, and who may cause it.

        Ends with 0 where all charts are proved, with 3 where one is refused, with 5 where one is not there, and with 65 \
        where one is malformed: with the highest of these.
        """)

    @Argument(help: ArgumentHelp("A chart (SCXML), or a folder of charts.", valueName: "file")) var files: [String] = []
    @Option(name: .long, help: ArgumentHelp("A pack instead: a name, or a path.", valueName: "pack")) var pack: String?
    @Option(
      name: .long,
      help: ArgumentHelp("Give up a search after so many nodes; by default 200000.", valueName: "nodes"))
    var bound: Int?
    @OptionGroup var office: OfficeOptions
    @OptionGroup var output: OutputOptions

    var isJSON: Bool { output.json }

    func validate() throws {
      if pack != nil, !files.isEmpty { throw ValidationError("Give files or a pack, not both") }
      if let bound, bound < 1 { throw ValidationError("A search finds at least one node") }
    }

    func run(_ session: Session) throws {
      let checks = Desk.check(try charts(session), bound: bound)
      if output.json {
        try session.console.json(checks.map(CheckText.Line.init))
      } else {
        for check in checks { CheckText.print(check, session) }
      }
      let refused = checks.filter { $0.exitCode != 0 }
      guard let worst = refused.map(\.exitCode).max() else { return }
      var hints: [String] = []
      for check in refused {
        let (error, hint) = CheckText.failure(check, again: again(check.file))
        session.console.error(error)
        if let hint, !hints.contains(hint) { hints.append(hint) }
      }
      hints.forEach(session.console.hint)
      throw ExitCode(worst)
    }

    /// What to type to check a file again.
    private func again(_ file: String) -> String {
      "amanat workflow check" + (files.isEmpty ? pack.map { " --pack \($0)" } ?? "" : " \(file)")
    }

    private func charts(_ session: Session) throws -> ChartFiles {
      if !files.isEmpty { return ChartFiles(files, at: session.url) }
      if pack == nil, office.isGiven(session) { return try office.desk(session).packFiles() }
      let name = pack ?? PackFolder.defaultName
      let url = try PackFolder.find(
        name.contains("/") || name == "." ? session.path(name) : name, environment: session.environment,
        program: session.program)
      return ChartFiles(try PackFolder(url))
    }
  }

  struct Draw: Verb {
    static let configuration = CommandConfiguration(
      abstract: "Draw a chart, or the chart of a case with the states where the case stands.",
      discussion: """
        dot is for Graphviz, mermaid for pages that show Markdown; svg is drawn by Graphviz, where it is installed. The \
        chart need not be proved. Nothing personal is in a drawing: of a case it shows the number and the states.
        """)

    @Argument(help: ArgumentHelp("The chart (SCXML).", valueName: "file")) var file: String?
    @Option(name: .long, help: ArgumentHelp("A case of the office, instead of a file.", valueName: "number"))
    var `case`: CaseNumber?
    @Option(name: .long, help: "The language to draw in.") var format: DrawingFormat = .dot
    @OptionGroup var office: OfficeOptions

    func validate() throws {
      guard (file == nil) != (`case` == nil) else { throw ValidationError("Give a chart, or --case NUMBER") }
    }

    func run(_ session: Session) throws {
      let path = session.environment["PATH"] ?? ProcessInfo.processInfo.environment["PATH"] ?? ""
      let text: String
      if let file {
        text = try Desk.draw(chart: session.url(file), typed: file, as: format, path: path)
      } else if let number = `case` {
        text = try office.desk(session).draw(number, as: format, path: path)
      } else {
        return
      }
      session.console.out(text.hasSuffix("\n") ? String(text.dropLast()) : text)
    }
  }

  struct Explain: Verb {
    static let configuration = CommandConfiguration(
      abstract: "Explain what may come next in a case, by whom, and what blocks the rest.",
      discussion: """
        What the chart would let happen now, who may cause it, and what to type; what stands against disclosing, as \
        the gate would say; and the shortest ways from here to a disclosure and to an end. With a key it says of each \
        event whether you may cause it. Nothing is signed and nothing is written.
        """)

    @Argument(help: "The case.") var number: CaseNumber
    @OptionGroup var office: OfficeOptions
    @OptionGroup var signing: SigningOptions
    @OptionGroup var output: OutputOptions

    var isJSON: Bool { output.json }

    func run(_ session: Session) throws {
      let explanation = try office.desk(session).explain(number, key: signing.keyIfGiven(session))
      if output.json { return try session.console.json(explanation) }
      ExplanationText(explanation).print(session)
    }
  }
}

extension DrawingFormat: ExpressibleByArgument {}
