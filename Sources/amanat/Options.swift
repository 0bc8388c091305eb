import ArgumentParser
import Foundation
import Service

/// Which office, and where its key is.
struct OfficeOptions: ParsableArguments {
  @Option(name: .long, help: ArgumentHelp("The office's folder (or AMANAT_OFFICE).", valueName: "dir"))
  var office: String?

  @Option(
    name: .long, help: ArgumentHelp("The office's key (or AMANAT_OFFICE_KEY); by default DIR.key.", valueName: "file"))
  var officeKey: String?

  func folder(_ session: Session) throws -> OfficeFolder {
    guard let path = office ?? session.environment["AMANAT_OFFICE"] else {
      throw DeskFault.usage("which office? give --office DIR, or set AMANAT_OFFICE")
    }
    return OfficeFolder(session.url(path))
  }

  /// Says whether anything names an office.
  func isGiven(_ session: Session) -> Bool { office != nil || session.environment["AMANAT_OFFICE"] != nil }

  func keyFile(_ session: Session) -> URL? {
    (officeKey ?? session.environment["AMANAT_OFFICE_KEY"]).map(session.url)
  }

  func desk(_ session: Session) throws -> Desk {
    try Desk.open(folder(session), keyFile: keyFile(session), world: session.world)
  }
}

/// Whose key signs an act.
struct SigningOptions: ParsableArguments {
  @Option(
    name: .long,
    help: ArgumentHelp(
      "The SSH key to sign with (or AMANAT_SIGN_WITH): a private key, or a .pub that an agent holds.",
      valueName: "key"))
  var signWith: String?

  func key(_ session: Session) throws -> String {
    guard let path = signWith ?? session.environment["AMANAT_SIGN_WITH"] else { throw DeskFault.signing(.notGiven) }
    return session.path(path)
  }

  /// The key of somebody who only asks; nil where none was named.
  func keyIfGiven(_ session: Session) -> String? {
    (signWith ?? session.environment["AMANAT_SIGN_WITH"]).map(session.path)
  }
}

/// Output for programs, and trying without doing.
struct OutputOptions: ParsableArguments {
  @Flag(name: .long, help: "Print JSON, for programs.")
  var json = false
}

struct DryRunOption: ParsableArguments {
  @Flag(name: .long, help: "Decide and tell, and write nothing.")
  var dryRun = false
}

/// What every act in a case takes.
struct ActOptions: ParsableArguments {
  @OptionGroup var office: OfficeOptions
  @OptionGroup var signing: SigningOptions
  @OptionGroup var output: OutputOptions
  @OptionGroup var trial: DryRunOption

  func perform<Answer>(_ request: ActRequest<Answer>, _ desk: Desk, _ session: Session) throws -> Answer {
    let key = try signing.key(session)
    return trial.dryRun ? try desk.rehearse(request, key) : try desk.enter(request, key)
  }
}

extension CaseNumber: ExpressibleByArgument {
  public init?(argument: String) { self.init(argument) }
}

extension OfficerID: ExpressibleByArgument {
  public init?(argument: String) { self.init(argument) }
}

extension AuthorityID: ExpressibleByArgument {
  public init?(argument: String) { self.init(argument) }
}

extension DataClass: ExpressibleByArgument {
  public init?(argument: String) { self.init(argument) }
}

extension Role: ExpressibleByArgument {}
extension Rule: ExpressibleByArgument {}
extension CallBackAnswer: ExpressibleByArgument {}
