import ArgumentParser
import Wording

/// The charts that define what may come next.
struct WorkflowVerbs: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: Verb.workflow.name, subcommands: [Check.self, Draw.self, Explain.self])
}
