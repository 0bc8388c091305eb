import Casework
import Foundation
import Ledger
import TamperLog

/// The marks of an office, as the desks of one process use them.
///
/// One lock on the folder of the marks makes the processes of an office take turns: a mark is read, the log is compared
/// with it, an entry is appended and the mark is raised in one turn.
final class MarkBook: @unchecked Sendable {
  private let folder: MarkFolder
  private let key: [UInt8]
  private let pin: OfficeKey.Pin
  /// The lock on the folder belongs to the process, so the threads of the process take turns by a lock of their own.
  private let threads = NSRecursiveLock()
  private var depth = 0
  private var lock: FolderLock?

  /// The longest wait for the turn of another process, in seconds.
  private static let longestWait = 60

  /// Names the marks of the office to which a key file belongs.
  ///
  /// - Parameter file: the key file, in whose folder the marks are unless the file names another place.
  init(_ key: [UInt8], _ pin: OfficeKey.Pin, beside file: URL) {
    folder = MarkFolder(pin.folder(beside: file))
    self.key = key
    self.pin = pin
  }

  /// Reads the mark.
  func mark() throws(StoreFault) -> Mark {
    let mark = try folder.read(key)
    guard mark.office == pin.office, mark.founding == pin.founding else { throw .strangeMark }
    return mark
  }

  /// Reads the leaves of the journal; nil where the journal is absent or not that of the mark.
  func journal(upTo mark: Mark) throws(StoreFault) -> [Hash]? { try folder.records(upTo: mark)?.map(\.leaf) }

  /// Reads the mark, and compares the log with it: the log has at least as many entries, and the same root there.
  ///
  /// - Throws: `StoreFault.behindMark`, `.notMarked` or `.anotherFounding`, with the first entry that differs.
  func compared(_ office: any OfficeStore) throws(StoreFault) -> (mark: Mark, index: LogIndex) {
    let mark = try mark()
    let index = try office.index(watching: [mark.head.size])
    guard index.root(at: mark.head.size) == mark.head.root else { throw try difference(office, index, mark) }
    return (mark, index)
  }

  private func difference(
    _ office: any OfficeStore, _ index: LogIndex, _ mark: Mark
  ) throws(StoreFault) -> StoreFault {
    guard let records = try folder.records(upTo: mark) else {
      return index.head.size < mark.head.size
        ? .behindMark(size: index.head.size, mark: mark.head.size) : .notMarked(entry: nil, mark: mark.head.size)
    }
    let rows = try office.rows().entries
    let same = zip(rows, records).enumerated().first { $0.element.0.leaf != $0.element.1.leaf.bytes }?.offset
    switch same ?? min(rows.count, records.count) {
    case 0: return .anotherFounding
    case let first where first == index.head.size: return .behindMark(size: first, mark: mark.head.size)
    case let first: return .notMarked(entry: first, mark: mark.head.size)
    }
  }

  /// Raises the mark to the head of a log whose entries up to there are verified. Only in a turn. A journal that is gone
  /// is written anew from the log.
  ///
  /// - Parameter records: the records of the entries after the present mark.
  func raise(to head: Head, _ records: [LeafRecord], of office: any OfficeStore) throws(StoreFault) {
    var mark = try mark()
    guard head.size == mark.head.size + records.count else { throw .headMoved }
    if try folder.hasJournal(of: mark) {
      _ = try folder.raise(mark, to: head, records, key)
    } else {
      mark.head = head
      _ = try folder.begin(mark, office.rows().entries.prefix(head.size).compactMap(\.record), key)
    }
  }

  /// Reads the journal; nil where it is absent or not that of the mark.
  func records(upTo mark: Mark) throws(StoreFault) -> [LeafRecord]? { try folder.records(upTo: mark) }

  /// Gives a mark up, and begins a new one with a new journal. The old journal is kept. Only in a turn.
  func begin(after mark: Mark, _ head: Head, _ records: [LeafRecord]) throws(StoreFault) {
    try folder.keepJournal(of: mark)
    let new = Mark(office: pin.office, founding: pin.founding, restores: mark.restores + 1, head: head, journal: 0)
    _ = try folder.begin(new, records, key)
  }

  /// Runs work in this process's turn. Work inside of it takes no other turn.
  ///
  /// - Throws: `StoreFault.marksInUse` where another process keeps its turn for too long.
  func inTurn<Value>(_ work: () throws -> Value) throws -> Value {
    threads.lock()
    defer { threads.unlock() }
    if depth == 0 {
      lock = try FolderLock.wait(folder.url, seconds: Self.longestWait, inUse: .store(.marksInUse))
    }
    depth += 1
    defer {
      depth -= 1
      if depth == 0 {
        lock?.end()
        lock = nil
      }
    }
    return try work()
  }
}
