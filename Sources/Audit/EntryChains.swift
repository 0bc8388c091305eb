import Casework
import Ledger
import TamperLog

/// The tree, the chains and the times of the entries so far, against which an audit checks what the next entry claims.
struct EntryChains {
  private struct End {
    var place: Int
    var leaf: Digest
  }

  private(set) var frontier = Frontier()
  private var oldFrontier = Frontier()
  /// The root of the tree over the first entries, by their number.
  private var roots = [Hash.emptyRoot]
  /// The times of the entries with their leaves; nil for one that cannot be read.
  private var times: [(time: Instant, leaf: Digest)?] = []
  /// The latest time of the first entries, by their number. A time that was set aside since is among them.
  private var latestTimes: [Instant?] = [nil]
  private var ends: [Subject: End] = [:]
  private(set) var founding: Digest?
  private var isLinked = false
  /// False after a damaged entry in a log that was upgraded. The tree of format 1 is then not known any more. The records
  /// of the present format cover the same entries, and the upgrade signs their root.
  private var isOldTreeKnown = true
  private var next: (time: Instant, leaf: Digest)?

  /// Returns the latest time of the first entries that the registers have not set aside.
  func latest(of size: Int, _ registers: Registers) -> Instant? {
    guard latestTimes.indices.contains(size), let latest = latestTimes[size] else { return nil }
    guard registers.setAside.contains(where: { $0.finding == SetAside.time }) else { return latest }
    return times.prefix(size).compactMap(\.self).filter { !registers.hasSetAsideTime(of: $0.leaf) }.map(\.time).max()
  }

  /// Returns the latest time of the entries so far that the registers have not set aside.
  func latest(_ registers: Registers) -> Instant? { latest(of: times.count, registers) }
  var head: Head { Head(size: frontier.size, root: Digest(frontier.root)) }

  func root(at size: Int) -> Digest? { roots.indices.contains(size) ? Digest(roots[size]) : nil }

  /// Returns the root after one more entry.
  func root(after leaf: Hash) -> Hash {
    var next = frontier
    next.append(leaf)
    return next.root
  }

  /// Returns the problems of what an entry claims about its place.
  ///
  /// - Parameter registers: the registers after the entry.
  func problems(of entry: Entry, at place: Int, _ registers: Registers) -> [AuditProblem] {
    switch entry.claim {
    case .numbered(let sequence, let head):
      var problems: [AuditProblem] = isLinked ? [.format] : []
      if sequence != place { problems.append(.claimsPlace(sequence)) }
      if isOldTreeKnown, head != Head(size: oldFrontier.size, root: Digest(oldFrontier.root)) {
        problems.append(.otherTreeBefore)
      }
      if let last = times.last, let last, entry.time < last.time { problems.append(.datedBeforePrevious) }
      return problems
    case .linked(let links):
      return upgradeProblems(of: entry, at: place) + problems(of: entry, links, at: place, registers)
    }
  }

  /// The first linked entry after those of format 1 signs their head in both trees.
  private func upgradeProblems(of entry: Entry, at place: Int) -> [AuditProblem] {
    let upgrades = (entry.registers ?? []).compactMap { event -> UpgradedLog? in
      if case .officeUpgraded(let log) = event { log } else { nil }
    }
    guard place > 0, !isLinked else { return upgrades.isEmpty ? [] : [.format] }
    let before = UpgradedLog(size: oldFrontier.size, root: Digest(oldFrontier.root))
    guard upgrades.count == 1 else { return [.format] }
    return !isOldTreeKnown || upgrades == [before] ? [] : [.otherLogUpgraded]
  }

  private func problems(
    of entry: Entry, _ links: EntryLinks, at place: Int, _ after: Registers
  ) -> [AuditProblem] {
    var problems: [AuditProblem] = []
    let registers = ends[.registers]
    let own = entry.case == nil ? nil : ends[entry.subject]
    if links.founding != founding { problems.append(.anotherOffice) }
    if links.registers != registers?.leaf || links.subject != own?.leaf { problems.append(.notLinked) }
    let covers = [registers, own].compactMap(\.self).allSatisfy { $0.place < links.seen.size }
    if links.seen.size > place || root(at: links.seen.size) != links.seen.root || !covers {
      problems.append(.otherTreeBefore)
    }
    if let seen = latest(of: links.seen.size, after), entry.time < seen { problems.append(.datedBeforePrevious) }
    let wait = links.until.seconds - entry.time.seconds
    if wait < 0 || wait > EntryLinks.longestWait || latest(after).map({ $0 > links.until }) == true {
      problems.append(.enteredTooLate)
    }
    if entry.receipts.count > 1 { problems.append(.severalReceipts) }
    return problems
  }

  /// Takes what the next entry claims. `append` follows.
  mutating func take(_ entry: Entry, _ bytes: [UInt8], _ leaf: Hash, at place: Int) {
    if place == 0 { founding = .of(bytes) }
    if entry.claim.links != nil { isLinked = true }
    ends[entry.subject] = End(place: place, leaf: Digest(leaf))
    next = (entry.time, Digest(leaf))
  }

  /// Appends the leaves of the next entry, which may be one that cannot be read.
  ///
  /// - Parameter isDamaged: the entry is not the one of its record, in a log of the present format.
  mutating func append(_ leaf: Hash, _ oldLeaf: Hash, isDamaged: Bool) {
    if isDamaged { isOldTreeKnown = false }
    frontier.append(leaf)
    oldFrontier.append(oldLeaf)
    roots.append(frontier.root)
    times.append(next)
    latestTimes.append([latestTimes.last ?? nil, next?.time].compactMap(\.self).max())
    next = nil
  }
}
