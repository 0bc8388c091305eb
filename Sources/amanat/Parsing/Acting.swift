import ArgumentParser
import Service

/// What every act in a case takes.
struct ActOptions: ParsableArguments {
  @OptionGroup var office: OfficeOptions
  @OptionGroup var signing: SigningOptions
  @OptionGroup var output: OutputOptions
  @OptionGroup var trial: TrialOptions

  /// Performs an act in a case with the key that was given.
  func perform<Made>(
    _ session: Session, _ act: (Desk, _ key: String, _ dryRun: Bool) throws -> Made
  ) throws -> (desk: Desk, made: Made) {
    try Acting(office: office, trial: trial).perform(session, keys: signing.key, act)
  }
}

/// What every change to a register takes.
struct RegisterOptions: ParsableArguments {
  @OptionGroup var office: OfficeOptions
  @OptionGroup var custodians: CustodianOptions
  @OptionGroup var output: OutputOptions
  @OptionGroup var trial: TrialOptions

  /// Performs a change to a register with the keys of two custodians.
  func perform<Made>(
    _ session: Session, _ act: (Desk, _ keys: CustodianKeys, _ dryRun: Bool) throws -> Made
  ) throws -> Made {
    try Acting(office: office, trial: trial).perform(session, keys: custodians.keys, act).made
  }
}

/// Through here every verb that changes an office calls Service: whatever an act is, this is where it is said with which
/// keys it is signed, and whether it is entered or only tried.
struct Acting {
  let office: OfficeOptions
  let trial: TrialOptions

  /// Opens the office and performs an act.
  func perform<Keys, Made>(
    _ session: Session, keys: (Session) throws -> Keys, _ act: (Desk, Keys, _ dryRun: Bool) throws -> Made
  ) throws -> (desk: Desk, made: Made) {
    let desk = try office.desk(session)
    return (desk, try act(desk, keys(session), trial.dryRun))
  }
}
