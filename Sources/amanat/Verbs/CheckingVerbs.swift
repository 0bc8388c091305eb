import ArgumentParser
import Foundation
import Service

struct AuditVerb: Verb {
  static let configuration = CommandConfiguration(
    commandName: "audit",
    abstract: "Re-read the whole office, trusting nothing: signatures, tree, replay, gate, sealed values.")

  @Option(name: .long, help: ArgumentHelp("A checkpoint that you kept elsewhere.", valueName: "file")) var against:
    String?
  @Option(name: .long, help: ArgumentHelp("Write a checkpoint, to keep elsewhere.", valueName: "file"))
  var checkpoint: String?
  @Option(
    name: .long, help: ArgumentHelp("Write every entry with its signatures, for ssh-keygen.", valueName: "dir"))
  var entries: String?
  @OptionGroup var office: OfficeOptions
  @OptionGroup var output: OutputOptions

  var isJSON: Bool { output.json }

  private struct Told: Encodable {
    struct Finding: Encodable {
      var entry: Int?
      var file: String?
      var `case`: String?
      var problem: String
    }
    var sound: Bool
    var entries: Int
    var signatures: Int
    var sealedValues: Int
    var cases: Int
    var disclosures: Int
    var root: String
    var findings: [Finding]
    var unfinished: [String]
  }

  func run(_ session: Session) throws {
    let desk = try office.desk(session)
    var note: String?
    if let against {
      try InputFile.check(session.path(against), typed: against, "checkpoint")
      guard let text = try? String(contentsOf: session.url(against), encoding: .utf8) else {
        throw DeskFault.notFound("checkpoint \(against)")
      }
      note = text
    }
    let report = try desk.audit(against: note)
    if let entries { _ = try desk.writeEntries(to: session.url(entries)) }
    if output.json {
      try session.console.json(Self.told(report))
    } else {
      for line in Self.lines(report) { (report.isSound ? session.console.out : session.console.err)(line) }
    }
    guard report.isSound else {
      session.console.error("the office does not hold together")
      session.console.hint(
        "keep the folder as it is, and compare with a copy or a checkpoint: amanat audit --against FILE")
      throw ExitCode(4)
    }
    if report.unfinished.contains(where: { $0.file != nil }) { session.console.hint("amanat tidy") }
    if let checkpoint {
      do {
        try Data(try desk.checkpoint(report).utf8).write(to: session.url(checkpoint), options: .atomic)
      } catch is CocoaError {
        throw DeskFault.notFound("a place to write \(checkpoint)")
      }
    }
  }

  private static func told(_ report: AuditReport) -> Told {
    Told(
      sound: report.isSound, entries: report.entries, signatures: report.signatures, sealedValues: report.sealedValues,
      cases: report.cases, disclosures: report.disclosures, root: report.head.root.description,
      findings: report.findings.map { finding in
        var entry: Int?
        var file: String?
        switch finding.place {
        case .entry(let sequence): entry = sequence
        case .file(let name): file = name
        case .office: break
        }
        return Told.Finding(entry: entry, file: file, case: finding.number?.description, problem: finding.problem)
      },
      unfinished: report.unfinished.map { ($0.number.map { "\($0): " } ?? "") + $0.what })
  }

  /// An audit in words.
  static func lines(_ report: AuditReport) -> [String] {
    var lines = report.findings.map { finding -> String in
      let place =
        switch finding.place {
        case .entry(let sequence): "entry \(sequence)"
        case .file(let name): name
        case .office: "office"
        }
      return "broken: \(place)\(finding.number.map { " (\($0))" } ?? "") \(finding.problem)"
    }
    lines += report.unfinished.map { "unfinished: " + ($0.number.map { "\($0): " } ?? "") + $0.what }
    lines.append(
      "\(report.isSound ? "sound" : "checked"): \(report.entries) entries, \(report.signatures) signatures, \(report.sealedValues) sealed values, \(report.cases) cases, \(report.disclosures) disclosures"
    )
    lines.append("root: \(report.head.root) at \(report.head.size)")
    return lines
  }
}
