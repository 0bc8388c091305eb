import ArgumentParser
import Service
import Wording

extension ArgumentHelp {
  /// Returns the help of an argument or an option, in the language of the running invocation.
  static func of(_ option: OptionText, _ placeholder: Placeholder? = nil) -> ArgumentHelp {
    let language = Spoken.language
    return ArgumentHelp(
      stringLiteral: language.text(option).text
    ).named(placeholder.map { language.text($0).text })
  }

  private func named(_ valueName: String?) -> ArgumentHelp {
    var help = self
    help.valueName = valueName
    return help
  }
}

extension CaseNumber: ExpressibleByArgument {
  public init?(argument: String) { self.init(argument) }
}

extension OfficerID: ExpressibleByArgument {
  public init?(argument: String) { self.init(argument) }
}

extension AuthorityID: ExpressibleByArgument {
  public init?(argument: String) { self.init(argument) }
}

extension DataClass: ExpressibleByArgument {
  public init?(argument: String) { self.init(argument) }
}
extension Role: ExpressibleByArgument {}
extension Rule: ExpressibleByArgument {}
extension CallBackAnswer: ExpressibleByArgument {}
extension DrawingFormat: ExpressibleByArgument {}
