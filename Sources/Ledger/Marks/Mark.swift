import Casework
import Crypto
import Foundation
import TamperLog

/// The last head of an office's log that was verified in full, kept outside the office's folder.
///
/// A log that is shorter than its mark, or has another root there, was rolled back or rewritten (I7, I10). A mark only
/// rises. Its file is UTF-8 text of lines in this order:
///
///     amanat-mark-1
///     office 6f0d3a1c2b4e5f60
///     founding 77…                     SHA-256 of the founding entry's bytes
///     restores 0                       how often an older copy of the office was taken up again
///     size 12                          the number of entries
///     root ab…                         the root of the tree over them
///     journal 2210                     the length of the journal up to here, in bytes
///     code 5c…                         HMAC-SHA-256 of the lines before
///
/// The code's key is HKDF-SHA-256(office's key, info `amanat-mark-1`). Numbers have no leading zeros.
public struct Mark: Sendable, Hashable {
  public var office: OfficeID
  public var founding: Casework.Digest
  /// How often an older copy of the office was taken up again.
  public var restores: Int
  public var head: Head
  /// The length of the journal, in bytes.
  public var journal: Int

  private static let format = "amanat-mark-1"

  /// Makes a mark.
  public init(office: OfficeID, founding: Casework.Digest, restores: Int, head: Head, journal: Int) {
    self.office = office
    self.founding = founding
    self.restores = restores
    self.head = head
    self.journal = journal
  }

  private var lines: String {
    """
    \(Self.format)
    office \(office)
    founding \(founding)
    restores \(restores)
    size \(head.size)
    root \(head.root)
    journal \(journal)

    """
  }

  private static func code(_ lines: String, _ officeKey: [UInt8]) -> Casework.Digest {
    let key = HKDF<SHA256>.deriveKey(
      inputKeyMaterial: SymmetricKey(data: officeKey), info: Data(format.utf8), outputByteCount: 32)
    guard let hash = Hash(Array(HMAC<SHA256>.authenticationCode(for: Data(lines.utf8), using: key))) else {
      preconditionFailure("HMAC-SHA-256 is 32 bytes")
    }
    return Casework.Digest(hash)
  }

  /// Returns the contents of the file.
  public func file(_ officeKey: [UInt8]) -> [UInt8] {
    Array("\(lines)code \(Self.code(lines, officeKey))\n".utf8)
  }

  /// Reads the contents of a file; nil where they are malformed, or not written with this key.
  public init?(reading file: [UInt8], _ officeKey: [UInt8]) {
    guard let text = String(bytes: file, encoding: .utf8) else { return nil }
    let words = text.split(separator: "\n").map { $0.split(separator: " ") }
    guard words.count == 8, words.dropFirst().allSatisfy({ $0.count == 2 }),
      let office = OfficeID(String(words[1][1])), let founding = Casework.Digest(String(words[2][1])),
      let restores = Int(words[3][1]), let size = Int(words[4][1]), let root = Casework.Digest(String(words[5][1])),
      let journal = Int(words[6][1])
    else { return nil }
    self.init(
      office: office, founding: founding, restores: restores, head: Head(size: size, root: root), journal: journal)
    // Written again, so that the names of the lines and the spelling of the numbers are compared too.
    guard self.file(officeKey) == file else { return nil }
  }
}
