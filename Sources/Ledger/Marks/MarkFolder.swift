import Casework
import Foundation
import TamperLog

/// The folder of an office's marks, outside the office's folder: the mark, and the journal beside it.
///
///     office.marks/
///       mark        the last verified head (`Mark`)
///       journal     the records of all entries up to it (`JournalLine`)
///       journal-0   the journal that the first restoration from an older copy gave up
///
/// The journal is written first. A crash between the two leaves lines beyond the mark's length, which the next write
/// replaces. Who holds the folder's lock is alone in writing it.
public struct MarkFolder: Sendable, Hashable {
  public let url: URL

  /// Names a folder, which need not exist.
  public init(_ url: URL) { self.url = url }

  private var mark: URL { url.appending(path: "mark") }
  private var journal: URL { url.appending(path: "journal") }

  /// Reads the mark.
  ///
  /// - Throws: `StoreFault.noMark` where there is none, `StoreFault.strangeMark` where it is malformed, or not written
  ///   with this office's key.
  public func read(_ officeKey: [UInt8]) throws(StoreFault) -> Mark {
    guard let file = try DurableFile.read(mark) else { throw .noMark }
    guard let mark = Mark(reading: file, officeKey) else { throw .strangeMark }
    return mark
  }

  /// Reads the records of all entries up to a mark, and compares them with its root.
  ///
  /// - Returns: the records; nil where the journal is absent, or is not that of the mark.
  public func records(upTo mark: Mark) throws(StoreFault) -> [LeafRecord]? {
    guard let file = try DurableFile.read(journal), file.count >= mark.journal,
      let text = String(bytes: file.prefix(mark.journal), encoding: .utf8)
    else { return nil }
    var frontier = Frontier()
    var records: [LeafRecord] = []
    for line in text.split(separator: "\n") {
      guard let line = JournalLine(line), line.place == records.count else { return nil }
      frontier.append(line.record.leaf)
      records.append(line.record)
    }
    return Head(size: frontier.size, root: Digest(frontier.root)) == mark.head ? records : nil
  }

  /// Says whether the journal has at least the length that a mark names.
  public func hasJournal(of mark: Mark) throws(StoreFault) -> Bool {
    var about = stat()
    guard lstat(journal.path, &about) == 0 else { return false }
    return about.st_mode & S_IFMT == S_IFREG && Int(about.st_size) >= mark.journal
  }

  /// Writes the journal's next lines, then the mark. When this returns, both survive a loss of power.
  ///
  /// - Parameters:
  ///   - mark: the mark that the folder has; nil in a new folder.
  ///   - records: the records of the entries after `mark`, up to `head`.
  /// - Returns: the new mark.
  public func raise(
    _ old: Mark, to head: Head, _ records: [LeafRecord], _ officeKey: [UInt8]
  ) throws(StoreFault) -> Mark {
    let lines = records.enumerated().map { JournalLine(place: old.head.size + $0.offset, record: $0.element).text }
    let bytes = Array(lines.joined().utf8)
    try append(bytes, at: old.journal)
    var new = old
    new.head = head
    new.journal += bytes.count
    try DurableFile.write(new.file(officeKey), to: mark)
    return new
  }

  /// Writes a whole journal and a mark: at the founding, and where the office goes on from an older copy.
  public func begin(_ mark: Mark, _ records: [LeafRecord], _ officeKey: [UInt8]) throws(StoreFault) -> Mark {
    let lines = records.enumerated().map { JournalLine(place: $0.offset, record: $0.element).text }
    let bytes = Array(lines.joined().utf8)
    try DurableFile.write(bytes, to: journal)
    var mark = mark
    mark.journal = bytes.count
    try DurableFile.write(mark.file(officeKey), to: self.mark)
    return mark
  }

  /// Keeps the journal of a mark that is given up, under the name `journal-0` and so on by the number of restorations.
  public func keepJournal(of mark: Mark) throws(StoreFault) {
    guard let bytes = try DurableFile.read(journal) else { return }
    let kept = url.appending(path: "journal-\(mark.restores)")
    if try DurableFile.read(kept) == nil { try DurableFile.write(bytes, to: kept) }
  }

  /// Writes bytes at an offset of the journal, removes what follows, and syncs the file.
  private func append(_ bytes: [UInt8], at offset: Int) throws(StoreFault) {
    let name = journal.lastPathComponent
    let file = open(journal.path, O_WRONLY | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0o600)
    guard file >= 0 else { throw .file(name: name, StorageTrouble(errno: errno)) }
    defer { close(file) }
    var written = 0
    while written < bytes.count {
      let count = bytes[written...].withUnsafeBytes {
        pwrite(file, $0.baseAddress, $0.count, off_t(offset + written))
      }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { throw .file(name: name, StorageTrouble(errno: errno)) }
      written += count
    }
    guard ftruncate(file, off_t(offset + bytes.count)) == 0, fsync(file) == 0 else {
      throw .file(name: name, StorageTrouble(errno: errno))
    }
  }
}
