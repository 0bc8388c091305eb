import Foundation

/// Reads SSH's wire encoding (RFC 4251 section 5): big-endian numbers and length-prefixed strings.
struct WireReader {
  private var rest: ArraySlice<UInt8>

  init(_ bytes: some Sequence<UInt8>) {
    rest = Array(bytes)[...]
  }

  var isAtEnd: Bool { rest.isEmpty }

  mutating func byte() -> UInt8? { rest.popFirst() }

  mutating func raw(_ count: Int) -> [UInt8]? {
    guard rest.count >= count else { return nil }
    defer { rest = rest.dropFirst(count) }
    return Array(rest.prefix(count))
  }

  mutating func uint32() -> UInt32? {
    raw(4)?.reduce(0) { $0 << 8 | UInt32($1) }
  }

  mutating func string() -> [UInt8]? {
    guard let length = uint32(), length <= 1 << 20 else { return nil }
    return raw(Int(length))
  }

  mutating func text() -> String? {
    string().flatMap { String(bytes: $0, encoding: .utf8) }
  }
}

/// Writes SSH's wire encoding (RFC 4251 section 5).
struct WireWriter {
  private(set) var bytes: [UInt8] = []

  mutating func raw(_ value: some Sequence<UInt8>) { bytes.append(contentsOf: value) }

  mutating func uint32(_ value: UInt32) {
    bytes.append(contentsOf: [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: value >> $0) })
  }

  mutating func string(_ value: [UInt8]) {
    uint32(UInt32(value.count))
    raw(value)
  }

  mutating func text(_ value: String) { string(Array(value.utf8)) }
}
