/// A set of small integers as bits.
///
/// Members below 128 are stored in place, so the sets of an ordinary chart are copied, compared and hashed without an
/// allocation. Larger members are in an array. States are numbered in document order, so the lowest member is the first
/// to enter, the highest is the first to exit, and the descendants of a state are a range (SCXML D, entryOrder and
/// exitOrder).
struct StateSet: Hashable, Sendable {
  private var low: UInt64 = 0
  private var high: UInt64 = 0
  // The rest is `nil` rather than an empty array, because copying `nil` changes no reference count.
  private var rest: ContiguousArray<UInt64>?

  /// Hashes the words. The number of words is not hashed, because all sets of one chart have the same capacity.
  func hash(into hasher: inout Hasher) {
    hasher.combine(low)
    hasher.combine(high)
    if let rest { for word in rest { hasher.combine(word) } }
  }

  /// The members below 128 as bits. These are all members if the capacity is at most 128.
  var firstBits: UInt128 { UInt128(high) << 64 | UInt128(low) }

  /// Makes a set of at most 128 members from bits.
  init(bits: UInt128) {
    low = UInt64(truncatingIfNeeded: bits)
    high = UInt64(truncatingIfNeeded: bits >> 64)
  }

  /// Returns a hash of the members for a hash table. The author of a chart does not know the seed.
  ///
  /// Each word is multiplied to 128 bits, and the two halves are combined by XOR, so that every bit of the set affects
  /// the low bits.
  func mixed(_ seed: UInt64) -> UInt64 {
    func folded(_ word: UInt64, _ factor: UInt64) -> UInt64 {
      let (high, low) = word.multipliedFullWidth(by: factor)
      return high ^ low
    }
    var result = folded(low ^ seed, 0x9E37_79B9_7F4A_7C15) ^ folded(high &+ seed, 0xBF58_476D_1CE4_E5B9)
    if let rest { for word in rest { result = folded(result ^ word, 0x94D0_49BB_1331_11EB) } }
    return folded(result ^ seed, 0xD6E8_FEB8_6659_FD93)
  }

  /// Makes an empty set for members below `capacity`.
  init(capacity: Int) {
    if capacity > 128 { rest = ContiguousArray(repeating: 0, count: Self.room(for: capacity) / 64 - 2) }
  }

  /// Makes a set from its words. Missing words are zero. Returns `nil` for members beyond the capacity.
  init?(words: [UInt64], capacity: Int) {
    self.init(capacity: capacity)
    for (index, word) in words.enumerated() where word != 0 {
      let top = index * 64 + 63 - word.leadingZeroBitCount
      guard top < capacity else { return nil }
      self[word: index] = word
    }
  }

  /// The words, lowest members first, without zero words at the end.
  var words: [UInt64] {
    var words = [low, high] + (rest ?? [])
    while words.last == 0 { words.removeLast() }
    return words
  }

  /// The capacity of the set.
  var room: Int { 128 + (rest?.count ?? 0) * 64 }

  /// Returns the capacity (`room`) of a set that is made by `init(capacity:)`.
  static func room(for capacity: Int) -> Int { max(128, (capacity + 63) / 64 * 64) }

  private subscript(word index: Int) -> UInt64 {
    get {
      switch index {
      case 0: low
      case 1: high
      default: rest.map { $0[index - 2] } ?? 0
      }
    }
    set {
      switch index {
      case 0: low = newValue
      case 1: high = newValue
      default: rest?[index - 2] = newValue
      }
    }
  }

  /// Returns whether an integer is a member.
  func contains(_ member: Int) -> Bool { self[word: member >> 6] & (1 << UInt64(member & 63)) != 0 }

  /// Adds a member.
  mutating func insert(_ member: Int) { self[word: member >> 6] |= 1 << UInt64(member & 63) }

  /// Removes a member.
  mutating func remove(_ member: Int) { self[word: member >> 6] &= ~(1 << UInt64(member & 63)) }

