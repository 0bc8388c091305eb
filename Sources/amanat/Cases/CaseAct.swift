import ArgumentParser
import Service
import Wording

/// A verb that acts in one case and then prints the case in one line.
protocol CaseAct: VerbCommand {
  var number: CaseNumber { get }
  var options: ActOptions { get }
  /// Returns the effect of the act, read from the case after it.
  func deed(_ view: CaseView) -> Deed
  /// Returns the request to the office.
  func request(_ desk: Desk, _ session: Session) throws -> ActRequest<CaseView>
}

extension CaseAct {
  var isJSON: Bool { options.output.json }

  func run(_ session: Session) throws -> ExitStatus {
    let keys = [try options.signing.key(session)]
    let outcome = try options.acting.perform(session, on: number, keys: keys) { try request($0, session) }
    guard case .answered(_, let view) = outcome else { return .done }
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
