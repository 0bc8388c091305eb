import ArgumentParser
import Service
import Wording

/// A verb that acts in one case and shows the case after it in one line.
protocol CaseAct: VerbCommand {
  var number: CaseNumber { get }
  var options: ActOptions { get }
  /// What the act does, as the case is after it.
  func deed(_ view: CaseView) -> Deed
  /// Calls the use case.
  func act(_ desk: Desk, key: String, dryRun: Bool, _ session: Session) throws -> CaseView
}

extension CaseAct {
  var isJSON: Bool { options.output.json }

  func run(_ session: Session) throws -> ExitStatus {
    let (_, view) = try options.perform(session) { desk, key, dryRun in
      try act(desk, key: key, dryRun: dryRun, session)
    }
    if isJSON {
      try session.console.json(CaseJSON(view))
    } else {
      let isTrial = view.dryRun == true
      session.console.out(session.language.text(Notice.act(view.number, deed(view), isTrial: isTrial, view.stage)))
      CaseText(view, session).printNext()
    }
    return .done
  }
}
