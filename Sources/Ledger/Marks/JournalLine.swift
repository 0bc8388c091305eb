import Casework
import TamperLog

/// A line of the journal: the record of one entry, as the tree of the log covers it.
///
/// The journal is kept beside the mark. After an older copy of the office was put back, it says which entries are lost. A
/// line is UTF-8 text: the place, the subject, the fingerprint of the order or `-`, SHA-256 of the entry and SHA-256 of
/// the signatures, with one space between, and a newline:
///
///     12 1405-0001 - 9f… 3a…
///
/// The root over the leaves of the lines is the root in the mark, so the mark authenticates the journal.
public struct JournalLine: Sendable, Hashable {
  public var place: Int
  public var record: LeafRecord

  /// Makes a line.
  public init(place: Int, record: LeafRecord) {
    self.place = place
    self.record = record
  }

  /// The text with its newline.
  public var text: String {
    "\(place) \(record.subject) \(record.fingerprint?.description ?? "-") \(record.entry.hex) \(record.signatures.hex)\n"
  }

  /// Reads a line without its newline; nil where it is malformed.
  public init?(_ text: Substring) {
    let words = text.split(separator: " ", omittingEmptySubsequences: false).map(String.init)
    guard words.count == 5, let place = Int(words[0]), let subject = Subject(words[1]),
      let entry = Digest(words[3]).flatMap({ Hash($0.bytes) }),
      let signatures = Digest(words[4]).flatMap({ Hash($0.bytes) })
    else { return nil }
    let fingerprint = Fingerprint(words[2])
    guard (fingerprint == nil) == (words[2] == "-") else { return nil }
    self.init(
      place: place,
      record: LeafRecord(subject: subject, fingerprint: fingerprint, entry: entry, signatures: signatures))
    guard self.text.dropLast() == text[...] else { return nil }
  }
}
