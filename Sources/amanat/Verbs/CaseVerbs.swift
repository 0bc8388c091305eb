import ArgumentParser
import Foundation
import Service

struct Receive: Verb {
  static let configuration = CommandConfiguration(
    abstract: "Log an order: it is sealed and on record, whatever it is, before anything is said of it.")

  @Argument(help: "The order (XML).") var order: String
  @Option(name: .long, help: ArgumentHelp("The open case that it completes.", valueName: "case"))
  var supplements: CaseNumber?
  @OptionGroup var options: ActOptions

  var refusal: String { "cannot take this document" }
  var isJSON: Bool { options.output.json }

  func run(_ session: Session) throws {
    let desk = try options.office.desk(session)
    let url = session.url(order)
    try InputFile.check(url.path, typed: order, "order")
    guard let file = try? FileHandle(forReadingFrom: url) else { throw DeskFault.notFound("order \(order)") }
    // Never more is read than an order can be, whatever the file is: a device, a pipe, a link to either.
    let data = (try? file.read(upToCount: Desk.largestOrder + 1)) ?? Data()
    guard data.count <= Desk.largestOrder else {
      let limit = "larger than \(Desk.largestOrder) bytes: it is not an order, and was not kept"
      throw DeskFault.malformed(file: url.lastPathComponent, line: nil, reason: limit)
    }
    let said = options.trial.dryRun ? "would be received" : "received"
    let receipt = try options.perform(.receive(Array(data), supplementing: supplements), desk, session)
    switch receipt.standing {
    case .acceptable:
      try Show.print(receipt.view, desk, session, json: options.output.json, said: said, letter: receipt.letterNumber)
    case .againstRules where !options.output.json:
      try Show.print(receipt.view, desk, session, json: false, said: said, hints: false)
    case .againstRules, .unreadable: break
    }
    try Report.tell(receipt, file: url.lastPathComponent, isTrial: options.trial.dryRun, self, session)
  }
}

struct Review: Verb {
  static let configuration = CommandConfiguration(
    abstract: "Record one finding, with its evidence.",
    discussion: """
      authenticity needs a call to the number in the office's own register. Every other rule is judged by the machine \
      from order, registers and legal bases: naming it has it judged again, as of now.
      """)

  @Argument(help: "The case.") var number: CaseNumber
  @Argument(help: "The rule.") var rule: Rule
  @Option(name: .long, help: ArgumentHelp("The number that was called.", valueName: "number")) var callBack: String?
  @Option(name: .long, help: "What they said.") var answer: CallBackAnswer?
  @Option(name: .long, help: ArgumentHelp("Whom you spoke to, and what was said; sealed.", valueName: "text"))
  var spokeWith: String?
  @OptionGroup var options: ActOptions

  var refusal: String { "may not be reviewed so" }
  var isJSON: Bool { options.output.json }

  func run(_ session: Session) throws {
    let desk = try options.office.desk(session)
    if rule == .authenticity {
      guard let callBack, let answer, let spokeWith else {
        throw DeskFault.usage("authenticity needs --call-back NUMBER, --answer and --spoke-with TEXT")
      }
      let call = CallMade(called: callBack, answer: answer, spokeWith: spokeWith)
      let view = try options.perform(.recordCall(call, in: number), desk, session)
      return try finish(view, desk, session)
    }
    guard callBack == nil, answer == nil, spokeWith == nil else {
      throw DeskFault.usage("only authenticity takes a call as evidence")
    }
    try finish(try options.perform(.examine([rule], in: number), desk, session), desk, session)
  }

  private func finish(_ view: CaseView, _ desk: Desk, _ session: Session) throws {
    let finding = view.findings.first { $0.rule == rule.rawValue }
    try Show.print(
      view, desk, session, json: options.output.json,
      said: "\(rule.rawValue): \(options.trial.dryRun ? "would be " : "")\(finding?.outcome ?? "")",
      brief: true)
  }
}

struct Clarify: Verb {
  static let configuration = CommandConfiguration(
    abstract: "Record that the authority was asked for what its order lacks.")

  @Argument(help: "The case.") var number: CaseNumber
  @OptionGroup var options: ActOptions

  var refusal: String { "is not to be clarified now" }
  var isJSON: Bool { options.output.json }

  func run(_ session: Session) throws {
    let desk = try options.office.desk(session)
    let view = try options.perform(.clarify(number), desk, session)
    try Show.print(
      view, desk, session, json: options.output.json,
      said: options.trial.dryRun ? "clarification could be requested" : "clarification requested", brief: true)
  }
}

struct ScopeVerb: Verb {
  static let configuration = CommandConfiguration(
    commandName: "scope",
    abstract: "Grant a scope: what was asked, less what no legal basis covers, less what you leave out.")

