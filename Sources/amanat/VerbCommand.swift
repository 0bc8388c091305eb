import ArgumentParser
import Service
import Wording

/// A verb of the command line: parsed by ArgumentParser, run in a session.
protocol VerbCommand: ParsableCommand {
  /// What a refusal says was attempted.
  var attempt: Attempt { get }
  /// Says whether output is JSON.
  var isJSON: Bool { get }
  /// Does what the verb does, prints it, and returns the exit code; what goes wrong is thrown as a `ServiceFault`.
  func run(_ session: Session) throws -> ExitStatus
}

extension VerbCommand {
  var attempt: Attempt { .other }
  var isJSON: Bool { false }
}
