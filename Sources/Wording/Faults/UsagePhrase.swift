import Casework

/// A mistake in a command that was typed.
public enum UsagePhrase: Sendable, Hashable {
  case noOffice
  /// A call-back needs the number, the answer and the person; one of them was not given.
  case callIncomplete
  /// A call was given as evidence for a rule other than authenticity.
  case callForAnotherRule
  case noSuchDay(String)
  case noSuchTimeZone(String)
  /// The calendar of the office does not count the year of this day.
  case yearNotCounted(CalendarKind, Day)
  case resumeHasNoTrial
  case quashedAndLapsed
  case custodianForm
  case noCountersignature
  case unknownRank(String, known: [String])
  /// The pack has no such class of data.
  case unknownClass(DataClass, known: [DataClass])
  case emptyText(TextField)
  case branchNumber
  /// The number to call back is not in international form; `countryCode` is for the example.
  case callBackForm(countryCode: String)
  case certificateGivenAndDropped
  case destinationInsideOffice
  /// The key of a new office would be inside its folder.
  case keyInsideOffice
  case marksInsideOffice
  case marksNotEmpty(path: String)
  /// A verb that sets findings aside was given neither entries nor losses, or both.
  case nothingToSetAside
  /// The audit has no finding about this entry.
  case noFinding(entry: Int)
  /// The finding is about the registers or the whole office.
  case notOfCase(entry: Int)
  /// The office is not behind its mark.
  case nothingToRestore
  /// The office has the present format already.
  case nothingToUpgrade
  /// No entry of this case was lost.
  case nothingLost
  /// An export needs a folder for its envelope, and none was given.
  case noDestination
  case trialAndProposal
  /// The file exists already and is not overwritten.
  case fileExists(path: String)
  /// The pack has no chart for the instrument.
  case noChart(instrument: String)
  case filesAndPack
  case boundTooSmall
  case chartOrCase
  /// The parser of arguments refused the command.
  case parser(ParserPhrase)
}

/// A required text that must not be empty.
public enum TextField: Sendable, Hashable, CaseIterable {
  case officeName, custodianName, officerName, authorityTitle, city, personSpokenTo, closingReason
}

/// A refusal by the parser of arguments.
public enum ParserPhrase: Sendable, Hashable {
  /// There is no such verb; `meant` is a verb with a similar spelling.
  case unknownVerb(String, meant: String?)
  case unknownOption(String, meant: String?)
  case missingArgument(ArgumentName)
  case missingOneOf([ArgumentName])
  /// The option needs a value.
  case missingValue(ArgumentName)
  /// The option takes no value.
  case noValueTaken(ArgumentName, value: String)
  case unexpected([String])
  case invalidValue(String, of: ArgumentName, Expected)
  case setTwice
  /// The parser's message is of an unknown kind.
  case notUnderstood

  /// An argument or an option, as it is written in a command line.
  public enum ArgumentName: Sendable, Hashable {
    /// An option by its name, such as `--role`.
    case option(String)
    /// An argument by the placeholder of its value.
    case argument(Placeholder)
  }

  /// The kind of value that is expected.
  public enum Expected: Sendable, Hashable {
    case oneOf([String])
    case caseNumber
    case officerID
    case authorityID
    case wholeNumber
    case unknown
  }
}
