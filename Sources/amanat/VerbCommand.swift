import ArgumentParser
import Service
import Wording

/// A verb of the command line: parsed by ArgumentParser, run in a session.
protocol VerbCommand: ParsableCommand {
  /// The act that a refusal names.
  var attempt: Attempt { get }
  /// Says whether output is JSON.
  var isJSON: Bool { get }
  /// Carries out the verb, prints the result and returns the exit code. Throws a `ServiceFault` if the verb fails.
  func run(_ session: Session) throws -> ExitStatus
}

extension VerbCommand {
  var attempt: Attempt { .other }
  var isJSON: Bool { false }
}
