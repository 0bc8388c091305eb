/// A class of data that an order can ask for: `identity`, `transactions`. A pack lists its classes, in order, with the
/// categories of each.
public struct DataClass: Sendable, Hashable, Spelled {
  /// The word for the class in entries, orders and packs.
  public let rawValue: String

  /// Reads a word of 1 to 40 lower-case letters, digits and hyphens that begins with a letter; nil for anything else.
  public init?(_ text: String) {
    guard (1...40).contains(text.utf8.count), let first = text.utf8.first, (97...122).contains(first),
      text.utf8.allSatisfy({ (48...57).contains($0) || (97...122).contains($0) || $0 == UInt8(ascii: "-") })
    else { return nil }
    rawValue = text
  }

  /// The spelling, as `init(_:)` reads it.
  public var description: String { rawValue }
}

/// The classes of data in a pack, in the pack's order, with the categories of each.
///
/// No category is in two classes, and no category is below a category of another class. So a grant of one class gives
/// nothing of another.
public struct DataClasses: Sendable, Hashable {
  /// The classes in the pack's order. They are listed and checked in this order.
  public private(set) var order: [DataClass] = []
  /// The categories of each class.
  public private(set) var categories: [DataClass: [DataCategory]] = [:]

  /// Makes an empty list.
  public init() {}

  /// Why a class cannot be added.
  public enum Fault: Error, Sendable, Hashable {
    /// The list already has the class.
    case namedTwice
    /// The class shares a category with another class.
    case overlaps(DataCategory)
  }

  /// Adds a class at the end.
  public mutating func add(_ dataClass: DataClass, _ categories: [DataCategory]) throws(Fault) {
    guard self.categories[dataClass] == nil else { throw .namedTwice }
    for known in self.categories.values.joined() {
      if let shared = categories.first(where: { $0.covers(known) || known.covers($0) }) { throw .overlaps(shared) }
    }
    order.append(dataClass)
    self.categories[dataClass] = categories
  }

  /// Says whether the pack lists a class.
  public func contains(_ dataClass: DataClass) -> Bool { categories[dataClass] != nil }

  /// Returns the classes of a set, in the pack's order.
  public func sorted(_ classes: Set<DataClass>) -> [DataClass] { order.filter(classes.contains) }
}
