/// What a search of a workflow remembers along the way, as one number.
///
/// Thousands of nodes are compared and hashed as fast as they are found. Bits 0 to 31 hold the assurances that are
/// valid, bit 32 whether a permit was spent, bits 33 and 34 what the configuration permits, and bits 40 and up what went
/// wrong on the way.
struct WorkflowMonitor {
  /// What can go wrong along a way.
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
  /// What the configuration permits: bit n is the n-th permission.
  var permitted: UInt64 {
    get { bits >> 33 & 3 }
    set { bits = bits & ~(3 << 33) | newValue << 33 }
  }
  /// The first thing that went wrong, if any.
  var wrong: Wrong? { Wrong.allCases.first { bits & 1 << (40 + $0.rawValue) != 0 } }

  /// Returns whether anything went wrong.
  static func isWrong(_ bits: UInt64) -> Bool { bits >> 40 != 0 }

  /// Notes that something went wrong.
  mutating func note(_ wrong: Wrong) { bits |= 1 << (40 + wrong.rawValue) }
}
