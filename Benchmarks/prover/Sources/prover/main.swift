// Measures how long loading and proving charts takes: prover FILE…
//
// Each file is read, compiled and proved ROUNDS times (21 by default), and the median is printed. Then two charts of
// 300 states in six regions follow. The regions of the first are independent, and it is searched slice by slice. The
// regions of the second end together, and its search exceeds the bound. Times are processor times of this process, so
// that other programs disturb them little. The project's limits are 20 ms for a shipped chart and 5 s for a large one.
// The program exits with 1 if a limit is exceeded.
import Casework
import Foundation
import Intake
import Statechart

let digest = Digest(String(repeating: "0", count: 64))!

struct Result {
  var name: String
  var nodes: String
  var milliseconds: Double
  var bound: Double
}

func processorTime() -> Double {
  var time = timespec()
  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
  return Double(time.tv_sec) * 1_000 + Double(time.tv_nsec) / 1_000_000
}

func milliseconds(_ body: () throws -> Void) rethrows -> Double {
  let start = processorTime()
  try body()
  return processorTime() - start
}

func shipped(_ path: String) throws -> Result {
  let url = URL(filePath: path)
  let bytes = Array(try Data(contentsOf: url))
  var nodes = 0
  var times: [Double] = []
  for _ in 0..<(Int(ProcessInfo.processInfo.environment["ROUNDS"] ?? "") ?? 21) {
    times.append(
      try milliseconds { nodes = try ChartReader.workflow(bytes, digest: digest).prove().nodes })
  }
  let name = url.deletingLastPathComponent().lastPathComponent + "/" + url.lastPathComponent
  return Result(name: name, nodes: "\(nodes)", milliseconds: times.sorted()[times.count / 2], bound: 20)
}

func large(_ name: String, _ definition: ChartDefinition) throws -> Result {
  var told = ""
  let time = try milliseconds {
    let chart = try Chart(definition)
    let events = chart.eventDescriptors.filter { !$0.hasPrefix("done.") }.sorted()
    do {
      let nodes = try chart.slices(mattering: { _ in false }, { _ in false }).map { slice in
        try Exploration(of: slice.chart, events: events, bound: 200_000, monitor: 0) { known, _, _ in [known] }
          .nodes.count
      }
      told = nodes.map(String.init).joined(separator: " + ")
    } catch ExplorationFault.overBound(let bound) {
      told = "over \(bound)"
    }
  }
  return Result(name: name, nodes: told, milliseconds: time, bound: 5_000)
}

func padded(_ text: String, _ width: Int) -> String {
  text + String(repeating: " ", count: max(0, width - text.count))
}

var results = try CommandLine.arguments.dropFirst().map(shipped)
results.append(try large("300 states, regions apart", Large.apart))
results.append(try large("300 states, regions joined", Large.joined))
print(padded("chart", 46), padded("nodes", 42), "ms", "(limit)")
for result in results {
  let time = (result.milliseconds * 100).rounded() / 100
  print(padded(result.name, 46), padded(result.nodes, 42), time, "(\(Int(result.bound)))")
}
if results.contains(where: { $0.milliseconds > $0.bound }) {
  FileHandle.standardError.write(Data("prover: a chart exceeded its limit\n".utf8))
  exit(1)
}
