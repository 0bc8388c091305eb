import ArgumentParser
import Service
import Wording

/// Collects the granted data.
struct Collect: CaseAct {
  static let configuration = CommandConfiguration(commandName: Verb.collect.name)

  @Argument(help: .of(.caseNumber, .caseNumber)) var number: CaseNumber
  @Option(name: .long, help: .of(.database, .database)) var from: String
  @Option(name: .long, help: .of(.annotation, .file)) var annotation: String
  @OptionGroup var options: ActOptions

  var attempt: Attempt { .collect }

  func deed(_ view: CaseView) -> Deed { .collected }

  func request(_ desk: Desk, _ session: Session) throws -> ActRequest<CaseView> {
    .collect(
      number, from: SourcePlace.mapPath(of: from, session.path), annotation: session.path(annotation))
  }
}
