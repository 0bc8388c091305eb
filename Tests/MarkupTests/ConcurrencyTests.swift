import Markup
import Testing

@Suite("Parallel readers")
struct ConcurrencyTests {
  @Test("tasks that read at the same time get their own values, faults and lines")
  func tasks() async {
    await withTaskGroup(of: [String].self) { group in
      for task in 1...8 {
        group.addTask {
          var wrong: [String] = []
          for round in 1...60 {
            let lines = String(repeating: "\n", count: task * 100 + round)
            let line = task * 100 + round + 1
            let root = try? read("\(lines)<a n='\(task)'><b>\(round)</b></a>")
            if root?.attribute("n") != "\(task)" || root?.child("b")?.text != "\(round)" || root?.line != line {
              wrong.append("values \(task)/\(round)")
            }
            if refusal(of: "\(lines)<a></b>")?.line != line { wrong.append("fault \(task)/\(round)") }
            if refusal(of: "\(lines)<!DOCTYPE a><a/>") != MarkupFault(.doctype, line: line) {
              wrong.append("doctype \(task)/\(round)")
            }
            let number = "<entry id='a'><number>no</number></entry>"
            let refused = try? violation(
              of: "\(lines)<list xmlns='urn:x'>\(number)</list>", against: SchemaTests.schema)
            if refused != MarkupFault(.schema(.badValue(element: "number", attribute: nil, allowed: [])), line: line) {
              wrong.append("schema \(task)/\(round)")
            }
          }
          return wrong
        }
      }
      for await wrong in group { #expect(wrong.isEmpty, "\(wrong.prefix(3))") }
    }
  }
}
