/// The right edge of a growing tree: the roots of its perfect subtrees, largest first. Appending costs O(log n).
///
/// It is stored beside the log only to make appending cheap. An audit computes everything again from the leaves.
public struct Frontier: Sendable, Equatable {
  /// The number of leaves of the tree.
  public private(set) var size: Int
  /// One hash for each set bit of `size`, from the highest bit down.
  public private(set) var peaks: [Hash]

  /// Makes the frontier of a tree without leaves.
  public init() {
    size = 0
    peaks = []
  }

  /// Makes a frontier from stored values; returns `nil` where the number of peaks does not match the size.
  public init?(size: Int, peaks: [Hash]) {
    guard size >= 0, peaks.count == size.nonzeroBitCount else { return nil }
    self.size = size
    self.peaks = peaks
  }

  /// Adds a leaf, merging the perfect subtrees that it completes.
  public mutating func append(_ leaf: Hash) {
    var hash = leaf
    var carry = size
    while carry & 1 == 1 {
      hash = .node(peaks.removeLast(), hash)
      carry >>= 1
    }
    peaks.append(hash)
    size += 1
  }

  /// The root of the tree (RFC 6962 section 2.1): the peaks, hashed together from the right.
  public var root: Hash {
    guard var hash = peaks.last else { return .emptyRoot }
    for peak in peaks.dropLast().reversed() { hash = .node(peak, hash) }
    return hash
  }
}
