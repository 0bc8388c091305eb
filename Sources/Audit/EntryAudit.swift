import Casework
import Ledger
import TamperLog

/// Checks entries again without trusting the values that are stored with them: place, canonical form, signatures,
/// signers, leaf and root.
///
/// It keeps its own list of officers, built from the entries, and does not use the checks of `VerifiedEntry`.
struct EntryAudit {
  private struct Person {
    var key: String
    var role: Role
    var isActive: Bool
  }

  private var people: [OfficerID: Person] = [:]
  private var office: OfficeID?
  private var time: Instant?
  /// The moment of the audit. An entry that is dated more than a day later is a problem.
  var latest = Instant(seconds: .max)
  private(set) var frontier = Frontier()
  private(set) var leaves: [Hash] = []
  private(set) var registers = Registers()

  /// Checks the entry at a place, adds its problems to the report and returns it. Returns nil where the entry cannot be
  /// read, or where the first entry founds no office.
  ///
  /// - Parameter read: what reading the row gave.
  mutating func check(
    _ row: OfficeRows.EntryRow, _ read: Result<ReadEntry, EntryFault>, at place: Int, _ report: inout AuditReport
  ) -> Entry? {
    let before = Head(size: frontier.size, root: Digest(frontier.root))
    let leaf = Hash.leaf(row.bytes + [0x0A] + Array(row.signatures.utf8))
    frontier.append(leaf)
    leaves.append(leaf)
    if row.sequence != place { report.add(.entry(place), .atAnotherPlace(row: row.sequence)) }
    if row.leaf != leaf.bytes { report.add(.entry(place), .leafHash) }
    if row.root != frontier.root.bytes { report.add(.entry(place), .treeHeadAfter) }
    guard case .success(let read) = read else {
      report.add(.entry(place), .notCanonical)
      return nil
    }
    let entry = read.entry
    let number = entry.case
    var problems: [AuditProblem] = []
    func wrong(_ problem: AuditProblem) { problems.append(problem) }
    if entry.format != Entry.format { wrong(.format) }
    if entry.sequence != place { wrong(.claimsPlace(entry.sequence)) }
    if entry.head != before { wrong(.otherTreeBefore) }
    if row.caseNumber != number?.description { wrong(.rowNamesAnotherCase) }
    if let time, entry.time < time { wrong(.datedBeforePrevious) }
    if entry.time.seconds - 86_400 > latest.seconds { wrong(.datedInFuture) }
    time = entry.time
    if place == 0 {
      guard case .officeFounded(let profile) = entry.registers?.first else {
        report.add(.entry(place), .notFounding)
        return nil
      }
      office = profile.id
      learn(entry)
    }
    if entry.office != office { wrong(.anotherOffice) }
    report.signatures += signers(of: entry).count
    problems += signerProblems(read) + shapeProblems(read)
    if place > 0 { learn(entry) }
    for event in entry.registers ?? [] {
      if (try? registers.decide(event)) == nil { wrong(.registerRule(event: event.name)) }
      registers.evolve(event, at: place)
    }
    for problem in problems { report.add(.entry(place), problem, number) }
    return entry
  }

  private mutating func learn(_ entry: Entry) {
    for event in entry.registers ?? [] {
      switch event {
      case .officerEnrolled(let officer):
        people[officer.id] = Person(key: officer.key, role: officer.role, isActive: true)
      case .officerRetired(let id): people[id]?.isActive = false
      case .officeFounded, .authorityRegistered, .authoritySuspended, .authorityRestored: continue
      }
    }
  }

  private func signers(of entry: Entry) -> [OfficerID] {
    [entry.actor] + (entry.case == nil ? entry.witness.map { [$0] } ?? [] : [])
  }

  private func signerProblems(_ read: ReadEntry) -> [AuditProblem] {
    guard let signatures = read.signatures else { return [.signaturesUnreadable] }
    let entry = read.entry
    let isRegister = entry.case == nil
    let signers = signers(of: entry)
    var problems: [AuditProblem] = []
    if signatures.count != (isRegister ? 2 : 1) || signers.count != signatures.count {
      problems.append(.signatureCount)
    }
    if Set(signers).count != signers.count { problems.append(.signedTwice) }
    for (signature, signer) in zip(signatures, signers) {
      guard let person = people[signer], person.isActive else {
        problems.append(.signerNotOfficer)
        continue
      }
      if signature.key != person.key { problems.append(.keyNotSigners(signer)) }
      if !signature.isValid { problems.append(.signatureWrong(signer)) }
      if isRegister, !person.role.has(.keepingRegisters) { problems.append(.notCustodians) }
    }
    if people[entry.actor]?.role != entry.role { problems.append(.roleNotHeld(entry.actor)) }
    return problems
  }

  private func shapeProblems(_ read: ReadEntry) -> [AuditProblem] {
    let entry = read.entry
    let isRegister = entry.case == nil
    let sound =
      isRegister
      ? entry.registers?.isEmpty == false && entry.events == nil && entry.chart == nil
      : entry.events?.isEmpty == false && entry.registers == nil && entry.chart != nil && entry.witness == nil
    var problems: [AuditProblem] = sound ? [] : [.neitherActNorChange]
    if !read.hasGrantDigests { problems.append(.grantDigest) }
    return problems
  }
}