  @Argument(help: "The case.") var number: CaseNumber
  @Option(name: .long, help: "A class of data to grant; again for more. By default all that the law covers.")
  var `class`: [DataClass] = []
  @Option(name: .long, help: ArgumentHelp("The first day, in the office's calendar.", valueName: "day")) var from:
    String?
  @Option(name: .long, help: ArgumentHelp("The last day.", valueName: "day")) var through: String?
  @Option(
    name: .long, help: ArgumentHelp("A target to grant, by its place in the order; again for more.", valueName: "n"))
  var target: [Int] = []
  @OptionGroup var options: ActOptions

  var refusal: String { "may not be granted that scope" }
  var isJSON: Bool { options.output.json }

  func run(_ session: Session) throws {
    let desk = try options.office.desk(session)
    func day(_ text: String?) throws -> Day? {
      guard let text else { return nil }
      guard let day = desk.calendar.read(text) else { throw DeskFault.usage("the calendar has no day '\(text)'") }
      return day
    }
    let narrowing = Narrowing(
      classes: `class`.isEmpty ? nil : `class`, from: try day(from), through: try day(through),
      targets: target.isEmpty ? nil : target)
    let view = try options.perform(.grant(narrowing, in: number), desk, session)
    try Show.print(
      view, desk, session, json: options.output.json, said: options.trial.dryRun ? "could be granted" : "granted",
      brief: true)
  }
}

struct Collect: Verb {
  static let configuration = CommandConfiguration(
    abstract: "Collect the target's rows from a SQLite database, under the granted scope, into a sealed package.")

  @Argument(help: "The case.") var number: CaseNumber
  @Option(name: .long, help: ArgumentHelp("The service's SQLite database; opened read-only.", valueName: "database"))
  var from: String
  @Option(name: .long, help: ArgumentHelp("What its columns are, in the Fides dataset format.", valueName: "file"))
  var annotation: String
  @OptionGroup var options: ActOptions

  var refusal: String { "may not be collected" }
  var isJSON: Bool { options.output.json }

  func run(_ session: Session) throws {
    let desk = try options.office.desk(session)
    let view = try options.perform(
      .collect(number, from: session.path(from), annotation: session.path(annotation)), desk, session)
    try Show.print(
      view, desk, session, json: options.output.json, said: options.trial.dryRun ? "could be collected" : "collected",
      brief: true)
  }
}

struct Approve: Verb {
  static let configuration = CommandConfiguration(
    abstract: "Approve exactly what stands collected; a manager's, who had no part in the case.")

  @Argument(help: "The case.") var number: CaseNumber
  @OptionGroup var options: ActOptions

  var refusal: String { "may not be approved" }
  var isJSON: Bool { options.output.json }

  func run(_ session: Session) throws {
    let desk = try options.office.desk(session)
    let view = try options.perform(.approve(number), desk, session)
    try Show.print(
      view, desk, session, json: options.output.json, said: options.trial.dryRun ? "could be approved" : "approved",
      brief: true)
  }
}

struct Export: Verb {
  static let configuration = CommandConfiguration(
    abstract: "Disclose: through the gate, once, encrypted to the authority's registered certificate.")

  @Argument(help: "The case.") var number: CaseNumber
  @Option(name: .long, help: ArgumentHelp("The folder that the export is put in.", valueName: "dir")) var to: String
  @Flag(name: .long, help: "Finish an export that was cut off after its permit was spent.") var resume = false
  @OptionGroup var options: ActOptions

  var refusal: String { "may not be disclosed" }
  var isJSON: Bool { options.output.json }

  private struct Trial: Encodable {
    var number: String
    var dryRun = true
  }

  private struct Line: Encodable {
    var number: String
    var file: String
    var envelope: String
    var recipient: String
  }

  func run(_ session: Session) throws {
    let desk = try options.office.desk(session)
    let key = try options.signing.key(session)
    let folder = session.url(to)
    if resume, options.trial.dryRun { throw DeskFault.usage("--resume finishes what was begun; it has no dry run") }
    if options.trial.dryRun {
      try desk.rehearseExport(number, to: folder, key: key)
      if options.output.json { return try session.console.json(Trial(number: number.description)) }
      return session.console.out("\(number) could be disclosed now; nothing was written")
    }
    let export =
      resume ? try desk.resumeExport(number, to: folder, key: key) : try desk.export(number, to: folder, key: key)
    let name = export.file.lastPathComponent
    if options.output.json {
      try session.console.json(
        Line(
          number: number.description, file: name, envelope: export.envelope.description, recipient: export.recipient))
    } else {
      session.console.out("\(number) disclosed to \(export.recipient)")
      session.console.table(
        [["file", name], ["sha256", export.envelope.description]], indent: 2, to: session.console.out)
    }
  }
}
