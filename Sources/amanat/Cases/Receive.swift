import ArgumentParser
import Foundation
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
    let data = try document(session)
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

  /// Reads the document. At most one byte more than the largest order is read, even if the file is a device or a pipe.
  private func document(_ session: Session) throws -> [UInt8] {
    let url = session.url(order)
    try InputFile.check(url.path, absent: .order(path: order))
    guard let file = try? FileHandle(forReadingFrom: url) else { throw ServiceFault.notFound(.order(path: order)) }
    let data = (try? file.read(upToCount: Desk.largestOrder + 1)) ?? Data()
    guard data.count <= Desk.largestOrder else {
      throw ServiceFault.malformed(
        FilePlace(file: url.lastPathComponent), .tooLarge(limit: Desk.largestOrder, .order))
    }
    return Array(data)
  }
}
