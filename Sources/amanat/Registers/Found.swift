import ArgumentParser
import Service
import Wording

/// Founds an office.
struct Found: VerbCommand {
  static let configuration = CommandConfiguration(commandName: Verb.found.name)

  @Argument(help: .of(.newFolder, .folder)) var folder: String
  @Option(name: .long, help: .of(.officeName, .text)) var name: String
  @Option(name: .long, help: .of(.addressedAs, .text)) var addressedAs: [String] = []
  @Option(name: .long, help: .of(.pack, .pack)) var pack = PackFolder.defaultName
  @Option(name: .long, help: .of(.zone, .zone)) var zone: String?
  @Option(name: .long, help: .of(.custodian, .custodian)) var custodian: [String]
  @Option(name: .long, help: .of(.newOfficeKey, .file)) var officeKey: String?
  @Option(name: .long, help: .of(.newMarks, .folder)) var marks: String?
  @OptionGroup var output: OutputOptions
  @OptionGroup var trial: TrialOptions

  var attempt: Attempt { .found }
  var isJSON: Bool { output.json }

  private struct FoundedJSON: Encodable {
    var folder: String
    var dryRun: Bool
    /// The number of configurations that were searched, by chart.
    var proved: [String: Int]
  }

  func run(_ session: Session) throws -> ExitStatus {
    let founders = try custodian.map { text -> Founder in
      guard let mark = text.lastIndex(of: "=") else { throw ServiceFault.usage(.custodianForm) }
      return Founder(name: String(text[..<mark]), key: session.path(String(text[text.index(after: mark)...])))
    }
    let url = try PackFolder.find(
      pack.contains("/") ? session.path(pack) : pack, packs: session.environment[.packs].map(session.url),
      program: session.program())
    let office = OfficeFolder(session.url(folder))
    let keyFile = officeKey.map(session.url)
    let marks = marks.map(session.url)
    let plan = FoundingPlan(name: name, addressedAs: addressedAs, zone: zone, pack: url, founders: founders)
    let proofs = try Desk.found(
      office, keyFile: keyFile, marks: marks, plan: plan, world: session.world, dryRun: trial.dryRun)
    let (console, language) = (session.console, session.language)
    if isJSON {
      try console.json(FoundedJSON(folder: folder, dryRun: trial.dryRun, proved: proofs.mapValues(\.configurations)))
      return .done
    }
    console.out(language.text(Notice.founded(folder: folder, isTrial: trial.dryRun)))
    for (chart, proof) in proofs.sorted(by: { $0.key < $1.key }) {
      console.out("  \(language.text(Notice.chartProved(file: chart, configurations: proof.configurations)))")
    }
    if trial.dryRun { return .done }
    let key = keyFile ?? office.defaultKey
    console.err(language.text(Notice.officeKey(file: key.lastPathComponent)))
    console.err(language.text(Notice.marks(folder: session.shortened(marks ?? Desk.defaultMarks(key)))))
    console.err(language.text(Notice.fewCustodians(founders.count)))
    console.hint(language.text(Hint.enrolFirst(office: folder)))
    return .done
  }
}
