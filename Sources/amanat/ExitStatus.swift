import Service

/// The codes that the program ends with: the one table of them.
enum ExitStatus: Int32, CaseIterable {
  case done = 0
  /// Something failed that is neither the input nor a rule.
  case fault = 1
  /// A rule refused what was asked.
  case refused = 3
  /// The integrity of the office is broken.
  case broken = 4
  /// Something that was named is absent.
  case notFound = 5
  /// `list --check` found an answer overdue.
  case overdue = 6
  /// The command was typed wrongly (EX_USAGE in sysexits.h).
  case usage = 64
  /// A file is malformed (EX_DATAERR in sysexits.h).
  case malformed = 65

  /// The code for a sort of fault.
  init(_ kind: ServiceFault.Kind) {
    switch kind {
    case .fault: self = .fault
    case .refused: self = .refused
    case .broken: self = .broken
    case .notFound: self = .notFound
    case .usage: self = .usage
    case .malformed: self = .malformed
    }
  }
}
