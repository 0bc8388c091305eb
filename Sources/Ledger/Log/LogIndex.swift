import Casework
import TamperLog

/// The formats of a log. An office of format 1 is read, and is carried on after `upgrade`.
public enum LogFormat: Int, Sendable {
  case one = 1
  case two
}

/// The result of one pass over the leaves of a log: the tree's head, and the places of each subject's entries.
///
/// The office chooses the entries that it reads by this index. The index is made of the same fields that the tree's root
/// covers, so an entry that is missing here changes the root (I7).
public struct LogIndex: Sendable {
  /// The entries of one subject.
  public struct Chain: Sendable {
    /// The places of the entries, in order.
    public var places: [Int]
    /// The leaf of the last of them.
    public var last: Hash

    fileprivate mutating func take(_ place: Int, _ leaf: Hash) {
      places.append(place)
      last = leaf
    }
  }

  /// The right edge of the tree over the leaves of the pass.
  public private(set) var frontier = Frontier()
  /// The number of places that the store uses. Where it is larger than the tree, the store has rows that are not entries.
  public internal(set) var extent = 0
  /// The chain of each subject.
  public private(set) var chains: [Subject: Chain] = [:]
  private var holders: [Fingerprint: Set<CaseNumber>] = [:]
  private var watched: [Int: Hash]
  private var nextWatched: Int?

  /// Makes an index without entries.
  ///
  /// - Parameter sizes: the sizes of the tree whose roots are kept.
  public init(watching sizes: Set<Int> = []) {
    watched = Dictionary(uniqueKeysWithValues: sizes.map { ($0, .emptyRoot) })
    if !sizes.contains(0) { watched[0] = .emptyRoot }
    nextWatched = sizes.filter { $0 > 0 }.min()
  }

  /// Takes the next entry.
  ///
  /// - Parameter fingerprint: the fingerprint of the order that the entry receives.
  public mutating func take(_ subject: Subject, _ fingerprint: Fingerprint?, leaf: Hash) {
    chains[subject, default: Chain(places: [], last: leaf)].take(frontier.size, leaf)
    if let fingerprint, let number = subject.number { holders[fingerprint, default: []].insert(number) }
    frontier.append(leaf)
    extent = max(extent, frontier.size)
    if frontier.size == nextWatched {
      watched[frontier.size] = frontier.root
      nextWatched = watched.keys.filter { $0 > frontier.size }.min()
    }
  }

  /// Takes the next entry of a log of format 2.
  public mutating func take(_ record: LeafRecord) { take(record.subject, record.fingerprint, leaf: record.leaf) }

  /// Notes the number of places that the store uses.
  public mutating func note(extent: Int) { self.extent = max(self.extent, extent) }

  /// The number of entries.
  public var size: Int { frontier.size }

  /// The head of the tree.
  public var head: Head { Head(size: frontier.size, root: Digest(frontier.root)) }

  /// Returns the root of the tree over the first entries; nil where the pass did not watch that size, or the log is
  /// shorter.
  public func root(at size: Int) -> Digest? {
    if size == frontier.size { return Digest(frontier.root) }
    return size < frontier.size ? watched[size].map { Digest($0) } : nil
  }

  /// Returns the places of the entries of the registers and of one case, in order.
  public func places(of number: CaseNumber?) -> [Int] {
    let own = number.flatMap { chains[.matter($0)]?.places } ?? []
    return ((chains[.registers]?.places ?? []) + own).sorted()
  }

  /// Returns every case that ever received an order with this fingerprint, in order.
  public func cases(holding fingerprint: Fingerprint) -> [CaseNumber] { (holders[fingerprint] ?? []).sorted() }

  /// Returns the last serial number of a case in a year; 0 where the year has no case.
  public func lastSerial(of year: Int) -> Int {
    chains.keys.compactMap(\.number).filter { $0.year == year }.map(\.serial).max() ?? 0
  }
}
