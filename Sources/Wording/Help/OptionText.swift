/// The help of an argument or an option.
public enum OptionText: Sendable, Hashable, CaseIterable {
  case office, officeKey, signWith, json, dryRun
  case order, supplements, caseNumber
  case rule, callBackCalled, answer, spokeWith
  case dataClass, from, through, target
  case database, annotation
  case exportFolder, resume
  case refusedRule, refusalReasons, quashed, lapsed, closingReasons
  case all, overdueCheck
  case newFolder, officeName, addressedAs, pack, zone, custodian, newOfficeKey, newMarks
  case entryNumbers, timeOnly, lost
  case countersign, officerName, role, publicKey, officerID
  case newAuthorityID, authorityID, title, rank, branch, city, callBack, certificate, noCertificate
  case charts, packInstead, bound, chart, drawnCase, format
  case against, checkpoint, entries
  case propose, proposalFile, proposalCopies, showOnly
  case version, help
}

/// The parts of a help page.
public enum HelpHeading: Sendable, Hashable, CaseIterable {
  case usage, arguments, options, verbs, caseVerbs, officeVerbs
}

/// The other texts of a help page.
public enum HelpPhrase: Sendable, Hashable {
  /// The command that prints the help of a verb.
  case more(command: String)
  /// The default value of an option.
  case byDefault(String)
  /// The values that an option takes.
  case values([String])
}

/// A placeholder for a value in a command line.
public enum Placeholder: Sendable, Hashable, CaseIterable {
  case order, caseNumber, rule, number, answer, whom, text, dataClass, day, ordinal
  case database, file, folder, key, pack, zone, custodian, role, id, rank, name, nodes, format
}
