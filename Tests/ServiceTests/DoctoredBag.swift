import Casework
import Foundation
import Packaging
import Testing

/// A package in parts that a test changes.
struct DoctoredBag {
  var files: [Tar.File]
  var time: Int64
  /// Changes the bytes of the archive.
  var finish: (inout [UInt8]) -> Void = { _ in }

  struct Lacks: Error { var path: String }

  init(_ bag: Bag) throws {
    let archive = try Tar(reading: bag.bytes())
    (files, time) = (archive.files, archive.time)
  }

  func bytes() throws -> [UInt8] {
    var bytes = try Tar(files: files, time: time).bytes()
    finish(&bytes)
    return bytes
  }

  private func text(_ path: String) -> String {
    String(decoding: files.first { $0.path == "disclosure/" + path }?.bytes ?? [], as: UTF8.self)
  }

  /// Changes the text of a file.
  mutating func edit(_ path: String, _ change: (String) -> String) throws {
    let changed = change(text(path))
    guard let index = files.firstIndex(where: { $0.path == "disclosure/" + path }), changed != text(path) else {
      throw Lacks(path: path)
    }
    files[index].bytes = Array(changed.utf8)
  }

  /// Makes the tag files anew, as `Bag` does.
  mutating func pack() {
    let data = "disclosure/data/"
    let payload = files.filter { $0.path.hasPrefix(data) }.map {
      Tar.File(path: String($0.path.dropFirst(data.count)), bytes: $0.bytes)
    }
    let info = text("bag-info.txt")
    func value(_ label: String) -> String {
      info.split(separator: "\n").first { $0.hasPrefix(label) }.map { String($0.dropFirst(label.count)) } ?? ""
    }
    let bag = Bag(
      payload: payload, organization: value("Source-Organization: "), date: value("Bagging-Date: "), time: time)
    if let archive = try? Tar(reading: bag.bytes()) { files = archive.files }
  }

  /// Makes the tag manifest anew from the tag files as they are.
  mutating func listTags() {
    let tags = files.filter { !$0.path.hasPrefix("disclosure/data/") && !$0.path.contains("tagmanifest") }
    let manifest = tags.map { "\(Digest.of($0.bytes))  \($0.path.dropFirst("disclosure/".count))\n" }.joined()
    for index in files.indices where files[index].path == "disclosure/tagmanifest-sha256.txt" {
      files[index].bytes = Array(manifest.utf8)
    }
  }

  /// Changes the lines of a table. No field of the fixture has a line end.
  mutating func table(_ name: String, _ change: ([String]) -> [String]) throws {
    try edit("data/\(name).csv") { text in
      change(text.split(separator: "\r\n").map(String.init)).map { $0 + "\r\n" }.joined()
    }
    pack()
  }

  /// Changes the statement.
  mutating func state(_ change: (inout Statement) throws -> Void) throws {
    var statement = try JSONDecoder().decode(Statement.self, from: Data(text("data/disclosure.json").utf8))
    try change(&statement)
    let json = String(decoding: try statement.json(), as: UTF8.self)
    try edit("data/disclosure.json") { _ in json }
    pack()
  }
}
