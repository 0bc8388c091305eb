/// A category of data in the Fides taxonomy: dot-separated segments, `user.contact.email`.
public struct DataCategory: Sendable, Hashable, Comparable, Spelled {
  /// The segments between the dots, outermost first.
  public let segments: [String]

  /// Reads a category: segments of lower-case letters, digits and underscores; nil for anything else.
  public init?(_ text: String) {
    let parts = text.split(separator: ".", omittingEmptySubsequences: false)
    guard
      parts.allSatisfy({ part in
        !part.isEmpty
          && part.utf8.allSatisfy { (48...57).contains($0) || (97...122).contains($0) || $0 == UInt8(ascii: "_") }
      })
    else { return nil }
    segments = parts.map(String.init)
  }

  private init(segments: [String]) { self.segments = segments }

  /// The category without its last segment; nil for a category with one segment.
  public var parent: DataCategory? {
    segments.count > 1 ? DataCategory(segments: segments.dropLast()) : nil
  }

  /// Says whether `other` is this category or below it. Whole segments are compared: `user.contact` does not cover
  /// `user.contacts`.
  public func covers(_ other: DataCategory) -> Bool {
    other.segments.starts(with: segments)
  }

  /// The spelling, as `init(_:)` reads it.
  public var description: String { segments.joined(separator: ".") }

  /// Compares categories segment by segment.
  public static func < (left: DataCategory, right: DataCategory) -> Bool {
    left.segments.lexicographicallyPrecedes(right.segments)
  }
}
