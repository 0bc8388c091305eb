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
    do {
      let (desk, receipt) = try options.perform(session) { desk, key, dryRun in
        try desk.receive(data, file: name, supplements: supplements, key: key, dryRun: dryRun)
      }
      let text = CaseText(receipt.view, session)
      if isJSON {
        try session.console.json(CaseJSON(receipt.view))
      } else {
        text.printReceived(letter: receipt.letterNumber, calendar: desk.calendar)
        text.printNext()
      }
    } catch let fault as ServiceFault {
      if let view = fault.logged, !isJSON {
        let text = CaseText(view, session)
        text.printReceived(letter: nil, calendar: try options.office.desk(session).calendar)
        text.printTrial()
      }
      throw fault
    }
    return .done
  }

  /// Reads the document. Never more is read than an order can be, whatever the file is: a device, a pipe, a link to either.
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
