import Packaging
import TestTools
import Testing

@Suite("Tar")
struct TarTests {
  private static let time: Int64 = 1_795_340_000

  /// Files with lengths around the block size of 512, and with unusual names.
  private static let files = [
    Tar.File(path: "empty", bytes: []),
    Tar.File(path: "a/one", bytes: [0]),
    Tar.File(path: "a/511", bytes: [UInt8](repeating: 0xFF, count: 511)),
    Tar.File(path: "a/512", bytes: (0..<512).map { UInt8(truncatingIfNeeded: $0) }),
    Tar.File(path: "a/b/513", bytes: [UInt8](repeating: 0, count: 513)),
    Tar.File(path: "with space and, comma", bytes: Array("متن فارسی\r\n".utf8)),
    Tar.File(path: "نام.csv", bytes: [UInt8](repeating: 7, count: 10_000)),
    Tar.File(path: String(repeating: "n", count: 99), bytes: [1, 2, 3]),
  ]

  private static let archive = Tar(files: files, time: time)

  @Test(
    "GNU tar lists the packed files, and extracts them byte for byte",
    .enabled(if: Tool.hasGNUTar, "GNU tar is not here"))
  func extracted() throws {
    let folder = try Folder()
    try folder.write(try Self.archive.bytes(), as: "archive.tar")
    let listed = try Tool.run("tar", ["-tvf", "archive.tar", "--quoting-style=literal"], in: folder)
    #expect(listed.status == 0)
    let lines = listed.output.split(separator: "\n")
    #expect(lines.count == Self.files.count)
    for (line, file) in zip(lines, Self.files) {
      let words = line.split(separator: " ", maxSplits: 5).map(String.init)
      #expect(words == ["-rw-r--r--", "0/0", "\(file.bytes.count)", "2026-11-22", "09:33", file.path], "\(file.path)")
    }
    #expect(try Tool.run("tar", ["-xf", "archive.tar"], in: folder).status == 0)
    for file in Self.files { #expect(try folder.read(file.path) == file.bytes, "\(file.path)") }
  }

  @Test("Equal files give equal bytes in whole blocks, and different files give other bytes")
  func exact() throws {
    let bytes = try Self.archive.bytes()
    #expect(try Tar(files: Self.files, time: Self.time).bytes() == bytes)
    #expect(bytes.count % 512 == 0 && bytes.suffix(1024).allSatisfy { $0 == 0 })
    #expect(try Tar(files: Self.files, time: Self.time + 1).bytes() != bytes)
    #expect(try Tar(files: Self.files.reversed(), time: Self.time).bytes() != bytes)
    #expect(try Tar(files: Array(Self.files.dropLast()), time: Self.time).bytes() != bytes)
  }

  @Test("A written archive is read back")
  func roundTrip() throws {
    #expect(try Tar(reading: try Self.archive.bytes()) == Self.archive)
    let one = Tar(files: [Tar.File(path: "x", bytes: [])], time: 0)
    #expect(try Tar(reading: try one.bytes()) == one)
  }

  @Test("A path that is too long for a header is refused")
  func longPath() {
    for path in [String(repeating: "n", count: 100), String(repeating: "ن", count: 50)] {
      #expect(throws: PackagingFault.archive) { try Tar(files: [Tar.File(path: path, bytes: [])], time: 0).bytes() }
    }
  }

  @Test("An archive that is cut off, or has bytes after its end, is refused")
  func truncated() throws {
    let files = [Tar.File(path: "a", bytes: [1, 2, 3]), Tar.File(path: "b", bytes: [4])]
    let bytes = try Tar(files: files, time: 1).bytes()
    let cuts = Array(stride(from: 0, to: bytes.count, by: 37)) + Array(stride(from: 0, to: bytes.count, by: 512))
    for count in cuts + [bytes.count - 1] {
      #expect(throws: PackagingFault.notABag, "\(count) bytes") { try Tar(reading: Array(bytes.prefix(count))) }
    }
    for tail in [[0], [UInt8](repeating: 0, count: 512), [1], [UInt8](repeating: 0x41, count: 512)] as [[UInt8]] {
      #expect(throws: PackagingFault.notABag, "\(tail.count) bytes more") { try Tar(reading: bytes + tail) }
    }
  }

  @Test("An archive with any byte of a header changed is refused")
  func header() throws {
    let bytes = try Tar(files: [Tar.File(path: "folder/file", bytes: [1, 2, 3])], time: 1_700_000_000).bytes()
    for place in 0..<512 {
      for bits: UInt8 in [0x01, 0x80] {
        var changed = bytes
        changed[place] ^= bits
        #expect(throws: PackagingFault.self, "byte \(place)") { try Tar(reading: changed) }
      }
    }
  }

  @Test("A size that is negative, signed, huge or not a number is refused")
  func sizes() throws {
    let bytes = try Tar(files: [Tar.File(path: "file", bytes: [1, 2, 3])], time: 1).bytes()
    #expect(try Tar(reading: resized(bytes, "00000000003")).files.first?.bytes == [1, 2, 3])
    for size in [
      "-0000000003", "+0000000003", "77777777777", "0000000000x", "           ", "-7777777777", "00000000002",
      "0000000003 ", "3\0\0\0\0\0\0\0\0\0\0",
    ] {
      #expect(throws: PackagingFault.notABag, "\(size)") { try Tar(reading: resized(bytes, size)) }
    }
  }

  /// Returns an archive with another text in the size of its first header, and with the checksum of the changed header.
  private func resized(_ bytes: [UInt8], _ size: String) -> [UInt8] {
    var changed = bytes
    changed.replaceSubrange(124..<135, with: Array(size.utf8))
    // The checksum is the sum of the header's bytes, with spaces in place of the checksum.
    changed.replaceSubrange(148..<156, with: Array("        ".utf8))
    let sum = String(changed[..<512].reduce(0) { $0 + Int($1) }, radix: 8)
    let digits = String(repeating: "0", count: 6 - sum.count) + sum
    changed.replaceSubrange(148..<156, with: Array("\(digits)\0 ".utf8))
    return changed
  }

  @Test("Bytes that are not an archive are refused")
  func garbage() {
    var random = SplitMix.printed(for: "no archives")
    #expect(throws: PackagingFault.notABag) { try Tar(reading: []) }
    #expect(throws: PackagingFault.notABag) { try Tar(reading: [UInt8](repeating: 0, count: 1024)) }
    for count in [1, 100, 511, 512, 1024, 5000] {
      let bytes = (0..<count).map { _ in UInt8.random(in: .min ... .max, using: &random) }
      #expect(throws: PackagingFault.notABag, "\(count) bytes") { try Tar(reading: bytes) }
    }
  }
}
