import Casework
import Foundation

/// The file of an office's key. It is outside the office's folder, by default beside it.
///
/// The file also pins the office: with it, no other office and no older format passes for this one. It is UTF-8 text of
/// lines, each a name, a space and a value, in this order:
///
///     amanat-office-key-2
///     office 6f0d3a1c2b4e5f60
///     founding 77…                     SHA-256 of the founding entry's bytes, 64 hexadecimal digits
///     marks office.marks               the folder of the marks, relative to the folder of this file
///     key vH3…=                        the key: base64 of 32 bytes
///
/// The file of an office of format 1 has one line, `amanat-office-key-1` and the key, and pins nothing.
public struct OfficeKey: Sendable, Hashable {
  /// The 32 bytes of the key.
  public var bytes: [UInt8]
  /// What the file pins; nil in the file of an office of format 1.
  public var pin: Pin?

  /// The office to which a key file belongs.
  public struct Pin: Sendable, Hashable {
    public var office: OfficeID
    /// SHA-256 of the founding entry's bytes.
    public var founding: Digest
    /// The folder of the marks: a path relative to the folder of the key file, or an absolute one.
    public var marks: String

    /// Makes a pin.
    public init(office: OfficeID, founding: Digest, marks: String) {
      self.office = office
      self.founding = founding
      self.marks = marks
    }
  }

  private static let first = "amanat-office-key-1"
  private static let second = "amanat-office-key-2"

  /// Makes a key.
  public init(bytes: [UInt8], pin: Pin?) {
    self.bytes = bytes
    self.pin = pin
  }

  /// Reads the contents of a file; nil where they are malformed.
  public init?(reading file: [UInt8]) {
    guard let text = String(bytes: file, encoding: .utf8) else { return nil }
    func key(_ word: some StringProtocol) -> [UInt8]? {
      Data(base64Encoded: String(word)).flatMap { $0.count == 32 ? Array($0) : nil }
    }
    if text.hasPrefix(Self.first) {
      let words = text.split(whereSeparator: \.isWhitespace)
      guard words.count == 2, words[0] == Self.first, let bytes = key(words[1]) else { return nil }
      self.init(bytes: bytes, pin: nil)
    } else {
      let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
      guard lines.count == 6, lines[0] == Self.second, lines[5].isEmpty else { return nil }
      func value(_ line: Int, _ name: String) -> Substring? {
        lines[line].hasPrefix(name + " ") ? lines[line].dropFirst(name.count + 1) : nil
      }
      guard let office = value(1, "office").flatMap({ OfficeID(String($0)) }),
        let founding = value(2, "founding").flatMap({ Digest(String($0)) }), let marks = value(3, "marks"),
        !marks.isEmpty, let bytes = value(4, "key").flatMap({ key($0) })
      else { return nil }
      self.init(bytes: bytes, pin: Pin(office: office, founding: founding, marks: String(marks)))
    }
  }

  /// The contents of the file.
  public var file: [UInt8] {
    let key = Data(bytes).base64EncodedString()
    guard let pin else { return Array("\(Self.first) \(key)\n".utf8) }
    let lines = [
      Self.second, "office \(pin.office)", "founding \(pin.founding)", "marks \(pin.marks)", "key \(key)", "",
    ]
    return Array(lines.joined(separator: "\n").utf8)
  }
}

extension OfficeKey.Pin {
  /// Returns the folder of the marks.
  ///
  /// - Parameter file: the key file.
  public func folder(beside file: URL) -> URL {
    marks.hasPrefix("/")
      ? URL(filePath: marks, directoryHint: .isDirectory)
      : file.deletingLastPathComponent().appending(path: marks, directoryHint: .isDirectory)
  }
}
