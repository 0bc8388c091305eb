/// A tar archive in the POSIX ustar form (POSIX.1-2017, pax, "ustar Interchange Format"): plain files only.
///
/// Equal files with an equal time give equal bytes: the owner is 0, the mode is 0644, and the files keep their order. A
/// header is 512 bytes. Contents are padded to 512 bytes. Two empty blocks end the archive.
public struct Tar: Sendable, Hashable {
  /// A file: a relative path and its bytes.
  public struct File: Sendable, Hashable {
    /// The relative path, with slashes, of less than 100 bytes of UTF-8.
    public var path: String
    /// The contents, of less than 8 GiB.
    public var bytes: [UInt8]

    /// Makes a file.
    public init(path: String, bytes: [UInt8]) {
      self.path = path
      self.bytes = bytes
    }
  }

  /// The files, in the order of the archive.
  public var files: [File]
  /// The modification time of every file, in seconds since 1970. A negative time is written as 0.
  public var time: Int64

  /// Makes an archive.
  public init(files: [File], time: Int64) {
    self.files = files
    self.time = time
  }

  private static let block = 512

  /// Returns the bytes of the archive.
  ///
  /// - Throws: `PackagingFault.archive` if a path is too long or a file is too large for its header.
  public func bytes() throws(PackagingFault) -> [UInt8] {
    var result: [UInt8] = []
    for file in files {
      result += try header(file)
      result += file.bytes
      result += [UInt8](repeating: 0, count: (Self.block - file.bytes.count % Self.block) % Self.block)
    }
    return result + [UInt8](repeating: 0, count: 2 * Self.block)
  }

  private func header(_ file: File) throws(PackagingFault) -> [UInt8] {
    // The size field has eleven octal digits, so a file must be smaller than 8 GiB. A path of 100 bytes or more would
    // need the prefix field, which this type does not write.
    guard file.path.utf8.count < 100, file.bytes.count < 1 << 33 else { throw .archive }
    var header = [UInt8](repeating: 0, count: Self.block)
    func put(_ text: String, at offset: Int) {
      for (index, byte) in text.utf8.enumerated() { header[offset + index] = byte }
    }
    func octal(_ value: Int64, _ digits: Int) -> String {
      let text = String(value, radix: 8)
      return String(repeating: "0", count: max(0, digits - text.count)) + text
    }
    put(file.path, at: 0)
    put(octal(0o644, 7), at: 100)
    put(octal(0, 7), at: 108)
    put(octal(0, 7), at: 116)
    put(octal(Int64(file.bytes.count), 11), at: 124)
    put(octal(max(0, time), 11), at: 136)
    put("        0", at: 148)
    put("ustar", at: 257)
    put("00", at: 263)
    let sum = header.reduce(Int64(0)) { $0 + Int64($1) }
    put(octal(sum, 6), at: 148)
    header[154] = 0
    return header
  }

  /// Reads an archive in this form. The archive must give the same bytes when it is written again. So a truncated
  /// archive, extra bytes, other kinds of files and a wrong checksum are refused.
  ///
  /// - Throws: `PackagingFault.notABag`.
  public init(reading bytes: [UInt8]) throws(PackagingFault) {
    var files: [File] = []
    var offset = 0
    var time: Int64 = 0
    func text(_ range: Range<Int>) -> String {
      String(decoding: bytes[range].prefix { $0 != 0 }, as: UTF8.self)
    }
    while offset + Self.block <= bytes.count, bytes[offset] != 0 {
      guard text(offset + 257..<offset + 262) == "ustar",
        let size = Int(text(offset + 124..<offset + 135), radix: 8),
        let modified = Int64(text(offset + 136..<offset + 147), radix: 8), size >= 0,
        offset + Self.block + size <= bytes.count
      else { throw .notABag }
      time = modified
      let start = offset + Self.block
      files.append(File(path: text(offset..<offset + 100), bytes: Array(bytes[start..<start + size])))
      offset = start + (size + Self.block - 1) / Self.block * Self.block
    }
    guard !files.isEmpty else { throw .notABag }
    self.init(files: files, time: time)
    guard try self.bytes() == bytes else { throw .notABag }
  }
}
