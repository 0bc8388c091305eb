import Casework
import Ledger
import TamperLog

/// The log as plain files, so that OpenSSH can verify the signatures without Amanat:
///
///     000012.json        the entry's exact bytes
///     000012.sig         the actor's signature; the signature of a witness is in 000012.witness.sig
///     allowed_signers    the keys of all present and former officers, in ssh-keygen's format, each valid from its
///                        enrolment to its retirement; a manager's key may also sign bags
///     verify.sh          runs `ssh-keygen -Y verify` over all signatures, as of each entry's time
///
/// ssh-keygen verifies that a key signed the bytes, and that the key was an officer's at that time. Only entries that
/// verify add signers. The bytes of a row that does not verify are written too, and `verify.sh` names it and fails.
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
  public static func make(_ snapshot: OfficeSnapshot) -> [File] {
    var files: [File] = []
    var signers = Signers()
    var checks: [String] = []
    var registers = Registers()
    var ends = ChainEnds(format: snapshot.format)
    var cases: [Subject: ChainEnds.End] = [:]
    for (place, (row, read)) in zip(snapshot.rows().entries, snapshot.entries).enumerated() {
      let digits = String(place)
      let name = String(repeating: "0", count: max(0, 6 - digits.count)) + digits
      files.append(File(name: "\(name).json", bytes: row.bytes))
      let end = (try? read.get()).flatMap { cases[$0.entry.subject] }
      guard
        let verified = try? VerifiedEntry(checking: read.get(), at: place, after: ends.of(end), registers: registers)
      else {
        files.append(File(name: "\(name).sig", bytes: Array(row.signatures.utf8)))
        checks.append("broken \(name).json")
        continue
      }
      let entry = verified.entry
      ends.take(verified)
      if entry.subject != .registers { cases[entry.subject] = ends.subject }
      for event in entry.registers ?? [] {
        signers.take(event, at: entry.time)
        registers.evolve(event, at: place)
      }
      let people = [(entry.actor, "\(name).sig")] + (entry.witness.map { [($0, "\(name).witness.sig")] } ?? [])
      for (signature, person) in zip(SSHSignature.all(in: row.signatures) ?? [], people) {
        files.append(File(name: person.1, bytes: Array(signature.armored.utf8)))
        checks.append("check \(name).json \(person.1) \(person.0) \(Signers.time(entry.time))")
      }
    }
    let script = """
      #!/bin/sh
      # Verifies every entry's signatures with OpenSSH alone. Run it in this folder.
      check() {
        ssh-keygen -Y verify -f allowed_signers -n \(Entry.namespace) -I "$3" -O "verify-time=$4" -s "$2" <"$1" >/dev/null 2>&1 ||
          { echo "$1: $2 does not verify"; failed=1; }
      }
      broken() { echo "$1: no entry of this office"; failed=1; }
      failed=0

      """
    let count = checks.count { $0.hasPrefix("check") }
    let end = "[ $failed = 0 ] && echo \"\(count) signatures verified\"\nexit $failed\n"
    files.append(File(name: "allowed_signers", bytes: Array(signers.text.utf8)))
    files.append(File(name: "verify.sh", bytes: Array((script + checks.joined(separator: "\n") + "\n" + end).utf8)))
    return files
  }

  /// The lines of `allowed_signers` (ssh-keygen(1), ALLOWED SIGNERS).
  private struct Signers {
    private struct Line {
      var officer: Officer
      var from: Instant
      var until: Instant?
    }

    private var lines: [Line] = []

    mutating func take(_ event: RegisterEvent, at time: Instant) {
      switch event {
      case .officerEnrolled(let officer): lines.append(Line(officer: officer, from: time))
      case .officerRetired(let id):
        for place in lines.indices where lines[place].officer.id == id && lines[place].until == nil {
          lines[place].until = time
        }
      case .officerRekeyed(let new):
        guard let place = lines.indices.last(where: { lines[$0].officer.id == new.officer }) else { return }
        lines[place].until = time
        var officer = lines[place].officer
        officer.key = new.key
        lines.append(Line(officer: officer, from: time))
      case .officeFounded, .authorityRegistered, .authoritySuspended, .authorityRestored, .officeUpgraded,
        .officeRestored, .findingSetAside:
        break
      }
    }

    var text: String {
      lines.map { line in
        // The recipient of an export verifies the approver's signature with the same list.
        let namespaces = [Entry.namespace] + (line.officer.role.has(.approving) ? [EntryFiles.bagNamespace] : [])
        let until = line.until.map { ",valid-before=\"\(Self.time($0))\"" } ?? ""
        return "\(line.officer.id) namespaces=\"\(namespaces.joined(separator: ","))\","
          + "valid-after=\"\(Self.time(line.from))\"\(until) \(line.officer.key)\n"
      }.joined()
    }

    /// Writes a moment as ssh-keygen reads it: `20261122083000Z`.
    static func time(_ moment: Instant) -> String { moment.description.filter { $0.isNumber || $0 == "Z" } }
  }
}
