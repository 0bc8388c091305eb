import ArgumentParser
import Foundation
import Service
import Wording

/// The options that name the office and the file of its key.
struct OfficeOptions: ParsableArguments {
  @Option(name: .long, help: .of(.office, .folder)) var office: String?
  @Option(name: .long, help: .of(.officeKey, .file)) var officeKey: String?

  func folder(_ session: Session) throws -> OfficeFolder {
    guard let path = office ?? session.environment[.office] else { throw ServiceFault.usage(.noOffice) }
    return OfficeFolder(session.url(path))
  }

  /// Says whether an option or the environment names an office.
  func isGiven(_ session: Session) -> Bool { office != nil || session.environment[.office] != nil }

  func keyFile(_ session: Session) -> URL? {
    (officeKey ?? session.environment[.officeKey]).map(session.url)
  }

  /// Opens the office.
  ///
  /// - Parameters:
  ///   - number: the case that the verb is about, if it is known.
  ///   - access: what the verb needs: a verb that only reads changes no byte of the office.
  func desk(
    _ session: Session, for number: CaseNumber? = nil, to access: OfficeAccess, isAudit: Bool = false
  ) throws -> Desk {
    try Desk.open(
      folder(session), keyFile: keyFile(session), world: session.world, for: number, to: access, isAudit: isAudit)
  }
}

/// The option that names the key for signing.
struct SigningOptions: ParsableArguments {
  @Option(name: .long, help: .of(.signWith, .key)) var signWith: String?

  func key(_ session: Session) throws -> String {
    guard let key = keyIfGiven(session) else { throw ServiceFault.signing(.notGiven) }
    return key
  }

  /// Returns the key for a verb that does not need one; nil if none was named.
  func keyIfGiven(_ session: Session) -> String? {
    (signWith ?? session.environment[.signWith]).map(session.path)
  }
}

/// The options that name the two keys for a change to a register.
struct CustodianOptions: ParsableArguments {
  @OptionGroup var signing: SigningOptions
  @Option(name: .long, help: .of(.countersign, .key)) var countersign: String?

  func keys(_ session: Session) throws -> [String] {
    guard let countersign else { throw ServiceFault.usage(.noCountersignature) }
    return [try signing.key(session), session.path(countersign)]
  }
}

/// The option for output as JSON.
struct OutputOptions: ParsableArguments {
  @Flag(name: .long, help: .of(.json)) var json = false
}

/// The option for a trial, which changes nothing.
struct TrialOptions: ParsableArguments {
  @Flag(name: .long, help: .of(.dryRun)) var dryRun = false

  /// What the verb needs of the office: a trial only reads.
  var access: OfficeAccess { dryRun ? .reading : .acting }
}
