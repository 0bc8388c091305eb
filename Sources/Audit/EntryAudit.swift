import Casework
import Ledger
import TamperLog

/// Re-reads entries, trusting nothing that is stored beside them: place, spelling, signatures, signers, leaf, root.
///
/// It keeps a register of its own, built from entries as it goes, and shares with the writer only values.
struct EntryAudit {
  private struct Person {
    var key: String
    var role: Role
    var isActive: Bool
  }

  private var people: [OfficerID: Person] = [:]
  private var office: OfficeID?
  private var time: Instant?
  /// The moment of the audit; a day beyond it no entry can have been written.
  var latest = Instant(seconds: .max)
  private(set) var frontier = Frontier()
  private(set) var leaves: [Hash] = []
  private(set) var registers = Registers()

  /// Checks the entry at a place and returns it, or nil where it cannot be read at all; says what is wrong with it.
  mutating func check(_ row: OfficeRows.EntryRow, at place: Int, _ report: inout AuditReport) -> Entry? {
    let before = Head(size: frontier.size, root: Digest(frontier.root))
    let leaf = Hash.leaf(row.bytes + [0x0A] + Array(row.signatures.utf8))
    frontier.append(leaf)
    leaves.append(leaf)
    if row.sequence != place { report.add(.entry(place), "is not at its place: its row says \(row.sequence)") }
    if row.leaf != leaf.bytes { report.add(.entry(place), "its leaf hash is not that of its bytes and signatures") }
    if row.root != frontier.root.bytes { report.add(.entry(place), "the tree head after it is not the one computed") }
    guard let entry = CanonicalJSON.read(Entry.self, row.bytes) else {
      report.add(.entry(place), "its bytes are not an entry in its one spelling")
      return nil
    }
    let number = entry.case
    var problems: [String] = []
    func wrong(_ problem: String) { problems.append(problem) }
    if entry.format != Entry.format { wrong("its format is unknown") }
    if entry.sequence != place { wrong("says it is entry \(entry.sequence)") }
    if entry.head != before { wrong("its signer saw another tree before it") }
    if row.caseNumber != number?.description { wrong("its row names another case than the entry does") }
    if let time, entry.time < time { wrong("is dated before the entry that it follows") }
    if entry.time.seconds - 86_400 > latest.seconds { wrong("is dated in the future") }
    time = entry.time
    if place == 0 {
      guard case .officeFounded(let profile) = entry.registers?.first else {
        report.add(.entry(place), "the first entry does not found an office")
        return nil
      }
      office = profile.id
      learn(entry)
    }
    if entry.office != office { wrong("belongs to another office") }
    report.signatures += signers(of: entry).count
    problems += signerProblems(entry, row) + shapeProblems(entry)
    if place > 0 { learn(entry) }
    for event in entry.registers ?? [] {
      if (try? registers.decide(event)) == nil { wrong("changes a register as no rule allows: \(event.name)") }
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

  private func signerProblems(_ entry: Entry, _ row: OfficeRows.EntryRow) -> [String] {
    guard let signatures = SSHSignature.all(in: row.signatures) else { return ["its signatures cannot be read"] }
    let isRegister = entry.case == nil
    let signers = signers(of: entry)
    var problems: [String] = []
    if signatures.count != (isRegister ? 2 : 1) || signers.count != signatures.count {
      problems.append("does not bear the signatures that such an act needs")
    }
    if Set(signers).count != signers.count { problems.append("is signed twice by one person") }
    for (signature, signer) in zip(signatures, signers) {
      guard let person = people[signer], person.isActive else {
        problems.append("is signed by someone who was not an officer then")
        continue
      }
      if signature.key.description != person.key { problems.append("is signed with a key that is not \(signer)'s") }
      if !signature.signs(row.bytes, namespace: Entry.namespace) {
        problems.append("the signature of \(signer) does not verify")
      }
      if isRegister, !person.role.has(.keepingRegisters) { problems.append("changes a register without being a custodian's") }
    }
    if people[entry.actor]?.role != entry.role { problems.append("claims a role that \(entry.actor) did not have") }
    return problems
  }

  private func shapeProblems(_ entry: Entry) -> [String] {
    let isRegister = entry.case == nil
    let sound =
      isRegister
      ? entry.registers?.isEmpty == false && entry.events == nil && entry.chart == nil
      : entry.events?.isEmpty == false && entry.registers == nil && entry.chart != nil && entry.witness == nil
    var problems = sound ? [] : ["is neither an act in a case nor a change to a register"]
    for case .scopeGranted(let grant) in entry.events ?? [] {
      if (try? CanonicalJSON.bytes(grant.scope)).map({ Digest.of($0) }) != grant.digest {
        problems.append("the digest of the granted scope is not the scope's")
      }
    }
    return problems
  }
}
