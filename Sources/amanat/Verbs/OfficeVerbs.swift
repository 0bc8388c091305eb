import ArgumentParser
import Foundation
import Service

struct Init: Verb {
  static let configuration = CommandConfiguration(
    abstract: "Found an office: a folder, its key beside it, and two custodians who sign its first entry.")

  @Argument(help: "The folder; it must be empty or absent.") var folder: String
  @Option(name: .long, help: ArgumentHelp("The service's name, as in its papers.", valueName: "text")) var name: String
  @Option(name: .long, help: ArgumentHelp("Another name that orders may address; again for more.", valueName: "text"))
  var addressedAs: [String] = []
  @Option(name: .long, help: ArgumentHelp("The jurisdiction's pack: a name, or a path.", valueName: "pack"))
  var pack = PackFolder.defaultName
  @Option(
    name: .long, help: ArgumentHelp("The zone in which days are counted; by default the pack's.", valueName: "zone"))
  var zone: String?
  @Option(name: .long, help: ArgumentHelp("A custodian, as NAME=KEYFILE; give two.", valueName: "name=key"))
  var custodian: [String]
  @Option(name: .long, help: ArgumentHelp("Where to write the office's key; by default DIR.key.", valueName: "file"))
  var officeKey: String?
  @OptionGroup var output: OutputOptions
  @OptionGroup var trial: DryRunOption

  var refusal: String { "cannot be founded" }
  var isJSON: Bool { output.json }

  private struct Founded: Encodable {
    var folder: String
    var dryRun: Bool
    /// Configurations that were searched, by chart.
    var proved: [String: Int]
  }

  func run(_ session: Session) throws {
    let founders = try custodian.map { text -> Founder in
      guard let mark = text.lastIndex(of: "=") else { throw DeskFault.usage("a custodian is given as NAME=KEYFILE") }
      return Founder(name: String(text[..<mark]), key: session.path(String(text[text.index(after: mark)...])))
    }
    let url = try PackFolder.find(
      pack.contains("/") ? session.path(pack) : pack, environment: session.environment, program: session.program)
    let office = OfficeFolder(session.url(folder))
    let keyFile = officeKey.map(session.url)
    let plan = FoundingPlan(name: name, addressedAs: addressedAs, zone: zone, pack: url, founders: founders)
    let proofs = try Desk.found(office, keyFile: keyFile, plan: plan, world: session.world, dryRun: trial.dryRun)
    if output.json {
      return try session.console.json(
        Founded(folder: folder, dryRun: trial.dryRun, proved: proofs.mapValues(\.configurations)))
    }
    session.console.out("office \(trial.dryRun ? "could be " : "")founded in \(folder)")
    for (chart, proof) in proofs.sorted(by: { $0.key < $1.key }) {
      session.console.out("  proved \(chart): \(proof.configurations) configurations")
    }
    if trial.dryRun { return }
    session.console.err(
      "the office's key is \((keyFile ?? office.defaultKey).lastPathComponent): keep it out of backups of the folder")
    session.console.hint("amanat officer enrol --office \(folder) --name NAME --role legal-officer --key KEY.pub …")
  }
}

/// What a change to a register says when it is done, or would be.
struct RegisterLine: Encodable {
  var id: String
  var done: String
  var dryRun: Bool

  func print(_ session: Session, json: Bool, besides note: String = "") throws {
    if json { return try session.console.json(self) }
    session.console.out("\(id) \(dryRun ? "could be " : "")\(done)\(note)")
  }
}

/// The two keys of a change to a register.
struct CustodianOptions: ParsableArguments {
  @OptionGroup var signing: SigningOptions
  @Option(name: .long, help: ArgumentHelp("A second custodian's key.", valueName: "key")) var countersign: String?

  func keys(_ session: Session) throws -> [String] {
    guard let countersign else {
      throw DeskFault.usage("a change to a register needs a second custodian: give --countersign KEY")
    }
    return [try signing.key(session), session.path(countersign)]
  }
}

/// What every change to a register takes.
struct RegisterOptions: ParsableArguments {
  @OptionGroup var office: OfficeOptions
  @OptionGroup var custodians: CustodianOptions
  @OptionGroup var output: OutputOptions
  @OptionGroup var trial: DryRunOption

  func perform<Answer>(_ request: ActRequest<Answer>, _ session: Session) throws -> Answer {
    let desk = try office.desk(session)
    let keys = try custodians.keys(session)
    return trial.dryRun ? try desk.rehearse(request, keys: keys) : try desk.enter(request, keys: keys)
  }
}

