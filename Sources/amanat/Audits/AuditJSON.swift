import Service
import Wording

/// An audit as JSON.
struct AuditJSON: Encodable {
  struct FindingJSON: Encodable {
    var entry: Int?
    var file: String?
    var `case`: String?
    var problem: String
  }

  var sound: Bool
  var entries: Int
  var signatures: Int
  var sealedValues: Int
  var cases: Int
  var disclosures: Int
  var root: String
  var findings: [FindingJSON]
  var unfinished: [String]
  var uncheckedReleases: Int

  init(_ report: AuditReport) {
    sound = report.isSound
    entries = report.entries
    signatures = report.signatures
    sealedValues = report.sealedValues
    cases = report.cases
    disclosures = report.disclosures
    root = report.head.root.description
    findings = report.findings.map { finding in
      var entry: Int?
      var file: String?
      switch finding.place {
      case .entry(let sequence): entry = sequence
      case .file(let name): file = name
      case .office: break
      }
      return FindingJSON(
        entry: entry, file: file, case: finding.number?.description,
        problem: JSONText.language.text(finding.problem.phrase).text)
    }
    uncheckedReleases = report.uncheckedReleases
    unfinished = report.unfinished.map {
      ($0.number.map { "\($0): " } ?? "") + JSONText.language.text($0.phrase).text
    }
  }
}
