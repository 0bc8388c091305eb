import Casework
import Foundation
import Intake
import Statechart
import TestTools
import Testing

/// The charts of all packs in the repository, by `pack/instrument`.
enum ShippedCharts {
  static let names = Checkout.charts

  static func text(_ name: String) throws -> String { try Checkout.text("Workflows/\(name).scxml") }

  static func definition(_ text: String) throws -> ChartDefinition { try ChartReader.definition(Array(text.utf8)) }

  static func workflow(_ name: String) throws -> Workflow {
    try ChartReader.workflow(Array(text(name).utf8), digest: digest())
  }

  static func workflow(of definition: ChartDefinition) throws -> Workflow {
    try Workflow(chart: Chart(definition), digest: digest(), line: definition.line)
  }

  /// Returns the flaw that the prover finds in a chart's text, or nil.
  static func flaw(_ text: String, bound: Int = Workflow.defaultBound) throws -> WorkflowFlaw? {
    let workflow = try ChartReader.workflow(Array(text.utf8), digest: digest())
    do throws(WorkflowFlaw) {
      _ = try workflow.prove(bound: bound)
      return nil
    } catch { return error }
  }
}

extension WorkflowFlaw {
  /// The flaw without its trace, for flaws of a line or a loop.
  var bare: WorkflowFlaw {
    switch self {
    case .approvalNotApart(let line, trace: _): .approvalNotApart(line: line, trace: [])
    case .secondReviewNotApart(let line, trace: _): .secondReviewNotApart(line: line, trace: [])
    case .runaway(let states, trace: _): .runaway(states: states, trace: [])
    default: self
    }
  }

  /// The name of the enum case.
  var kind: String { String(describing: self).prefix { $0 != "(" }.description }
}
