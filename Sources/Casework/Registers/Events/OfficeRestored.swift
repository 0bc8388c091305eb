/// The office goes on from an older copy of its folder. The entry names the mark that is given up and every entry that is
/// lost. What is lost may have disclosed, so its cases and orders disclose nothing until each loss is set aside.
enum OfficeRestored: RegisterEventKind {
  static let name = "office.restored"

  static func event(_ detail: Restoration) -> RegisterEvent { .officeRestored(detail) }

  static func rules(against detail: Restoration, in registers: Registers) -> [RegisterRule] { [] }

  static func change(_ registers: inout Registers, by detail: Restoration, at sequence: Int) {
    registers.losses += detail.losses
    registers.restoration = detail
  }
}

/// What is given up with an older copy of an office.
public struct Restoration: EventDetail {
  /// The number of restorations before this one, as the mark counts them.
  public var restores: Int
  /// The number of entries that the mark counted.
  public var size: Int
  /// The root of the tree over them.
  public var root: Digest
  /// The entries that are lost, in order.
  public var losses: [Loss]

  /// Makes the detail.
  public init(restores: Int, size: Int, root: Digest, losses: [Loss]) {
    self.restores = restores
    self.size = size
    self.root = root
    self.losses = losses
  }

  /// Empty: no value is sealed with it.
  public var commitments: [Commitment] { [] }
}

/// An entry that is lost.
public struct Loss: Sendable, Hashable, Codable {
  /// The leaf of the entry. Where the journal is lost too, one loss stands for all entries, with the root of the mark.
  public var entry: Digest
  /// The case of the entry; nil where it was a change to the registers, or is unknown.
  public var number: CaseNumber?
  /// The fingerprint of the order that it received.
  public var fingerprint: Fingerprint?

  /// Makes a loss.
  public init(entry: Digest, number: CaseNumber?, fingerprint: Fingerprint?) {
    self.entry = entry
    self.number = number
    self.fingerprint = fingerprint
  }

  /// The detail that settles the loss.
  public var setAside: SetAside { SetAside(entry: entry, found: entry, finding: SetAside.loss) }
}

extension Registers {
  /// The losses that nobody has set aside.
  public var unsettledLosses: [Loss] { losses.filter { !setAside.contains($0.setAside) } }

  /// Returns the losses because of which a case may not disclose: entries of the case, of another case with the same
  /// order, or of the registers.
  public func losses(against number: CaseNumber, _ fingerprint: Fingerprint?) -> [Loss] {
    unsettledLosses.filter { loss in
      guard let lost = loss.number else { return true }
      return lost == number || (loss.fingerprint != nil && loss.fingerprint == fingerprint)
    }
  }
}
