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
    case .proposal(let fault):
      error = "the proposal is refused: \(fault)"
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
      error = fault == .notACertificate ? fault.sentence : "the package could not be made: \(fault.sentence)"
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

  /// What stands against a document that is on record, or would be; nil where nothing does.
  init?(_ receipt: Receipt, file: String, isTrial: Bool) {
    number = receipt.view.number
    let number = receipt.view.number
    switch receipt.standing {
    case .acceptable: return nil
    case .againstRules(let refusal):
      error =
        isTrial
        ? "\(number) would be on record, and rules would stand against it"
        : "\(number) is on record, and rules stand against it"
      self.refusal = refusal
      hints = isTrial ? [Self.afterTrial] : Self.hints(refusal, number) + ["amanat show \(number)"]
    case .unreadable(let fault):
      error = "\(file):\(fault.line): \(fault.reason)"
      self.file = file
      line = fault.line
      details = [
        isTrial
          ? "would be kept as \(number), sealed, with the reason; nothing was written"
          : "kept as \(number), sealed, with the reason"
      ]
      hints = isTrial ? [Self.afterTrial] : ["amanat clarify \(number)"]
    }
  }

  static let afterTrial = "without --dry-run it is logged, whatever stands against it"

  static func hints(_ refusal: Refusal, _ number: CaseNumber?) -> [String] {
    var result: [String] = []
    for hint in refusal.reasons.compactMap({ Guidance.hint(for: $0, number) }) where !result.contains(hint) {
      result.append(hint)
    }
    return result
  }
}
