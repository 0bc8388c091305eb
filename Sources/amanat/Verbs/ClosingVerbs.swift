import ArgumentParser
import Service

struct Refuse: Verb {
  static let configuration = CommandConfiguration(abstract: "Refuse an order and close its case.")

  @Argument(help: "The case.") var number: CaseNumber
  @Option(name: .long, help: "A rule that stands against it; again for more.") var rule: [Rule] = []
  @Option(name: .long, help: ArgumentHelp("The reasons, in your words; sealed.", valueName: "text")) var because: String
  @OptionGroup var options: ActOptions

  var refusal: String { "cannot be refused" }
  var isJSON: Bool { options.output.json }

  func run(_ session: Session) throws {
    let desk = try options.office.desk(session)
    let view = try options.perform(.close(number, as: .refused(rule), because: because), desk, session)
    try Show.print(
      view, desk, session, json: options.output.json, said: options.trial.dryRun ? "could be refused" : "refused",
      brief: true)
  }
}

struct Withdraw: Verb {
  static let configuration = CommandConfiguration(
    abstract: "Close a case whose order has fallen away: withdrawn by the authority, quashed by a court, or lapsed.")

  @Argument(help: "The case.") var number: CaseNumber
  @Flag(name: .long, help: "A court has quashed the order.") var quashed = false
  @Flag(name: .long, help: "The order has lapsed.") var lapsed = false
  @Option(name: .long, help: ArgumentHelp("How it is known, in your words; sealed.", valueName: "text")) var because:
    String
  @OptionGroup var options: ActOptions

  var refusal: String { "cannot be closed so" }
  var isJSON: Bool { options.output.json }

  func run(_ session: Session) throws {
    if quashed, lapsed { throw DeskFault.usage("an order is quashed or lapsed; give one of the two") }
    let desk = try options.office.desk(session)
    let closing: Closing = quashed ? .quashed : lapsed ? .lapsed : .withdrawn
    let view = try options.perform(.close(number, as: closing, because: because), desk, session)
    let said = quashed ? "quashed" : lapsed ? "lapsed" : "withdrawn"
    try Show.print(
      view, desk, session, json: options.output.json, said: options.trial.dryRun ? "could be \(said)" : said,
      brief: true)
  }
}
