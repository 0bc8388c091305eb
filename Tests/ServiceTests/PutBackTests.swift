import Audit
import Casework
import Foundation
import Ledger
import Service
import TestSupport
import TestTools
import Testing

/// Tests that every file of an office, put back to every earlier state, is found, or changes nothing that counts (I7, I10).
@Suite("Files put back")
struct PutBackTests {
  /// The files and folders that a person could put back alone.
  static let files = [
    "office/office.sqlite", "office/keys.sqlite", "office/sealed", "office", "office.marks/mark",
    "office.marks/journal",
    "office.marks",
  ]

  /// An office with its states after each of several acts, the last of them an export.
  private func states() throws -> (office: TestOffice, earlier: [TestOffice], numbers: [CaseNumber]) {
    let office = try TestOffice()
    var earlier: [TestOffice] = []
    func keep() throws {
      // The write-ahead log is moved into the database, so that one file is the whole state.
      try Tool.sqlite(office.office.database, "PRAGMA wal_checkpoint(TRUNCATE)")
      earlier.append(try office.copied())
    }
    let first = try office.receive("proper")
    try keep()
    for step in [TestOffice.Step.reviewed, .granted, .collected, .approved] {
      try office.take(step, in: first)
    }
    try keep()
    let second = try office.log("over-broad").view.number
    try office.advance(second, through: .approved)
    try keep()
    try office.take(.exported, in: first)
    try Tool.sqlite(office.office.database, "PRAGMA wal_checkpoint(TRUNCATE)")
    return (office, earlier, [first, second])
  }

  private func put(_ path: String, of earlier: TestOffice, into office: TestOffice) throws {
    let files = FileManager.default
    let (from, to) = (earlier.folder.appending(path: path), office.folder.appending(path: path))
    try files.removeItem(at: to)
    for ending in ["-wal", "-shm"] { try? files.removeItem(atPath: to.path + ending) }
    try files.copyItem(at: from, to: to)
  }

  @Test("one file that is put back is refused at opening or found by the audit, and nothing leaves a second time")
  func alone() throws {
    let (office, earlier, numbers) = try states()
    defer { for office in [office] + earlier { office.remove() } }
    let entries = try office.audit().entries
    for (index, state) in earlier.enumerated() {
      for file in Self.files {
        let copy = try office.copied()
        defer { copy.remove() }
        try put(file, of: state, into: copy)
        let name = "\(file) of state \(index)"
        for number in numbers {
          _ = try? copy.desk().export(number, to: copy.out, key: copy.props.key("sara"))
          _ = try? copy.desk().resumeExport(number, to: copy.out, key: copy.props.key("sara"))
        }
        let left = try FileManager.default.contentsOfDirectory(atPath: copy.out.path).count
        if file.hasPrefix("office.marks") {
          // Entries beyond an older mark are verified again, and the office goes on. The second case is exported for the
          // first time.
          let report = try copy.audit()
          #expect(report.isSound && report.entries >= entries, "\(name): \(report.findings)")
          #expect(left == 2, "\(name)")
        } else {
          let isSound = (try? copy.audit().isSound) ?? false
          let isOpen = (try? copy.desk()) != nil
          let isSame =
            try Tool.run(
              "diff", ["-r", state.folder.appending(path: file).path, office.folder.appending(path: file).path]
            ).status == 0
          #expect(isSame || !isSound || !isOpen, "\(name) is not found")
          #expect(left == (isSame ? 2 : 1), "\(name)")
        }
      }
    }
  }

  @Test("after the folder and the marks were put back together, only a checkpoint tells, and it does")
  func together() throws {
    let (office, earlier, _) = try states()
    defer { for office in [office] + earlier { office.remove() } }
    let note = try office.desk().checkpoint(office.audit())
    for (index, state) in earlier.enumerated() {
      #expect(try state.audit().isSound, "\(index)")
      let report = try state.audit(against: [note])
      #expect(report.findings.map(\.problem) == [.beyondCheckpoint(size: try office.audit().entries)], "\(index)")
    }
  }
}

extension TestOffice {
  /// Takes one step of a case.
  func take(_ step: Step, in number: CaseNumber) throws {
    let desk = try desk()
    let sara = props.key("sara")
    switch step {
    case .reviewed:
      _ = try desk.recordCall(
        CallMade(called: "021 3311 0000", answer: .confirmed, spokeWith: "somebody"), on: number, key: sara)
    case .granted: _ = try desk.grant(Narrowing(), on: number, key: sara)
    case .collected:
      _ = try desk.collect(
        number, from: props.shop.path, annotation: Checkout.fixture("Shop/shop.yml").path, key: sara)
    case .approved: _ = try desk.approve(number, key: props.key("reza"))
    case .exported: _ = try desk.export(number, to: out, key: sara)
    }
  }
}
