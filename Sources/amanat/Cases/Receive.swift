import ArgumentParser
import Service
import Wording

/// Logs an order.
struct Receive: VerbCommand {
  static let configuration = CommandConfiguration(commandName: Verb.receive.name)

  @Argument(help: .of(.order, .order)) var order: String
  @Option(name: .long, help: .of(.supplements, .caseNumber)) var supplements: CaseNumber?
  @OptionGroup var options: ActOptions

  var attempt: Attempt { .receive }
  var isJSON: Bool { options.output.json }

  func run(_ session: Session) throws -> ExitStatus {
    let data = try InputFile.read(session.path(order), limit: Desk.largestOrder, as: .order, named: order)
    let name = session.url(order).lastPathComponent
    let keys = [try options.signing.key(session)]
    let outcome = try options.acting.perform(session, on: supplements, keys: keys) { _ in
      .receive(data, supplementing: supplements)
    }
    guard case .answered(let desk, let receipt) = outcome else { return .done }
    return try print(receipt, name, desk, session)
  }

  private func print(_ receipt: Receipt, _ name: String, _ desk: Desk, _ session: Session) throws -> ExitStatus {
    let text = CaseText(receipt.view, session)
    guard let report = receipt.report(file: name), let kind = receipt.kind else {
      if isJSON {
        try session.console.json(CaseJSON(receipt.view))
      } else {
        text.printReceived(letter: receipt.letterNumber, calendar: desk.calendar)
        text.printNext()
      }
      return .done
    }
    if !isJSON, kind == .refused {
      text.printReceived(letter: nil, calendar: desk.calendar)
      text.printTrial()
    }
    return Report(session: session, attempt: attempt, isJSON: isJSON, verb: .receive).print(report, ExitStatus(kind))
  }
}
