import Casework
import Foundation
import Promela
import Statechart
import Synchronization
import TestTools
import Testing

/// Runs `spin` on charts: one model and one compilation for many charts.
enum Spin {
  /// Says whether `spin` and a C compiler are installed.
  static var isHere: Bool { Tool.isHere("spin") && Tool.isHere("gcc") }

  /// Searches charts in parallel, and returns a verdict for each, in their order.
  static func verdicts(on charts: [ChartDefinition], followingPeople: Bool = false) throws -> [SpinVerdict] {
    let parts = max(1, min(ProcessInfo.processInfo.activeProcessorCount, charts.count / 4))
    let found = Mutex<[Int: Result<[SpinVerdict], any Error>]>([:])
    // Neighbours are alike in size, so the charts are dealt out in turn.
    let hands = (0..<parts).map { part in charts.indices.filter { $0 % parts == part } }
    DispatchQueue.concurrentPerform(iterations: parts) { part in
      let verdicts = Result { try search(hands[part].map { charts[$0] }, followingPeople) }
      found.withLock { $0[part] = verdicts }
    }
    var all: [SpinVerdict?] = Array(repeating: nil, count: charts.count)
    for (part, verdicts) in found.withLock({ $0 }) {
      for (place, verdict) in zip(hands[part], try verdicts.get()) { all[place] = verdict }
    }
    return try all.map { try #require($0) }
  }

  private static func search(_ charts: [ChartDefinition], _ followingPeople: Bool) throws -> [SpinVerdict] {
    let folder = try Folder()
    let model = try WorkflowPromela(of: charts, followingPeople: followingPeople).text
    return try verdicts(Array(model.utf8), count: charts.count, in: folder)
  }

  /// Runs a model in a folder.
  static func verdicts(_ model: [UInt8], count: Int, in folder: Folder) throws -> [SpinVerdict] {
    try folder.write(model, as: "model.pml")
    let written = try Tool.run("spin", ["-a", "model.pml"], in: folder)
    try #require(written.status == 0, "\(written.output)")
    // A step is one deterministic piece of C, so partial-order reduction is of no use. All its indices come from its
    // own tables, so bound checks are not needed.
    let options = ["-O1", "-w", "-DSAFETY", "-DNOREDUCE", "-DNOBOUNDCHECK", "-o", "pan", "pan.c"]
    try #require(try Tool.run("gcc", options, in: folder).status == 0)
    let output = try Tool.run("./pan", ["-c0", "-m1000000", "-w22"], in: folder).output
    try #require(!output.contains("max search depth too small") && !output.contains("out of memory"), "\(output)")
    var verdicts = Array(repeating: SpinVerdict(), count: count)
    var isComplete = false
    for line in output.split(separator: "\n") {
      if line == "account complete" { isComplete = true }
      guard line.hasPrefix("chart ") else { continue }
      let words = line.split(separator: " ")
      let chart = try #require(Int(words[1].dropLast()))
      let value = try #require(Int(words[3]))
      let distance = words.count > 5 ? try #require(Int(words[5])) : 0
      verdicts[chart].facts[String(words[2]), default: []].append((value, distance))
    }
    try #require(isComplete, "\(output)")
    return verdicts
  }
}

/// The result of `spin` for a chart: the facts that `PromelaText` and `WorkflowPromela` define, with values and
/// distances.
struct SpinVerdict: Sendable {
  var facts: [String: [(value: Int, distance: Int)]] = [:]

  var nodes: Int { facts["nodes"]?.first?.value ?? 0 }

  func has(_ word: String) -> Bool { facts[word] != nil }
  func values(_ word: String) -> [Int] { facts[word, default: []].map(\.value) }
  /// Returns the distance in steps to the nearest node with a fact.
  func distance(_ word: String) -> Int? { facts[word]?.map(\.distance).min() }

  /// Says whether a person without the right can give an approval or a second review, if persons were followed.
  var letsWrongPeopleSee: Bool {
    ["preparer-approves", "reviewer-confirms", "other-approves", "other-confirms"].contains(where: has)
  }
}
