import ArgumentParser
import Foundation
import Service
import Wording

/// Draws a chart.
struct Draw: VerbCommand {
  static let configuration = CommandConfiguration(commandName: Verb.workflowDraw.name)

  @Argument(help: .of(.chart, .file)) var file: String?
  @Option(name: .long, help: .of(.drawnCase, .caseNumber)) var `case`: CaseNumber?
  @Option(name: .long, help: .of(.format, .format)) var format: DrawingFormat = .dot
  @OptionGroup var office: OfficeOptions

  func run(_ session: Session) throws -> ExitStatus {
    let path = session.environment[.path] ?? ""
    let text: String
    switch (file, `case`) {
    case (let file?, nil):
      text = try Desk.draw(chart: session.url(file), typed: file, as: format, path: path)
    case (nil, let number?):
      text = try office.desk(session, to: .reading).draw(number, as: format, path: path)
    case (nil, nil), (_?, _?):
      throw ServiceFault.usage(.chartOrCase)
    }
    session.console.document(text.hasSuffix("\n") ? String(text.dropLast()) : text)
    return .done
  }
}
