import ArgumentParser
import Service

struct Tidy: Verb {
  static let configuration = CommandConfiguration(
    abstract:
      "Remove what a crash left behind: packages and envelopes that no entry knows. The office is audited first.")

  @OptionGroup var office: OfficeOptions
  @OptionGroup var output: OutputOptions
  @OptionGroup var trial: DryRunOption

  var isJSON: Bool { output.json }

  func run(_ session: Session) throws {
    let tidied = try office.desk(session).tidy(dryRun: trial.dryRun)
    if output.json { return try session.console.json(tidied) }
    for path in tidied.removed { session.console.out("\(trial.dryRun ? "would be removed" : "removed"): \(path)") }
    for path in tidied.left { session.console.out("left: \(path), which no desk wrote") }
    if tidied.removed.isEmpty { session.console.err("nothing to remove") }
  }
}
