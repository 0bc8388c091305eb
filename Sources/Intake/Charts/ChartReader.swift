import Casework
import SCXML
import Statechart

/// Reads the part of SCXML that a workflow may use (W3C SCXML 1.0, null data model) into a chart definition.
///
/// A workflow has states, transitions, and handlers that raise events. So every decision in it is visible as a state.
/// The rest of the standard is refused with its line, and so are unknown attributes: a misspelt `role` must not be read
/// as a missing one.
public enum ChartReader {
  private static let onStates: Set<String> = ["assures", "voids", "permits", "deadline"]

  /// The elements of SCXML that a workflow may have, and the attributes that the domain adds to them.
  static let vocabulary = Vocabulary(
    elements: ["state", "parallel", "final", "initial", "transition", "onentry", "onexit", "raise"],
    namespace: "urn:amanat:casework:1",
    attributes: [
      "scxml": ["instrument"], "state": onStates, "parallel": onStates, "final": onStates,
      "transition": ["role", "apart-from", "voids"],
    ])

  /// Reads a workflow: parses the chart, compiles it and reads its attributes. It does not prove the workflow.
  ///
  /// - Throws: an `IntakeFault` with the line.
  public static func workflow(_ bytes: [UInt8], digest: Digest) throws(IntakeFault) -> Workflow {
    let definition = try definition(bytes)
    let chart: Chart
    do throws(ChartFault) {
      chart = try Chart(definition)
    } catch {
      throw IntakeFault(line: error.line, .chart(error.reason.description))
    }
    do throws(Workflow.Fault) {
      return try Workflow(chart: chart, digest: digest, line: definition.line)
    } catch {
      throw IntakeFault(line: error.line, .chart(error.reason))
    }
  }

  /// Reads a chart's definition without compiling it.
  public static func definition(_ bytes: [UInt8]) throws(IntakeFault) -> ChartDefinition {
    let definition: ChartDefinition
    do throws(SCXMLFault) {
      definition = try SCXMLReader(vocabulary: vocabulary).definition(bytes)
    } catch {
      throw IntakeFault(line: error.line, .chart(error.reason))
    }
    guard definition.dataModel == "null" else {
      throw IntakeFault(line: definition.line, .chart("a workflow has the null data model only"))
    }
    return definition
  }
}
