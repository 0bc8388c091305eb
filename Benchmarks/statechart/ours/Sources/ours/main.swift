// Runs our machine: ours listing, ours check EVENT…, or ours WAY EVENT…
//
// listing prints the chart of Matter.swift. check prints the active states after the start and after each event.
// A WAY prints nanoseconds per macrostep, one line for each repetition:
//   interned   looks up the event names once, before the loop
//   named      looks up the name of each event in the loop, as a program with events from outside must do
import Statechart

/// The error with which the program ends.
struct Complaint: Error, CustomStringConvertible {
  let description: String
  init(_ description: String) { self.description = description }
}

/// The chart and the events of a run. They are not global, because the compiler would guard each use of a global.
struct Engine {
  let chart: Chart
  let first: Configuration
  let events: [String]
  let interned: [EventID]

  init(_ events: [String]) throws {
    chart = try Chart(Matter.definition)
    first = try chart.start().configuration
    self.events = events
    interned = events.map(chart.event)
  }

  func active(_ configuration: Configuration) -> String {
    configuration.states.compactMap { chart.states[$0.rawValue].name }.sorted().joined(separator: " ")
  }

  func check() throws {
    var configuration = first
    print("start:", active(configuration))
    for (name, event) in zip(events, interned) {
      let step = try chart.step(configuration, event)
      guard step.isHandled else { throw Complaint("nothing takes \(name)") }
      configuration = step.configuration
      print("\(name):", active(configuration))
    }
  }

  /// Runs cycles and returns the seconds they took. Every result is used, so that the compiler cannot remove a step.
  func seconds(_ cycles: Int, interned isInterned: Bool) throws -> Double {
    var configuration = first
    var handled = 0
    let start = ContinuousClock.now
    if isInterned {
      for _ in 0..<cycles {
        for event in interned {
          let step = try chart.step(configuration, event)
          configuration = step.configuration
          handled += step.isHandled ? 1 : 0
        }
      }
    } else {
      for _ in 0..<cycles {
        for name in events {
          let step = try chart.step(configuration, chart.event(name))
          configuration = step.configuration
          handled += step.isHandled ? 1 : 0
        }
      }
    }
    let taken = start.duration(to: .now)
    guard configuration == first, handled == cycles * events.count else {
      throw Complaint("the cycle does not lead back to where it began")
    }
    return taken / .seconds(1)
  }

  func time(interned: Bool) throws {
    // The warm-up also finds how many cycles make a repetition long enough to measure.
    var cycles = 1
    var taken = try seconds(cycles, interned: interned)
    while taken < 0.1 {
      cycles *= 2
      taken = try seconds(cycles, interned: interned)
    }
    cycles = Int(Double(cycles) * 0.25 / taken) + 1
    for _ in 0..<3 {
      print(try seconds(cycles, interned: interned) * 1e9 / Double(cycles) / Double(events.count))
    }
  }
}

let arguments = CommandLine.arguments.dropFirst()
let events = Array(arguments.dropFirst())
switch arguments.first {
case "listing": print(Matter.listing.joined(separator: "\n"))
case "check": try Engine(events).check()
case "interned": try Engine(events).time(interned: true)
case "named": try Engine(events).time(interned: false)
default: throw Complaint("usage: ours listing, or ours check|interned|named EVENT...")
}
