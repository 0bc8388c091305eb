import Casework
import Intake
import Wording

/// A fault as phrases for people, in order, with hints on what to do next.
public struct FaultReport: Sendable {
  /// A line that follows the first line of a fault.
  public enum Detail: Sendable {
    case notice(Notice)
    case audit(AuditLine)
    /// The steps of a way through a workflow.
    case way([WorkflowStep])
  }

  public var fault: FaultPhrase
  public var number: CaseNumber?
  public var file: String?
  public var line: Int?
  /// Every reason of a refusal.
  public var reasons: [Reason] = []
  public var details: [Detail] = []
  public var hints: [Hint] = []

  init(_ fault: FaultPhrase, number: CaseNumber? = nil, hints: [Hint] = []) {
    self.fault = fault
    self.number = number
    self.hints = hints
  }

  fileprivate init(_ fault: FaultPhrase, at place: FilePlace, hints: [Hint] = []) {
    self.init(fault, hints: hints)
    if case .named(let name) = place.file { file = name }
    line = place.line
  }
}

extension ServiceFault {
  /// Returns the fault as phrases.
  ///
  /// - Parameters:
  ///   - attempt: the action that failed.
  ///   - verb: the verb whose help is named after a usage error.
  public func report(attempt: Attempt, verb: Verb) -> FaultReport {
    switch self {
    case .refused(let refusal, let number):
      return Self.refused(refusal, .refused(attempt, number), number)
    case .proposal(let fault): return FaultReport(.proposal(fault), hints: fault.hints)
    case .malformed(let place, let document):
      return FaultReport(.malformed(place, document), at: place, hints: [document.hint])
    case .workflow(let flaw, let file):
      let place = FilePlace(file: file, line: flaw.line)
      var report = FaultReport(.workflow(place, flaw), at: place, hints: [flaw.hint(.packFile(file))])
      report.details = flaw.trace.isEmpty ? [] : [.way(flaw.trace)]
      return report
    case .unsound(let audit):
      var report = FaultReport(.unsound(isExporting: true), hints: [.action(.audit)])
      report.details = audit.lines.map { .audit($0) }
      return report
    case .notFound(let what): return FaultReport(.notFound(what))
    case .unreadable(let path, let trouble):
      return FaultReport(.unreadable(path: path, trouble), at: FilePlace(file: path), hints: [.makeReadable])
    case .unwritable(let path, let reason):
      let hint: Hint = reason == .trouble(.absent) ? .makeFolder : .otherPlace
      return FaultReport(.unwritable(path: path, reason), at: FilePlace(file: path), hints: [hint])
    case .collection(let fault, let number):
      return FaultReport(.collecting(fault.phrase, number), number: number, hints: fault.hints(number))
    case .packaging(let fault): return FaultReport(.packaging(fault.phrase))
    case .package(let problem, let number):
      // Another version of the program can have written the package.
      let next: Action = [.sentences, .olderFormat].contains(problem) ? .collect(number) : .audit
      return FaultReport(.package(number, problem), number: number, hints: [.action(next)])
    case .signing(let reason): return FaultReport(.signing(reason), hints: reason.hints)
    case .usage(let usage): return FaultReport(.usage(usage), hints: [.help(verb)])
    case .noGraphviz: return FaultReport(.noGraphviz, hints: [.installGraphviz, .otherFormat])
    case .destinationTaken(let name): return FaultReport(.destinationTaken(file: name), hints: [.otherDestination])
    case .exportUnderWay: return FaultReport(.exportRunning, hints: [.waitForExport])
    case .collectionUnderWay: return FaultReport(.collectionRunning, hints: [.waitForCollection])
    case .store(let fault): return FaultReport(.store(fault.phrase), hints: fault.hints)
    }
  }

  fileprivate static func refused(_ refusal: Refusal, _ fault: FaultPhrase, _ number: CaseNumber?) -> FaultReport {
    var report = FaultReport(fault, number: number)
    report.reasons = refusal.reasons
    for step in refusal.reasons.compactMap({ NextStep.answering($0, in: number) }) {
      if !report.hints.contains(.step(step)) { report.hints.append(.step(step)) }
    }
    return report
  }

  fileprivate static func unreadable(
    _ fault: IntakeFault, _ file: String, _ number: CaseNumber, isTrial: Bool, _ hints: [Hint]
  ) -> FaultReport {
    let place = FilePlace(file: file, line: fault.line)
    var report = FaultReport(.malformed(place, DocumentPhrase(fault)), at: place, hints: hints)
    report.number = number
    report.details = [.notice(.keptUnreadable(number, isTrial: isTrial))]
    return report
  }
}

extension Receipt {
  /// Returns the reasons against a document that was logged or rehearsed, as phrases; nil where there are none.
  ///
  /// - Parameter file: the document's name.
  public func report(file: String) -> FaultReport? {
    let (number, isTrial) = (view.number, view.dryRun == true)
    switch standing {
    case .acceptable: return nil
    case .againstRules(let refusal):
      var report = ServiceFault.refused(refusal, .receivedAgainstRules(number, isTrial: isTrial), number)
      report.hints = isTrial ? [.logWithoutTrial] : report.hints + [.action(.show(number))]
      return report
    case .unreadable(let fault):
      let hints: [Hint] = isTrial ? [.logWithoutTrial] : [.action(.clarify(number))]
      return ServiceFault.unreadable(fault, file, number, isTrial: isTrial, hints)
    }
  }

  /// The kind of fault; nil where there are no reasons against the document.
  public var kind: ServiceFault.Kind? {
    switch standing {
    case .acceptable: nil
    case .againstRules: .refused
    case .unreadable: .malformed
    }
  }
}

extension DocumentPhrase {
  /// The hint for the file.
  fileprivate var hint: Hint {
    switch self {
    case .isFolder, .notRegular: .giveFile
    case .tooLarge, .notOfficeKey, .notCheckpoint, .noCharts, .packWithoutBases, .certificateExpired,
      .certificateTooWeak, .certificateCannotEncrypt, .annotation, .absentFromSource, .reading:
      .correctFile
    }
  }
}

extension WorkflowFlaw {
  /// Returns the hint for the flaw.
  ///
  /// - Parameter again: the charts that the hint says to check again.
  public func hint(_ again: CheckAgain) -> Hint {
    if case .overBound(let bound) = self { return .raiseBound(again, bound: bound * 10) }
    return .correctChart(again)
  }
}
