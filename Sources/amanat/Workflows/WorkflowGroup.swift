import ArgumentParser
import Wording

/// The verbs about charts, which define the events that can come next in a case.
struct WorkflowVerbs: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: Verb.workflow.name, subcommands: [Check.self, Draw.self, Explain.self])
}
