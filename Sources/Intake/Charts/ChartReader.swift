import Casework
import SCXML
import Statechart

/// Reads the part of SCXML that a workflow may use (W3C SCXML 1.0, null data model) into a chart definition.
///
/// A workflow has states, transitions, and handlers that raise events, so that whatever decides in it is a visible
/// state. The rest of the standard is refused with its line, and so are attributes that nobody knows, for a misspelt
/// `role` must not read as none.
public enum ChartReader {
  private static let onStates: Set<String> = ["assures", "voids", "permits", "deadline"]

  /// Says what of SCXML a workflow may hold, and what the domain adds to it.
  static let vocabulary = Vocabulary(
    elements: ["state", "parallel", "final", "initial", "transition", "onentry", "onexit", "raise"],
    namespace: "urn:amanat:casework:1",
    attributes: [
      "scxml": ["instrument"], "state": onStates, "parallel": onStates, "final": onStates,
      "transition": ["role", "apart-from", "voids"],
    ])

  /// Reads a workflow: parsed, compiled, its attributes understood. Not yet proved.
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
