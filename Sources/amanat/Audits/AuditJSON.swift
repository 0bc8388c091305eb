import Service
import Wording

/// An audit as JSON.
struct AuditJSON: Encodable {
  struct FindingJSON: Encodable {
    var entry: Int?
    var file: String?
    var `case`: String?
    var problem: String

    init(_ finding: AuditReport.Finding) {
      switch finding.place {
      case .entry(let sequence): entry = sequence
      case .file(let name): file = name
      case .office: break
      }
      self.case = finding.number?.description
      problem = JSONText.language.text(finding.problem.phrase).text
    }
  }

  /// Something that the office was compared with: `key file`, or a mark or a checkpoint with its number of entries.
  struct ComparisonJSON: Encodable {
    var with: String
    var entries: Int?
  }

  var office: String?
  var founding: String?
  var compared: [ComparisonJSON]
  var custodians: Int
  var sound: Bool
  var entries: Int
  var signatures: Int
  var sealedValues: Int
  var cases: Int
  var disclosures: Int
  var root: String
  var findings: [FindingJSON]
  var setAside: [FindingJSON]
  var unfinished: [String]
  var uncheckedReleases: Int

  init(_ report: AuditReport) {
    office = report.office?.description
    founding = report.founding?.hex
    compared = report.compared.map { comparison in
      switch comparison {
      case .keyFile: ComparisonJSON(with: "key file")
      case .mark(let size): ComparisonJSON(with: "mark", entries: size)
      case .checkpoint(let size): ComparisonJSON(with: "checkpoint", entries: size)
      }
    }
    custodians = report.custodians
    sound = report.isSound
    entries = report.entries
    signatures = report.signatures
    sealedValues = report.sealedValues
    cases = report.cases
    disclosures = report.disclosures
    root = report.head.root.description
    findings = report.findings.map(FindingJSON.init)
    setAside = (report.setAside + report.timesSetAside).map(FindingJSON.init)
    uncheckedReleases = report.uncheckedReleases
    unfinished = report.unfinished.map {
      ($0.number.map { "\($0): " } ?? "") + JSONText.language.text($0.phrase).text
    }
  }
}
