import ArgumentParser
import Foundation
import Service
import Wording

/// The command-line program. It has the verbs and runs invocations.
@main
struct Amanat: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: Verb.amanat.name, version: "0.1.0", subcommands: caseVerbs + officeVerbs)

  /// The verbs that act in a case or show cases, as the help lists them.
  static let caseVerbs: [any ParsableCommand.Type] = [
    Receive.self, Review.self, Clarify.self, Grant.self, Collect.self, Approve.self, Export.self, Refuse.self,
    Withdraw.self, List.self, Show.self, HistoryVerb.self,
  ]

  /// The verbs about the office.
  static let officeVerbs: [any ParsableCommand.Type] = [
    Found.self, OfficerVerbs.self, AuthorityVerbs.self, Sign.self, Submit.self, WorkflowVerbs.self, AuditVerb.self,
    Tidy.self, SetAsideVerb.self, Restore.self, Upgrade.self,
  ]

  static func main() {
    Foundation.exit(run(Array(CommandLine.arguments.dropFirst()), .live()))
  }

  /// Runs an invocation and returns its exit code. It prints only through the session.
  static func run(_ arguments: [String], _ session: Session) -> Int32 {
    Spoken.$language.withValue(session.language) { status(of: arguments, session) }.rawValue
  }

  private static func status(of arguments: [String], _ session: Session) -> ExitStatus {
    let invocation = Invocation(arguments)
    let command: ParsableCommand
    do {
      command = try parseAsRoot(arguments)
    } catch {
      return ending(error, invocation, session)
    }
    guard let verb = command as? any VerbCommand else {
      guard !arguments.isEmpty else {
        HelpPage(.amanat, session.language).print(to: session.console)
        return .usage
      }
      // The command is a group of verbs or the parser's own `help`. Its `run` throws a request for the help of a verb,
      // and `ending` prints that help.
      do {
        var command = command
        try command.run()
        return .done
      } catch {
        return ending(error, invocation, session)
      }
    }
    do {
      return try verb.run(session)
    } catch {
      return Report(session: session, attempt: verb.attempt, isJSON: verb.isJSON, verb: invocation.verb).print(error)
    }
  }

  /// Prints the result of an invocation that the parser ended: the help or the version that was requested, or the
  /// fault.
  private static func ending(_ error: any Error, _ invocation: Invocation, _ session: Session) -> ExitStatus {
    // For a misspelt verb after `help`, as in "help sing", the parser reports success and prints some other help.
    guard exitCode(for: error) == .success, invocation.misspelling == nil else {
      let fault = ServiceFault.usage(.parser(ParserFault(invocation).phrase(message(for: error))))
      return Report(session: session, attempt: .other, isJSON: invocation.isJSON, verb: invocation.verb).print(fault)
    }
    let text = fullMessage(for: error)
    if text == configuration.version {
      session.console.out(.data(text))
    } else {
      HelpPage(invocation.verb, session.language).print(to: session.console)
    }
    return .done
  }
}

/// The language of the running invocation. The parser asks for help texts in places that have no session.
enum Spoken {
  @TaskLocal static var language: any Language = English()
}
