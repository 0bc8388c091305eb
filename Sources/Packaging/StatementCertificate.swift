import Casework
import Wording

extension Statement {
  /// The value of `Basis.confirmedBy` for a legal basis that no counsel has confirmed.
  public static let unconfirmed = "unconfirmed"

  /// Returns the bytes of `certificate.txt`, to read or print: UTF-8, LF at the end of every line.
  public func certificate(in language: any Language) -> [UInt8] {
    func text(_ phrase: CertificatePhrase) -> String { language.text(phrase).text }
    var lines = [text(.title), text(.titleForCourt), ""]
    lines += Self.rows(
      [
        (text(.from), [discloser]),
        (text(.to), [recipient, text(.recipientCertificate(sha256: recipientCertificate.hex))]),
        (text(.prepared), [preparedOn.description]),
        (
          text(.order),
          [
            text(.orderOf(instrument: order.instrument, authority: order.authority)),
            text(.reference(caseNumber: order.caseNumber, letterNumber: order.letterNumber, issued: order.issued)),
            text(.under(article: order.article)),
          ]
        ),
      ])
    lines += ["", text(.legalBases)]
    lines += bases.map { basis in
      let counsel = basis.confirmedBy == Self.unconfirmed ? nil : basis.confirmedBy
      return "  " + text(.basis(basis.dataClass, article: basis.article, confirmedBy: counsel, source: basis.source))
    }
    lines += ["", text(.contents)] + tables.map { "  " + text(.table(file: $0.file, rows: $0.rows)) }
    lines += ["", text(.notGranted)]
    lines +=
      classesNotGranted.isEmpty ? ["  " + text(.nothing)] : classesNotGranted.map { "  " + language.text($0).text }
    lines += ["", text(.withheld)]
    lines += withheld.isEmpty ? ["  " + text(.nothingOfTheGranted)] : withheld.map { "  " + text(.withheldItem($0)) }
    // The list above may say "nothing". This line says what the list always leaves out.
    lines += ["  " + text(.notListed), "", text(.filesAreListed)]
    return Array((lines.joined(separator: "\n") + "\n").utf8)
  }

  /// Returns the lines of a table with the labels in the first column and their lines in the second.
  private static func rows(_ rows: [(label: String, lines: [String])]) -> [String] {
    let width = (rows.map(\.label.count).max() ?? 0) + 2
    return rows.flatMap { row in
      row.lines.enumerated().map { index, line in
        let label = index == 0 ? row.label : ""
        return label + String(repeating: " ", count: width - label.count) + line
      }
    }
  }
}
