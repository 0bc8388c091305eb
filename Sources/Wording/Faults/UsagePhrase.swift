import Casework

/// What is wrong with a command as it was typed.
public enum UsagePhrase: Sendable, Hashable {
  case noOffice
  /// A call-back is recorded with number, answer and person.
  case callIncomplete
  /// Only authenticity takes a call as evidence.
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
  /// The number to call back is not written internationally; an example's country code.
  case callBackForm(countryCode: String)
  case certificateGivenAndDropped
  case destinationInsideOffice
  /// An export needs a folder for its envelope.
  case noDestination
  case trialAndProposal
  /// A file is there already, and is not written over.
  case fileExists(path: String)
  /// The pack has no chart for the instrument.
  case noChart(instrument: String)
  case filesAndPack
  case boundTooSmall
  case chartOrCase
  /// What the parser of arguments refused.
  case parser(ParserPhrase)
}

/// A text that somebody must give and that must not be empty.
public enum TextField: Sendable, Hashable, CaseIterable {
  case officeName, custodianName, officerName, authorityTitle, city, personSpokenTo, closingReason
}

/// What the parser of arguments refused.
public enum ParserPhrase: Sendable, Hashable {
  /// There is no such verb; `meant` is one that is spelled like it.
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
  /// The parser's message is of no kind that is known here.
  case notUnderstood

  /// An argument or an option, as a command line has it.
  public enum ArgumentName: Sendable, Hashable {
    /// By its name: `--role`.
    case option(String)
    /// By the placeholder of its value.
    case argument(Placeholder)
  }

  /// What a value must be.
  public enum Expected: Sendable, Hashable {
    case oneOf([String])
    case caseNumber
    case officerID
    case authorityID
    case wholeNumber
    case unknown
  }
}
