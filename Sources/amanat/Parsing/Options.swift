import ArgumentParser
import Foundation
import Service
import Wording

/// Which office, and where its key is.
struct OfficeOptions: ParsableArguments {
  @Option(name: .long, help: .of(.office, .folder)) var office: String?
  @Option(name: .long, help: .of(.officeKey, .file)) var officeKey: String?

  func folder(_ session: Session) throws -> OfficeFolder {
    guard let path = office ?? session.environment["AMANAT_OFFICE"] else { throw ServiceFault.usage(.noOffice) }
    return OfficeFolder(session.url(path))
  }

  /// Says whether anything names an office.
  func isGiven(_ session: Session) -> Bool { office != nil || session.environment["AMANAT_OFFICE"] != nil }

  func keyFile(_ session: Session) -> URL? {
    (officeKey ?? session.environment["AMANAT_OFFICE_KEY"]).map(session.url)
  }

  /// Opens the office.
  ///
  /// - Parameter number: the case that will be asked for, where it is known.
  func desk(_ session: Session, for number: CaseNumber? = nil) throws -> Desk {
    try Desk.open(folder(session), keyFile: keyFile(session), world: session.world, for: number)
  }
}

/// Whose key signs an act.
struct SigningOptions: ParsableArguments {
  @Option(name: .long, help: .of(.signWith, .key)) var signWith: String?

  func key(_ session: Session) throws -> String {
    guard let key = keyIfGiven(session) else { throw ServiceFault.signing(.notGiven) }
    return key
  }

  /// The key of somebody who only asks; nil where none was named.
  func keyIfGiven(_ session: Session) -> String? {
    (signWith ?? session.environment["AMANAT_SIGN_WITH"]).map(session.path)
  }
}

/// The two keys of a change to a register.
struct CustodianOptions: ParsableArguments {
  @OptionGroup var signing: SigningOptions
  @Option(name: .long, help: .of(.countersign, .key)) var countersign: String?

  func keys(_ session: Session) throws -> [String] {
    guard let countersign else { throw ServiceFault.usage(.noCountersignature) }
    return [try signing.key(session), session.path(countersign)]
  }
}

/// Output for programs.
struct OutputOptions: ParsableArguments {
  @Flag(name: .long, help: .of(.json)) var json = false
}

/// Trying without doing.
struct TrialOptions: ParsableArguments {
  @Flag(name: .long, help: .of(.dryRun)) var dryRun = false
}
