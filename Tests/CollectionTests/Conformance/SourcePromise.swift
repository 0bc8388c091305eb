import Testing

/// The promises of every data source.
enum SourcePromise: String, Sendable, CaseIterable, CustomTestStringConvertible {
  case listsCollections = "lists every collection"
  case listsColumns = "lists every column, annotated or not"
  case normalises = "finds a person by an identifier however it is written"
  case matchesEveryIdentity = "finds only who matches every identity"
  case countsRootRows = "counts every row of the root that has the person's key"
  case findsSharedValues = "finds a value that ties rows to the person and is another's too"
  case followsReferences = "gives rows that lead to the person, and no others"
  case wantsEveryOwner = "gives a row of two owners only where both are the person"
  case nullEqualsNothing = "takes no null for equal, to a null least of all"
  case comparesKinds = "does not take a number for a text"
  case comparesLetters = "does not take small letters for capitals"
  case comparesBytes = "does not take two spellings of one letter for the same"
  case givesWantedColumns = "gives the columns that are wanted, in that order"
  case givesExactValues = "gives values exactly as they are held"
  case ordersRows = "gives rows in the order of the key"
  case givesTime = "gives the time of a row's own column"
  case inheritsTime = "gives the time of the one row above, and none where there are two"
  case givesNoTime = "gives no time where the plan has none"
  case findsOthers = "finds those values that rows of others have, and no more"
  case passesErrorsOn = "stops at an error of the receiver, and passes it on"
  case oneMoment = "reads the source as it is at one moment"
  case writesNames = "knows collections and columns by any name"

  var testDescription: String { rawValue }
}
