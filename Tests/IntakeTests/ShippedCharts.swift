import Casework
import Foundation
import Statechart
import Testing

@testable import Intake

/// Every chart of every pack in the repository, by `pack/instrument`.
enum ShippedCharts {
  static let names = [
    "european-union/emergency-production", "european-union/preservation", "european-union/production",
    "iran/court-order", "iran/preservation",
  ]

  static func text(_ name: String) throws -> String { try Checkout.text("Workflows/\(name).scxml") }

  static func workflow(_ name: String) throws -> Workflow {
    try ChartReader.workflow(Array(text(name).utf8), digest: digest())
  }

  static func flaw(_ text: String, bound: Int = Workflow.defaultBound) throws -> WorkflowFlaw? {
    let workflow = try ChartReader.workflow(Array(text.utf8), digest: digest())
    do throws(WorkflowFlaw) {
      _ = try workflow.prove(bound: bound)
      return nil
    } catch { return error }
  }
}

extension WorkflowFlaw {
  /// The flaw without the way to it, where what is wrong is a line or a loop.
  var bare: WorkflowFlaw {
    switch self {
    case .approvalNotApart(let line, trace: _): .approvalNotApart(line: line, trace: [])
    case .secondReviewNotApart(let line, trace: _): .secondReviewNotApart(line: line, trace: [])
    case .runaway(let states, trace: _): .runaway(states: states, trace: [])
    default: self
    }
  }
}
