// Charts (W3C SCXML with Amanat's attributes) are read, compiled, drawn and proved within a bound, or refused with a
// line.
import Casework
import Fuzzing
import Intake
import Statechart

let digest = Digest(String(repeating: "0", count: 64))!

fuzz { input in
  let workflow: Workflow
  do throws(IntakeFault) {
    workflow = try ChartReader.workflow(input, digest: digest)
  } catch {
    return requireLine(error.line, of: input)
  }
  let drawing = workflow.drawing()
  let dot = DotText.of(drawing)
  require(dot == DotText.of(drawing) && dot.hasPrefix("digraph"), "one chart is one drawing")
  require(!MermaidText.of(drawing).isEmpty, "a chart is drawn")
  do throws(WorkflowFlaw) {
    let proof = try workflow.prove(bound: 500)
    require(proof.nodes <= 500, "a proof stays within its bound")
  } catch {
    if let line = error.line { requireLine(line, of: input) }
  }
}