  /// Finds the lowest member in a range.
  func first(in range: Range<Int>) -> Int? {
    guard !range.isEmpty else { return nil }
    let last = range.upperBound - 1
    var index = range.lowerBound >> 6
    var word = self[word: index] & (~0 << UInt64(range.lowerBound & 63))
    while word == 0 {
      index += 1
      guard index <= last >> 6 else { return nil }
      word = self[word: index]
    }
    let member = index << 6 + word.trailingZeroBitCount
    return member <= last ? member : nil
  }

  /// Whether the set has no member.
  var isEmpty: Bool { low | high == 0 && (rest?.allSatisfy { $0 == 0 } ?? true) }

  /// Returns whether two sets of one capacity have no member in common.
  func isDisjoint(with other: StateSet) -> Bool {
    if low & other.low | high & other.high != 0 { return false }
    guard let mine = rest, let theirs = other.rest else { return true }
    for index in mine.indices where mine[index] & theirs[index] != 0 { return false }
    return true
  }

  /// Adds the members of another set of the same capacity.
  mutating func formUnion(_ other: StateSet) {
    low |= other.low
    high |= other.high
    guard let theirs = other.rest else { return }
    for index in theirs.indices where theirs[index] != 0 { rest?[index] |= theirs[index] }
  }

  /// Removes the members of another set of the same capacity.
  mutating func subtract(_ other: StateSet) {
    low &= ~other.low
    high &= ~other.high
    guard let theirs = other.rest else { return }
    for index in theirs.indices where theirs[index] != 0 { rest?[index] &= ~theirs[index] }
  }

  /// Returns the members that are also in another set of the same capacity.
  func intersection(_ other: StateSet) -> StateSet {
    var result = self
    result.low &= other.low
    result.high &= other.high
    guard let mine = rest, let theirs = other.rest else { return result }
    for index in mine.indices where mine[index] & ~theirs[index] != 0 { result.rest?[index] &= theirs[index] }
    return result
  }

  /// Returns the members in a range.
  func intersection(_ range: Range<Int>) -> StateSet {
    var result = self
    result.low &= Self.mask(range, word: 0)
    result.high &= Self.mask(range, word: 1)
    guard let mine = rest else { return result }
    for index in mine.indices where mine[index] != 0 { result.rest?[index] &= Self.mask(range, word: index + 2) }
    return result
  }

  private static func mask(_ range: Range<Int>, word: Int) -> UInt64 {
    let start = max(range.lowerBound - word &* 64, 0)
    let end = min(range.upperBound - word &* 64, 64)
    guard start < end else { return 0 }
    return (~0 << UInt64(start)) & (~0 >> UInt64(64 - end))
  }

  /// Removes and returns the lowest member.
  mutating func popFirst() -> Int? {
    if low != 0 {
      let member = low.trailingZeroBitCount
      low &= low &- 1
      return member
    }
    if high != 0 {
      let member = high.trailingZeroBitCount
      high &= high &- 1
      return 64 + member
    }
    guard let index = rest?.firstIndex(where: { $0 != 0 }), let word = rest?[index] else { return nil }
    rest?[index] = word & (word &- 1)
    return 128 + index * 64 + word.trailingZeroBitCount
  }

  /// Removes and returns the highest member.
  mutating func popLast() -> Int? {
    if let index = rest?.lastIndex(where: { $0 != 0 }), let word = rest?[index] {
      let member = 63 - word.leadingZeroBitCount
      rest?[index] = word & ~(1 << UInt64(member))
      return 128 + index * 64 + member
    }
    if high != 0 {
      let member = 63 - high.leadingZeroBitCount
      high &= ~(1 << UInt64(member))
      return 64 + member
    }
    guard low != 0 else { return nil }
    let member = 63 - low.leadingZeroBitCount
    low &= ~(1 << UInt64(member))
    return member
  }
}
