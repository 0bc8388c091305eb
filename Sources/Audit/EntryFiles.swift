import Casework
import Ledger
import TamperLog

/// The log as plain files, so that OpenSSH can verify the signatures without Amanat:
///
///     000012.json        the entry's exact bytes
///     000012.sig         the actor's signature; the signature of a witness is in 000012.witness.sig
///     allowed_signers    the keys of all present and former officers, in ssh-keygen's format; a manager's key may
///                        also sign bags
///     verify.sh          runs `ssh-keygen -Y verify` over all signatures
///
/// ssh-keygen verifies that a key signed the bytes. The entries say whether the key was the officer's at that time.
public enum EntryFiles {
  /// A file to write.
  public struct File: Sendable, Hashable {
    public var name: String
    public var bytes: [UInt8]
  }

  /// The namespace in which an approver signs a bag. It repeats `Bag.namespace`, because this room does not import
  /// `Packaging`.
  private static let bagNamespace = "amanat-disclosure"

  /// Returns the files of a whole log.
  public static func make(_ rows: OfficeRows) -> [File] {
    var files: [File] = []
    var signers: [String] = []
    var checks: [String] = []
    for row in rows.entries {
      guard let entry = CanonicalJSON.read(Entry.self, row.bytes) else { continue }
      let digits = String(row.sequence)
      let name = String(repeating: "0", count: max(0, 6 - digits.count)) + digits
      files.append(File(name: "\(name).json", bytes: row.bytes))
      for case .officerEnrolled(let officer) in entry.registers ?? [] {
        // The recipient of an export verifies the approver's signature with the same list.
        let namespaces = [Entry.namespace] + (officer.role.has(.approving) ? [bagNamespace] : [])
        let line = "\(officer.id) namespaces=\"\(namespaces.joined(separator: ","))\" \(officer.key)"
        if !signers.contains(line) { signers.append(line) }
      }
      let people = [(entry.actor, "\(name).sig")] + (entry.witness.map { [($0, "\(name).witness.sig")] } ?? [])
      for (signature, person) in zip(SSHSignature.all(in: row.signatures) ?? [], people) {
        files.append(File(name: person.1, bytes: Array(signature.armored.utf8)))
        checks.append("check \(name).json \(person.1) \(person.0)")
      }
    }
    let script = """
      #!/bin/sh
      # Verifies every entry's signatures with OpenSSH alone. Run it in this folder.
      check() {
        ssh-keygen -Y verify -f allowed_signers -n \(Entry.namespace) -I "$3" -s "$2" <"$1" >/dev/null 2>&1 ||
          { echo "$1: $2 does not verify"; failed=1; }
      }
      failed=0

      """
    let end = "[ $failed = 0 ] && echo \"\(checks.count) signatures verified\"\nexit $failed\n"
    files.append(File(name: "allowed_signers", bytes: Array((signers.joined(separator: "\n") + "\n").utf8)))
    files.append(File(name: "verify.sh", bytes: Array((script + checks.joined(separator: "\n") + "\n" + end).utf8)))
    return files
  }
}
