import Casework
import Ledger

/// The checks of what the store keeps besides the entries: its file, the tree's head of format 1, the list of cases.
extension OfficeAudit {
  mutating func checkFile(_ rows: OfficeRows) {
    if !rows.isIntact { report.add(.file("office.sqlite"), .damagedFile) }
    if !rows.hasExpectedSchema { report.add(.file("office.sqlite"), .schema) }
    if rows.entries.isEmpty { report.add(.office, .noEntries) }
  }

  mutating func checkHead(_ rows: OfficeRows) {
    guard rows.format == .one else { return }
    let place = AuditReport.Place.entry(max(0, entries.frontier.size - 1))
    guard rows.heads.count == 1, let head = rows.heads.first else {
      return report.add(place, .treeHeadCount)
    }
    if head.size > entries.frontier.size {
      report.add(.entry(entries.frontier.size), .entryGone(storedSize: head.size))
    } else if head.size < entries.frontier.size {
      report.add(.entry(max(0, head.size)), .entryBeyondTreeHead(storedSize: head.size))
    } else if head.root != entries.frontier.root.bytes || head.frontier != entries.frontier.peaks.flatMap(\.bytes) {
      report.add(place, .treeHeadWrong)
    }
  }

  mutating func checkSummaries(_ rows: OfficeRows) {
    var seen: Set<String> = []
    for row in rows.cases {
      seen.insert(row.number)
      guard let number = CaseNumber(row.number), let subject = cases[number], let chart = charts[number],
        let workflow = grounds.workflows[chart], let first = opened[number]
      else {
        let place = CaseNumber(row.number).flatMap { last[$0] }.map { AuditReport.Place.entry($0) }
        report.add(
          place ?? .entry(max(0, row.lastSequence)), .listedWithoutEntries, CaseNumber(row.number))
        continue
      }
      if row != CaseSummary(subject, opened: first, under: workflow) {
        report.add(.entry(last[number] ?? 0), .listedWrongly, number)
      }
    }
    for (number, sequence) in last where !seen.contains(number.description) {
      report.add(.entry(sequence), .notListed, number)
    }
  }
}
