import Foundation
import TamperLog
import Wording

extension Desk {
  /// Returns the checkpoint in a file that a new checkpoint is to replace; nil if there is no file.
  ///
  /// - Parameter name: the file as messages name it.
  /// - Throws: `ServiceFault.usage` if the file is not a checkpoint of this office, so that no other file is lost.
  public func replacedCheckpoint(at path: String, named name: String) throws -> String? {
    // The new checkpoint is written to this file first.
    guard !FileManager.default.fileExists(atPath: path + ".partial") else {
      throw ServiceFault.usage(.fileExists(path: name + ".partial"))
    }
    let bytes: [UInt8]
    do throws(InputFile.Trouble) {
      bytes = try InputFile.bytes(path, limit: InputFile.largestCheckpoint)
    } catch {
      if error == .absent { return nil }
      let other = ServiceFault.usage(.fileExists(path: name))
      throw error.fault(named: name, absent: other, tooLarge: other)
    }
    let note = String(decoding: bytes, as: UTF8.self)
    guard Checkpoint.open(note, key: profile.logKey.bytes)?.origin == origin else {
      throw ServiceFault.usage(.fileExists(path: name))
    }
    return note
  }

  /// Writes a signed checkpoint of the head that an audit computed.
  ///
  /// - Parameter replaced: the checkpoint that the file had before the audit; nil if there was no file. The caller has
  ///   audited the office against it, so the new checkpoint extends it: its log begins with the same entries.
  /// - Throws: `ServiceFault.usage` if the file was changed since then.
  public func writeCheckpoint(
    _ report: AuditReport, to url: URL, named name: String, replacing replaced: String?
  ) throws {
    guard try replacedCheckpoint(at: url.path, named: name) == replaced else {
      throw ServiceFault.usage(.fileExists(path: name))
    }
    try OutputPlace.write(Array(checkpoint(report).utf8), to: url, named: name, mode: 0o644)
  }
}
