import ArgumentParser
import Foundation
import Service

/// A verb of the command line: parsed by ArgumentParser, run in a session.
protocol Verb: ParsableCommand {
  /// What a refusal says of the case: `may not be disclosed`.
  var refusal: String { get }
  /// Says whether output is JSON.
  var isJSON: Bool { get }
  func run(_ session: Session) throws
}

extension Verb {
  var refusal: String { "is refused" }
  var isJSON: Bool { false }
}

@main
struct Amanat: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "amanat",
    abstract: "Takes an order for users' data from its receipt to a sealed export, or refuses it.",
    discussion: """
      A working day: receive an order, review it, grant a scope, collect, have a manager approve, export. Every act is \
      signed with its actor's own SSH key (--sign-with, or AMANAT_SIGN_WITH). The office is a folder (--office, or \
      AMANAT_OFFICE); its key lies beside it.

      Exit codes: 0 done, 1 fault, 3 refused by a rule, 4 integrity broken, 5 not found, 6 overdue, 64 usage, \
      65 malformed input.
      """,
    version: "0.1.0",
    groupedSubcommands: [
      CommandGroup(
        name: "Case",
        subcommands: [
          Receive.self, Review.self, Clarify.self, ScopeVerb.self, Collect.self, Approve.self, Export.self, Refuse.self,
          Withdraw.self, List.self, Show.self, HistoryVerb.self,
        ]),
      CommandGroup(
        name: "Office",
        subcommands: [Init.self, OfficerVerb.self, AuthorityVerb.self, WorkflowVerb.self, AuditVerb.self, Tidy.self]),
    ])

  static func main() {
    Foundation.exit(run(Array(CommandLine.arguments.dropFirst()), .live()))
  }

  /// Runs an invocation and returns its exit code; prints through the session alone.
  static func run(_ arguments: [String], _ session: Session) -> Int32 {
    let command: ParsableCommand
    let invocation = Invocation(arguments)
    do {
      command = try parseAsRoot(arguments)
    } catch {
      return usage(error, invocation, session)
    }
    guard let verb = command as? any Verb else {
      guard !arguments.isEmpty else {
        session.console.out(helpMessage(for: type(of: command), columns: 100))
        return 64
      }
      // A group of verbs, or the parser's own help command, which knows whose help was asked for.
      do {
        var command = command
        try command.run()
        return 0
      } catch {
        return usage(error, invocation, session)
      }
    }
    do {
      try verb.run(session)
      return 0
    } catch let code as ExitCode {
      return code.rawValue
    } catch {
      return Report(session: session, verb: verb, help: invocation.help).tell(error)
    }
  }

  private static func usage(_ error: any Error, _ invocation: Invocation, _ session: Session) -> Int32 {
    let code = exitCode(for: error)
    if code == .success {
      session.console.out(fullMessage(for: error, columns: 100))
      return 0
    }
    let message = message(for: error)
    var text = invocation.misspelling ?? message.prefix(1).lowercased() + message.dropFirst()
    // The parser writes whole sentences; ours are one, without a full stop.
    for (theirs, ours) in [(". Please provide one of", "; give one of"), (". Did you mean", "; did you mean")] {
      text = text.replacing(theirs, with: ours)
    }
    while text.hasSuffix(".") { text.removeLast() }
    if let form = invocation.form(message) { text += ": \(form)" }
    let hints = [invocation.help]
    if invocation.isJSON { try? session.console.json(Report.Told(error: text, exit: 64, hints: hints)) }
    session.console.error(text)
    for hint in hints { session.console.hint(hint) }
    return 64
  }
}