struct OfficerVerb: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "officer", abstract: "The register of officers.",
    subcommands: [Enrol.self, Retire.self, Officers.self])

  struct Enrol: Verb {
    static let configuration = CommandConfiguration(abstract: "Enrol an officer; two custodians sign.")

    @Option(name: .long, help: ArgumentHelp("The name; sealed.", valueName: "text")) var name: String
    @Option(name: .long, help: "What they are there for.") var role: Role
    @Option(name: .long, help: ArgumentHelp("Their public key.", valueName: "file")) var key: String
    @OptionGroup var options: RegisterOptions

    var isJSON: Bool { options.output.json }

    func run(_ session: Session) throws {
      let id = try options.perform(.enrol(name: name, role: role, publicKeyFile: session.path(key)), session)
      try RegisterLine(id: id.description, done: "enrolled as \(role.rawValue)", dryRun: options.trial.dryRun).print(
        session, json: options.output.json)
    }
  }

  struct Retire: Verb {
    static let configuration = CommandConfiguration(abstract: "Retire an officer; what they signed stays.")

    @Argument(help: "The officer's id.") var id: OfficerID
    @OptionGroup var options: RegisterOptions

    var isJSON: Bool { options.output.json }

    func run(_ session: Session) throws {
      try options.perform(.retire(id), session)
      try RegisterLine(id: id.description, done: "retired", dryRun: options.trial.dryRun).print(
        session, json: options.output.json)
    }
  }

  struct Officers: Verb {
    static let configuration = CommandConfiguration(commandName: "list", abstract: "List the officers.")

    @OptionGroup var office: OfficeOptions
    @OptionGroup var output: OutputOptions

    var isJSON: Bool { output.json }

    func run(_ session: Session) throws {
      let lines = try office.desk(session).officers()
      if output.json { return try session.console.json(lines) }
      session.console.table(
        lines.map { [$0.id, $0.role, $0.active ? "active" : "retired", $0.name, $0.key] }, to: session.console.out)
    }
  }
}

struct AuthorityVerb: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "authority", abstract: "The register of issuing authorities.",
    subcommands: [Add.self, Suspend.self, Restore.self, Authorities.self])

  struct Add: Verb {
    static let configuration = CommandConfiguration(
      abstract: "Register an authority, or what has changed about one; two custodians sign.")

    @Argument(help: "A short name: lower-case letters, digits, hyphens.") var id: AuthorityID
    @Option(name: .long, help: ArgumentHelp("Its name, for people.", valueName: "text")) var title: String
    @Option(name: .long, help: ArgumentHelp("Its rank, as the pack's legal bases call it.", valueName: "rank"))
    var rank: String
    @Option(name: .long, help: ArgumentHelp("The branch's number.", valueName: "n")) var branch: Int
    @Option(name: .long, help: ArgumentHelp("The city where it sits, as its orders write it.", valueName: "text"))
    var city: String
    @Option(name: .long, help: ArgumentHelp("The number to call back; not one from a letter.", valueName: "number"))
    var callBack: String
    @Option(name: .long, help: ArgumentHelp("The certificate that exports are encrypted to (PEM).", valueName: "file"))
    var certificate: String?
    @Flag(
      name: .customLong("no-certificate"),
      help: "Drop the certificate that is registered; without this and --certificate it is kept.")
    var noCertificate = false
    @OptionGroup var options: RegisterOptions

    var isJSON: Bool { options.output.json }

    func run(_ session: Session) throws {
      var pem: [UInt8]?
      if let certificate {
        try InputFile.check(session.path(certificate), typed: certificate, "certificate")
        guard let data = try? Data(contentsOf: session.url(certificate)) else {
          throw DeskFault.notFound("certificate \(certificate)")
        }
        pem = Array(data)
      }
      let description = AuthorityDescription(
        id: id, title: title, rank: rank, branch: branch, city: city, callBack: callBack, certificate: pem,
        dropsCertificate: noCertificate)
      let registered = try options.perform(.register(description), session)
      try RegisterLine(id: id.description, done: "registered", dryRun: options.trial.dryRun).print(
        session, json: options.output.json,
        besides: Self.note(isGiven: pem != nil, isThere: registered.certificate != nil))
    }

    private static func note(isGiven: Bool, isThere: Bool) -> String {
      if isGiven { return "" }
      return isThere ? ", with the certificate it had" : ", without a certificate to encrypt to"
    }
  }

  struct Suspend: Verb {
    static let configuration = CommandConfiguration(abstract: "Suspend an authority: nothing goes to it.")

    @Argument(help: "The authority.") var id: AuthorityID
    @OptionGroup var options: RegisterOptions

    var isJSON: Bool { options.output.json }

    func run(_ session: Session) throws {
      try options.perform(.suspend(id), session)
      try RegisterLine(id: id.description, done: "suspended", dryRun: options.trial.dryRun).print(
        session, json: options.output.json)
    }
  }

  struct Restore: Verb {
    static let configuration = CommandConfiguration(abstract: "End a suspension.")

    @Argument(help: "The authority.") var id: AuthorityID
    @OptionGroup var options: RegisterOptions

    var isJSON: Bool { options.output.json }

    func run(_ session: Session) throws {
      try options.perform(.restore(id), session)
      try RegisterLine(id: id.description, done: "restored", dryRun: options.trial.dryRun).print(
        session, json: options.output.json)
    }
  }

  struct Authorities: Verb {
    static let configuration = CommandConfiguration(commandName: "list", abstract: "List the authorities.")

    @OptionGroup var office: OfficeOptions
    @OptionGroup var output: OutputOptions

    var isJSON: Bool { output.json }

    func run(_ session: Session) throws {
      let lines = try office.desk(session).authorities()
      if output.json { return try session.console.json(lines) }
      session.console.table(
        lines.map { line in
          [
            line.id, line.suspended ? "suspended" : "active", "\(line.rank) \(line.branch), \(line.city)",
            line.callBack,
            line.certificate == nil ? "no certificate" : "certificate until \(line.certificateUntil?.prefix(10) ?? "")",
            line.title,
          ]
        }, to: session.console.out)
    }
  }
}
