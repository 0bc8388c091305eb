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
  private var chains = EntryChains()
  /// The moment of the audit. An entry that is dated more than a day later is a problem.
  var now = Instant(seconds: .max)
  let format: LogFormat
  private(set) var leaves: [Hash] = []
  /// The leaves of the tree of format 1.
  private(set) var oldLeaves: [Hash] = []
  private(set) var registers = Registers()

  init(_ format: LogFormat) { self.format = format }

  /// SHA-256 of the founding entry's bytes.
  var founding: Digest? { chains.founding }
  /// The latest time of the entries so far, without those that were set aside.
  var latest: Instant? { chains.latest(registers) }
  /// The head of the tree so far.
  var head: Head { chains.head }
  var frontier: Frontier { chains.frontier }

  /// Returns the root of the tree over the first entries; nil where there are fewer.
  func root(at size: Int) -> Digest? { chains.root(at: size) }

  /// Checks the entry at a place, adds its problems to the report and returns it. Returns nil where the entry cannot be
  /// read, or where the first entry founds no office.
  ///
  /// - Parameter read: what reading the row gave.
  mutating func check(
    _ row: OfficeRows.EntryRow, _ read: Result<ReadEntry, EntryFault>, at place: Int, _ report: inout AuditReport
  ) -> Entry? {
    let oldLeaf = Entry.oldLeaf(row.bytes, row.signatures)
    let derived = (try? read.get())?.leaf(in: format)
    // In format 2 the record is stored apart from the entry. Where the entry is damaged, the record still takes its place
    // in the tree, so that the other entries are compared with the tree that their signers saw.
    let leaf = (format == .two ? Hash(row.leaf) : nil) ?? derived ?? oldLeaf
    leaves.append(leaf)
    oldLeaves.append(oldLeaf)
    defer { chains.append(leaf, oldLeaf, isDamaged: format == .two && leaf != derived) }
    if row.sequence != place { report.add(.entry(place), .atAnotherPlace(row: row.sequence)) }
    if row.leaf != (derived ?? oldLeaf).bytes { report.add(.entry(place), .leafHash) }
    if let root = row.root, root != chains.root(after: leaf).bytes { report.add(.entry(place), .treeHeadAfter) }
    guard case .success(let read) = read else {
      report.add(.entry(place), .notCanonical)
      return nil
    }
    let entry = read.entry
    var after = registers
    for event in entry.registers ?? [] { after.evolve(event, at: place) }
    var problems = chains.problems(of: entry, at: place, after)
    func wrong(_ problem: AuditProblem) { problems.append(problem) }
    if row.subject != entry.subject.description { wrong(.rowNamesAnotherCase) }
    if entry.time.seconds - 86_400 > now.seconds { wrong(.datedInFuture) }
    chains.take(entry, row.bytes, leaf, at: place)
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
    for problem in problems { report.add(.entry(place), problem, entry.case) }
    return entry
  }

  private mutating func learn(_ entry: Entry) {
    for event in entry.registers ?? [] {
      switch event {
      case .officerEnrolled(let officer):
        people[officer.id] = Person(key: officer.key, role: officer.role, isActive: true)
      case .officerRetired(let id): people[id]?.isActive = false
      case .officerRekeyed(let new): people[new.officer]?.key = new.key
      case .officeFounded, .authorityRegistered, .authoritySuspended, .authorityRestored, .officeUpgraded,
        .officeRestored, .findingSetAside:
        continue
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
      if !signature.isValid || (!signature.hasSHA512 && entry.claim.links != nil) {
        problems.append(.signatureWrong(signer))
      }
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
