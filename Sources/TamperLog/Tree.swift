/// The Merkle tree of RFC 6962 section 2 over leaf hashes: roots and proofs, computed from all leaves.
///
/// `Frontier` updates a root leaf by leaf. This type is for callers that have all leaves and trust no stored node.
public enum Tree {
  /// Returns the root over leaf hashes (MTH, RFC 6962 section 2.1).
  public static func root(_ leaves: ArraySlice<Hash>) -> Hash {
    var frontier = Frontier()
    for leaf in leaves { frontier.append(leaf) }
    return frontier.root
  }

  /// Returns the root over leaf hashes.
  public static func root(_ leaves: [Hash]) -> Hash { root(leaves[...]) }

  /// Proves that the leaf at `index` is in the tree over `leaves` (PATH, RFC 6962 section 2.1.1).
  public static func proveInclusion(of index: Int, in leaves: ArraySlice<Hash>) -> [Hash] {
    guard leaves.count > 1 else { return [] }
    let split = largestPowerOfTwo(below: leaves.count)
    let middle = leaves.startIndex + split
    if index < split {
      return proveInclusion(of: index, in: leaves[..<middle]) + [root(leaves[middle...])]
    }
    return proveInclusion(of: index - split, in: leaves[middle...]) + [root(leaves[..<middle])]
  }

  /// Proves that the tree over `leaves` continues the tree over its first `size` leaves (PROOF, RFC 6962 section
  /// 2.1.2).
  public static func proveConsistency(from size: Int, in leaves: ArraySlice<Hash>) -> [Hash] {
    guard size > 0, size < leaves.count else { return [] }
    return subproof(size, leaves, whole: true)
  }

  private static func subproof(_ size: Int, _ leaves: ArraySlice<Hash>, whole: Bool) -> [Hash] {
    if size == leaves.count { return whole ? [] : [root(leaves)] }
    let split = largestPowerOfTwo(below: leaves.count)
    let middle = leaves.startIndex + split
    if size <= split {
      return subproof(size, leaves[..<middle], whole: whole) + [root(leaves[middle...])]
    }
    return subproof(size - split, leaves[middle...], whole: false) + [root(leaves[..<middle])]
  }

  private static func largestPowerOfTwo(below count: Int) -> Int {
    1 << (Int.bitWidth - 1 - (count - 1).leadingZeroBitCount)
  }
}
