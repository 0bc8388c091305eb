import ArgumentParser
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
    let desk = try office.desk(session, to: .reading, isAudit: true)
    let given = try against.map { try note($0, session) }
    let replaced = try checkpoint.flatMap { try desk.replacedCheckpoint(at: session.path($0), named: $0) }
    let report = try desk.audit(against: [given, replaced == given ? nil : replaced].compactMap(\.self))
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
    if let checkpoint {
      try desk.writeCheckpoint(report, to: session.url(checkpoint), named: checkpoint, replacing: replaced)
    }
    return .done
  }

  private func note(_ path: String, _ session: Session) throws -> String {
    let bytes = try InputFile.read(
      session.path(path), limit: InputFile.largestCheckpoint, as: .checkpoint, named: path)
    return String(decoding: bytes, as: UTF8.self)
  }
}
