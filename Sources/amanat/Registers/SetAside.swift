import ArgumentParser
import Service
import Wording

/// Sets aside findings that cannot be mended, times that were wrong, or losses.
struct SetAsideVerb: VerbCommand {
  static let configuration = CommandConfiguration(commandName: Verb.setAside.name)

  @Argument(help: .of(.entryNumbers, .number)) var entries: [Int] = []
  @Flag(name: .long, help: .of(.timeOnly)) var time = false
  @Option(name: .long, help: .of(.lost, .caseNumber)) var lost: String?
  @OptionGroup var options: RegisterOptions

  var attempt: Attempt { .changeRegister }
  var isJSON: Bool { options.output.json }

  private struct SetAsideJSON: Encodable {
    var setAside: Int
    var dryRun: Bool
  }

  private func what() throws -> SettingAside {
    switch (lost, entries.isEmpty) {
    case (nil, false): return time ? .times(entries) : .findings(entries)
    case (Self.registers?, true) where !time: return .losses(nil)
    case (let text?, true) where !time:
      guard let number = CaseNumber(text) else { throw ServiceFault.usage(.nothingToSetAside) }
      return .losses(number)
    default: throw ServiceFault.usage(.nothingToSetAside)
    }
  }

  /// The word for the registers in place of a case.
  private static let registers = "registers"

  func run(_ session: Session) throws -> ExitStatus {
    let what = try what()
    let outcome = try options.acting.perform(session, keys: options.custodians.keys(session)) { _ in .setAside(what) }
    guard case .answered(_, let count) = outcome else { return .done }
    let dryRun = options.trial.dryRun
    if isJSON {
      try session.console.json(SetAsideJSON(setAside: count, dryRun: dryRun))
    } else {
      session.console.out(session.language.text(Notice.setAside(count, isTrial: dryRun)))
    }
    return .done
  }
}
