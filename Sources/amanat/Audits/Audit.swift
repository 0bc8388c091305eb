import ArgumentParser
import Foundation
import Service
import Wording

/// Audits the integrity of the office.
struct AuditVerb: VerbCommand {
  static let configuration = CommandConfiguration(commandName: Verb.audit.name)

  @Option(name: .long, help: .of(.against, .file)) var against: String?
  @Option(name: .long, help: .of(.checkpoint, .file)) var checkpoint: String?
  @Option(name: .long, help: .of(.entries, .folder)) var entries: String?
  @OptionGroup var office: OfficeOptions
  @OptionGroup var output: OutputOptions

  var isJSON: Bool { output.json }

  func run(_ session: Session) throws -> ExitStatus {
    let desk = try office.desk(session)
    let report = try desk.audit(against: try against.map { try note($0, session) })
    if let entries { _ = try desk.writeEntries(to: session.url(entries)) }
    let (console, language) = (session.console, session.language)
    if isJSON {
      try console.json(AuditJSON(report))
    } else {
      for line in report.lines { (report.isSound ? console.out : console.err)(language.text(line)) }
    }
    guard report.isSound else {
      console.error(language.text(FaultPhrase.unsound(isExporting: false)))
      console.hint(language.text(Hint.keepFolder))
      return .broken
    }
    if report.hasLeftovers { console.hint(language.text(Hint.action(.tidy))) }
    if let checkpoint { try write(desk.checkpoint(report), to: checkpoint, session) }
    return .done
  }

  private func note(_ path: String, _ session: Session) throws -> String {
    let bytes = try InputFile.read(
      session.path(path), limit: InputFile.largestCheckpoint, as: .checkpoint, named: path)
    return String(decoding: bytes, as: UTF8.self)
  }

  private func write(_ note: String, to path: String, _ session: Session) throws {
    do {
      try Data(note.utf8).write(to: session.url(path), options: .atomic)
    } catch is CocoaError {
      throw ServiceFault.unwritable(path: path, .trouble(.other))
    }
  }
}
