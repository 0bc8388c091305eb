import Service

/// A fault in words.
struct FaultText {
  var error: String
  var refusal: Refusal?
  var number: CaseNumber?
  var file: String?
  var line: Int?
  var details: [String] = []
  var hints: [String] = []

  init(_ fault: DeskFault, refusal phrase: String, help: String) {
    switch fault {
    case .refused(let refusal, let number):
      error = number.map { "\($0) \(phrase)" } ?? "refused"
      self.refusal = refusal
      self.number = number
      hints = Self.hints(refusal, number)
    case .receivedAgainstRules(let refusal, let view):
      error = "\(view.number) is on record, and rules stand against it"
      self.refusal = refusal
      number = view.number
      hints = Self.hints(refusal, view.number) + ["amanat show \(view.number)"]
    case .receivedUnreadable(let fault, let file, let number):
      error = "\(file):\(fault.line): \(fault.reason)"
      self.number = number
      self.file = file
      line = fault.line
      details = ["kept as \(number), sealed, with the reason"]
      hints = ["amanat clarify \(number)"]
    case .wouldStandAgainst(let refusal, let view):
      error = "\(view.number) would be on record, and rules would stand against it"
      self.refusal = refusal
      number = view.number
      hints = [Self.afterTrial]
    case .wouldBeUnreadable(let fault, let file, let number):
      error = "\(file):\(fault.line): \(fault.reason)"
      self.number = number
      self.file = file
      line = fault.line
      details = ["would be kept as \(number), sealed, with the reason; nothing was written"]
      hints = [Self.afterTrial]
    case .malformed(let file, let line, let reason):
      error = "\(file):\(line.map { "\($0):" } ?? "") \(reason)"
      self.file = file
      self.line = line
      hints = ["correct the file and try again; nothing was changed"]
    case .workflow(let flaw, let file):
      line = flaw.line
      error = "\(file):\(line.map { "\($0):" } ?? "") the workflow is refused: \(flaw.sentence)"
      self.file = file
      details = flaw.trace.map(\.description)
      hints = [flaw.hint("amanat workflow check FOLDER/\(file)")]
    case .unsound(let report):
      error = "the office does not hold together; nothing leaves it"
      details = AuditVerb.lines(report)
      hints = ["amanat audit"]
    case .notFound(let what):
      error = "not found: \(what)"
    case .collection(let fault, let number):
      self.number = number
      (error, hints) = Self.text(fault, number)
    case .packaging(let fault):
      error =
        fault == .notACertificate ? "the file is not a PEM certificate" : "the package could not be made: \(fault)"
    case .signing(let reason):
      (error, hints) = Self.text(reason)
    case .usage(let text):
      error = text
      hints = [help]
    case .noGraphviz:
      error = "Graphviz's dot is not installed, or could not draw this"
      hints = ["apt-get install graphviz", "give --format mermaid, or --format dot"]
    case .destinationTaken(let name):
      error = "the destination holds another file named \(name)"
      hints = ["give another folder with --to, or move that file away"]
    case .exportUnderWay:
      error = "another export of this office is under way"
      hints = ["try again when it has ended"]
    case .collectionUnderWay:
      error = "somebody is collecting in this office"
      hints = ["try again when that has ended"]
    case .store(let fault):
      (error, hints) = Self.text(fault)
    }
  }

  private static let afterTrial = "without --dry-run it is logged, whatever stands against it"

  private static func hints(_ refusal: Refusal, _ number: CaseNumber?) -> [String] {
    var result: [String] = []
    for hint in refusal.reasons.compactMap({ Guidance.hint(for: $0, number) }) where !result.contains(hint) {
      result.append(hint)
    }
    return result
  }
}
