/// The monitor of a search of a workflow, as one number.
///
/// A search compares and hashes many nodes, and one number makes this fast. Bits 0 to 31 hold the assurances that are
/// valid, bit 32 whether a permit was spent, bits 33 and 34 the permissions of the configuration, and bits from 40 the
/// violations on the way.
struct WorkflowMonitor {
  /// The violations that a search finds.
  enum Wrong: UInt64, CaseIterable {
    case disclosesWithout, preservesWithout, disclosesOn, preservesOn, spendsUnseen, spendsTwice, endsWithout
  }

  private(set) var bits: UInt64

  init(_ bits: UInt64) { self.bits = bits }

  /// The assurances that are valid.
  var valid: AssuranceSet {
    get { AssuranceSet(rawValue: UInt32(truncatingIfNeeded: bits)) }
    set { bits = bits & ~0xFFFF_FFFF | UInt64(newValue.rawValue) }
  }
  /// Whether a permit was spent.
  var isReleased: Bool {
    get { bits & 1 << 32 != 0 }
    set { bits = newValue ? bits | 1 << 32 : bits & ~(1 << 32) }
  }
  /// The permissions of the configuration: bit n is the n-th permission.
  var permitted: UInt64 {
    get { bits >> 33 & 3 }
    set { bits = bits & ~(3 << 33) | newValue << 33 }
  }
  /// The first violation in the order of `Wrong`, if there is one.
  var wrong: Wrong? { Wrong.allCases.first { bits & 1 << (40 + $0.rawValue) != 0 } }

  /// Says whether a monitor has a violation.
  static func isWrong(_ bits: UInt64) -> Bool { bits >> 40 != 0 }

  /// Records a violation.
  mutating func note(_ wrong: Wrong) { bits |= 1 << (40 + wrong.rawValue) }
}
