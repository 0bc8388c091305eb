import Service

/// The exit codes of the program. No other type defines exit codes.
enum ExitStatus: Int32, CaseIterable {
  case done = 0
  /// Something failed for another reason than the input or a rule.
  case fault = 1
  /// A rule refused the act.
  case refused = 3
  /// The integrity of the office is broken.
  case broken = 4
  /// A file or another thing that the command names does not exist.
  case notFound = 5
  /// `list --check` found an overdue answer.
  case overdue = 6
  /// The command was typed wrongly (EX_USAGE in sysexits.h).
  case usage = 64
  /// A file is malformed (EX_DATAERR in sysexits.h).
  case malformed = 65

  /// Returns the code for a kind of fault.
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
