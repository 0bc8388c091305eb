import Foundation
import Testing

/// Tests which room may import which. The compiler does not check this: an undeclared transitive import builds.
@Suite("Rooms")
struct RoomsTests {
  static let mayImport: [String: Set<String>] = [
    "amanat": ["Service", "Wording", "ArgumentParser", "Foundation"],
    "Service": [
      "Audit", "Packaging", "CollectionSQLite", "Collection", "LedgerSQLite", "Ledger", "Intake", "Wording",
      "Casework", "Statechart", "TamperLog", "CClock", "Foundation", "Synchronization",
    ],
    "Wording": ["Casework", "Foundation"],
    "Audit": ["Ledger", "TamperLog", "Casework", "Statechart", "Foundation"],
    "Packaging": ["Wording", "Casework", "Crypto", "COpenSSL", "Foundation"],
    "CollectionSQLite": ["Collection", "Casework", "GRDB", "Foundation"],
    "Collection": ["Casework", "Yams"],
    "LedgerSQLite": ["Ledger", "Casework", "TamperLog", "GRDB", "GRDBSQLite", "Foundation"],
    "Ledger": ["Casework", "TamperLog", "Crypto", "Foundation"],
    "Intake": ["SCXML", "Markup", "Statechart", "Casework", "Foundation"],
    "Casework": ["Statechart"],
    "Promela": ["Casework", "Statechart"],
    "SCXML": ["Markup", "Statechart"],
    "Statechart": [],
    "TamperLog": ["Crypto", "Foundation"],
    "Markup": ["CLibXML2"],
    "CLibXML2": [],
    "CClock": [],
    "COpenSSL": [],
  ]

  static let sources = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().appending(path: "Sources")

  static func files(_ room: String) -> [URL] {
    let folder = sources.appending(path: room)
    let all = FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil)?.compactMap { $0 as? URL }
    return (all ?? []).filter { $0.pathExtension == "swift" }
  }

  /// Returns the modules that a source imports, with any attributes, access levels or kinds around the word `import`.
  static func imports(_ text: String) -> [String] {
    text.split(separator: "\n").compactMap { line in
      var words = line.split(separator: " ").map(String.init)
      while let first = words.first,
        first.hasPrefix("@") || ["public", "internal", "package", "private"].contains(first)
      {
        words.removeFirst()
      }
      guard words.count >= 2, words[0] == "import" else { return nil }
      let kinds: Set<String> = ["struct", "class", "enum", "func", "protocol", "typealias", "let", "var"]
      let module = kinds.contains(words[1]) && words.count > 2 ? words[2] : words[1]
      return module.split(separator: ".").first.map(String.init)
    }
  }

  @Test("the folders of the sources are the rooms of the table, and none is empty")
  func roomsAreThoseOfTheTable() throws {
    let folders = try FileManager.default.contentsOfDirectory(atPath: Self.sources.path)
    #expect(Set(folders) == Set(Self.mayImport.keys))
    for folder in folders {
      let contents = try FileManager.default.subpathsOfDirectory(atPath: Self.sources.appending(path: folder).path)
      #expect(contents.contains { $0.hasSuffix(".swift") || $0.hasSuffix(".h") }, "\(folder) is empty")
    }
  }

  @Test("a room imports only what the table allows", arguments: mayImport.keys.sorted())
  func importsAreAllowed(room: String) throws {
    for file in Self.files(room) {
      let text = try String(contentsOf: file, encoding: .utf8)
      for module in Self.imports(text) {
        #expect(Self.mayImport[room]?.contains(module) == true, "\(room)/\(file.lastPathComponent) imports \(module)")
      }
    }
  }

  @Test("the reader of imports accepts attributes, access levels and kinds")
  func importsAreRead() {
    let text = "import A\n@testable import B\npublic import struct C.D\n@_exported import E.F\n// import G\nlet x = 1"
    #expect(Self.imports(text) == ["A", "B", "C", "E"])
  }

  @Test("no source is longer than 400 lines")
  func sourcesAreSmall() throws {
    for room in Self.mayImport.keys {
      for file in Self.files(room) {
        let lines = try String(contentsOf: file, encoding: .utf8).split(
          separator: "\n", omittingEmptySubsequences: false)
        #expect(lines.count <= 401, "\(file.lastPathComponent) has \(lines.count) lines")
      }
    }
  }

  @Test("the tests of Statechart do not import Foundation")
  func statechartStandsAlone() throws {
    let tests = Self.sources.deletingLastPathComponent().appending(path: "Tests")
    let files = try ["StatechartTests", "TestSeed"].flatMap {
      try FileManager.default.contentsOfDirectory(at: tests.appending(path: $0), includingPropertiesForKeys: nil)
        .filter { $0.pathExtension == "swift" }
    }
    #expect(files.count > 10)
    for file in files {
      let modules = Set(Self.imports(try String(contentsOf: file, encoding: .utf8)))
      let strange = modules.subtracting(["Statechart", "TestSeed", "Testing", "Glibc", "Musl", "Darwin"])
      #expect(strange.isEmpty, "\(file.lastPathComponent) imports \(strange)")
    }
  }
}
