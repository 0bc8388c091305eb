import Intake
import Statechart
import TestTools
import Testing

@testable import Casework

/// Gives every mutant of every shipped chart to the prover, and compares the result with `CaseTruth`. The prover must
/// refuse every harmful chart. The accepted mutants are printed with the reason why they are harmless.
@Suite("Mutants of the shipped charts")
struct ChartMutantTests {
  private enum Verdict {
    /// The reader of charts refuses the mutant, with a line.
    case unreadable
    case refused(WorkflowFlaw)
    case accepted
  }

  @Test(
    "the prover refuses every harmful mutant, and every mutant that it accepts is harmless",
    arguments: ShippedCharts.names)
  func mutants(chart name: String) throws {
    let definition = try ShippedCharts.definition(ShippedCharts.text(name))
    let mutants = ChartMutants(of: definition).all
    let digest = try #require(Digest(String(repeating: "0", count: 64)))
    let whole = try reached(try #require(workflow(definition, digest)))
    var asked: [(mutant: ChartMutant, workflow: Workflow, outcome: SpinAgreement.Outcome)] = []
    var counts: [ChartMutant.Kind: (unreadable: Int, refused: Int, accepted: Int)] = [:]
    var harmless: [ChartMutant.Kind: [String]] = [:]
    for mutant in mutants {
      var count = counts[mutant.kind] ?? (0, 0, 0)
      guard let workflow = workflow(mutant.definition, digest) else {
        counts[mutant.kind] = (count.unreadable + 1, count.refused, count.accepted)
        continue
      }
      var flaw: WorkflowFlaw?
      var proof: WorkflowProof?
      do throws(WorkflowFlaw) { proof = try workflow.prove() } catch { flaw = error }
      // Spin is not asked about roles and their duties, which are no question of reachability.
      if case .roleWithoutDuty? = flaw {
      } else if let flaw {
        asked.append((mutant, workflow, .failure(flaw)))
      } else if mutant.kind != .roleWidened, let proof {
        asked.append((mutant, workflow, .success(proof)))
      }
      if let flaw {
        count.refused += 1
        #expect(isTold(flaw), "\(mutant.name): \(flaw)")
      } else {
        count.accepted += 1
        harmless[mutant.kind, default: []].append(mutant.place)
        let harm = CaseTruth.strangers(workflow) ?? (mutant.kind.changesMoves ? CaseTruth.harm(in: workflow) : nil)
        #expect(harm == nil, "\(mutant.name): \(harm ?? "")")
        if mutant.kind.changesClaims {
          #expect(try reached(workflow) == whole, "\(mutant.name): reaches something else")
        }
      }
      counts[mutant.kind] = count
    }
    if Spin.isHere {
      let verdicts = try Spin.verdicts(on: asked.map(\.mutant.definition))
      for (asked, verdict) in zip(asked, verdicts) {
        let agreement = SpinAgreement(asked.workflow, asked.outcome, verdict)
        #expect(agreement.disagreement == nil, "\(asked.mutant.name)")
      }
      print("\(definition.name): the prover and spin agree on \(asked.count) mutants")
    } else {
      print("spin is not here: \(definition.name)'s mutants were not held against it")
    }
    for kind in ChartMutant.Kind.allCases {
      guard let count = counts[kind] else { continue }
      print(
        "\(name): \(kind.rawValue): \(count.refused) refused, \(count.unreadable) unreadable,",
        "\(count.accepted) change nothing")
    }
    for (kind, places) in harmless.sorted(by: { $0.key.rawValue < $1.key.rawValue }) {
      print("  \(kind.rawValue), and nothing is changed, for \(Self.reason(kind)): \(places.joined(separator: ", "))")
    }
    #expect(mutants.count > 100)
    // A shortcut to disclosure is always harmful, and so is an approval without `apart-from`.
    if workflow(definition, digest)?.instrument.purpose == .disclosure {
      #expect(counts[.shortcut]?.accepted == 0 && counts[.silentShortcut]?.accepted == 0)
      #expect(counts[.apartRemoved]?.accepted == 0 && counts[.apartRemoved]?.refused != 0)
    }
  }

  private func workflow(_ definition: ChartDefinition, _ digest: Digest) -> Workflow? {
    (try? Chart(definition)).flatMap { try? Workflow(chart: $0, digest: digest, line: definition.line) }
  }

  /// Returns the reached states with a permission: each configuration, and which of the required assurances the chart
  /// claims there.
  private func reached(_ workflow: Workflow) throws -> Set<[UInt64]> {
    let search = try WorkflowSearch(workflow, bound: Workflow.defaultBound)
    let asked = Permission.allCases.reduce(into: workflow.instrument.requiredAtEnd) {
      $0.formUnion(workflow.instrument.required(for: $1) ?? [])
    }
    return Set(
      search.found.nodes.indices.compactMap { index in
        let configuration = search.found.nodes[index].configuration
        let isPermitting = Permission.allCases.contains { workflow.permits($0, in: configuration) }
        let valid = UInt64(search.monitor(index).valid.intersection(asked).rawValue)
        return isPermitting ? workflow.chart.words(configuration) + [valid] : nil
      })
  }

  /// Says whether a flaw has the details that a reader needs, such as lines, assurances and the trace to it.
  private func isTold(_ flaw: WorkflowFlaw) -> Bool {
    switch flaw {
    case .permitsWithout(_, let absent, let trace): !absent.isEmpty && !trace.isEmpty
    case .permitsOn(_, event: _, let trace): !trace.isEmpty
    case .spendsUnseen(let trace), .spendsTwice(let trace), .cannotClose(let trace): trace.count > 1
    case .endsWithout(let absent, let trace): !absent.isEmpty && trace.count > 1
    case .approvalNotApart(let line, let trace), .secondReviewNotApart(let line, let trace):
      // The trace is empty if no officer can be both persons. The chart is then refused for its attributes alone.
      line > 0 && trace.count != 1
    case .race(let lines, let trace): lines.count == 2 && !trace.isEmpty
    case .deadState(name: _, let line), .deadTransition(let line), .roleWithoutDuty(_, event: _, let line): line > 0
    case .runaway(let states, trace: _): !states.isEmpty
    case .never: true
    case .overBound: false
    }
  }

  private static func reason(_ kind: ChartMutant.Kind) -> String {
    switch kind {
    case .roleWidened: "who may do it does not bear on what can be reached"
    case .voidRemoved: "it falls all the same, by the event itself or by what has to come again"
    case .assuranceRemoved: "nothing that is permitted here requires it"
    case .guardRemoved: "where it is false, nothing that is permitted depends on it"
    case .apartNarrowed: "nobody causes such an event before"
    case .shortcut, .silentShortcut: "all that is required stands there already"
    case .permitHidden: "nothing more leaves there"
    case .roleRemoved, .apartRemoved: "nothing"
    }
  }
}
