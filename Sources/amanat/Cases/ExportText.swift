import Service
import Wording

/// Prints a finished export, in words or as JSON.
struct ExportText {
  private let export: Exported

  init(_ export: Exported) { self.export = export }

  private struct ExportJSON: Encodable {
    var number: String
    var file: String
    var envelope: String
    var recipient: String
  }

  func print(_ session: Session, isJSON: Bool) throws {
    let (console, language) = (session.console, session.language)
    let file = export.file.lastPathComponent
    if isJSON {
      return try console.json(
        ExportJSON(
          number: export.number.description, file: file, envelope: export.envelope.description,
          recipient: export.recipient))
    }
    console.out(language.text(Notice.disclosed(export.number, recipient: export.recipient)))
    console.table(
      [[language.text(Label.file), .data(file)], [language.text(Label.sha256), .data(export.envelope)]], indent: 2,
      to: console.out)
  }
}
