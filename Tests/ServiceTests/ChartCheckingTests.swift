import Foundation
import Service
import TestTools
import Testing

@Suite("Checking charts")
struct ChartCheckingTests {
  static let path = ProcessInfo.processInfo.environment["PATH"] ?? ""
  static let packs = Checkout.root.appending(path: "Workflows")

  @Test("Graphviz draws well-formed SVG of small and large charts", .enabled(if: Tool.isHere("dot")))
  func svgIsDrawn() throws {
    for chart in ["iran/court-order.scxml", "european-union/emergency-production.scxml"] {
      let svg = try Desk.draw(chart: Self.packs.appending(path: chart), typed: chart, as: .svg, path: Self.path)
      #expect(svg.contains("<svg") && svg.hasSuffix("</svg>\n"))
      let folder = try Folder()
      try folder.write(svg.utf8, as: "chart.svg")
      #expect(try Tool.run("xmllint", ["--noout", "--nonet", "chart.svg"], in: folder).status == 0)
    }
  }

  @Test("without Graphviz, SVG is refused, and DOT and Mermaid are still written")
  func graphvizMayBeAbsent() throws {
    let chart = Self.packs.appending(path: "iran/court-order.scxml")
    #expect {
      try Desk.draw(chart: chart, typed: "c", as: .svg, path: "/nowhere:")
    } throws: { error in
      if case .noGraphviz? = error as? ServiceFault { true } else { false }
    }
    #expect(try Desk.draw(chart: chart, typed: "c", as: .dot, path: "").hasPrefix("digraph"))
    #expect(try Desk.draw(chart: chart, typed: "c", as: .mermaid, path: "").contains("stateDiagram-v2"))
  }

  @Test("endless, empty and missing files are reported as malformed or not found")
  func filesAreBounded() throws {
    let checks = Desk.check(ChartFiles(["/dev/zero", "/dev/null", "/nowhere/at/all"], at: { URL(filePath: $0) }))
    #expect(checks.map(\.kind) == [.malformed, .malformed, .notFound])
  }

  @Test("every shipped chart is proved, and its proved claims are reported")
  func shippedChartsAreProved() throws {
    let folders = ["iran", "european-union"].map { Self.packs.appending(path: $0).path }
    let checks = Desk.check(ChartFiles(folders, at: { URL(filePath: $0) }))
    #expect(checks.count == 5)
    for check in checks {
      guard case .proved(let summary, let proof, let claims) = check.outcome else {
        Issue.record("\(check.file)")
        continue
      }
      #expect(proof.configurations > 100 && proof.nodes >= proof.configurations)
      #expect(claims.contains(.never(.disclosure)) == (summary.instrument == "preservation"))
      #expect(claims.contains { $0.invariant == "I9" })
    }
  }
}
