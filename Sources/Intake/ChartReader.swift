import Casework
import Markup
import Statechart

/// Reads the part of SCXML that a workflow may use (W3C SCXML 1.0, null data model) into a chart definition.
///
/// Whatever is not listed here is refused with its line: scripts, data, invocations, sends, and attributes that nobody
/// knows, for a misspelt `role` must not read as none.
public enum ChartReader {
  static let scxml = "http://www.w3.org/2005/07/scxml"
  static let casework = "urn:amanat:casework:1"

  /// Reads a workflow: parsed, compiled, its attributes understood. Not yet proved.
  ///
  /// - Throws: an `IntakeFault` with the line.
  public static func workflow(_ bytes: [UInt8], digest: Digest) throws(IntakeFault) -> Workflow {
    let definition = try definition(bytes)
    let chart: Chart
    do throws(ChartFault) {
      chart = try Chart(definition)
    } catch {
      throw IntakeFault(line: error.line, reason: error.reason.description)
    }
    do throws(Workflow.Fault) {
      return try Workflow(chart: chart, digest: digest)
    } catch {
      throw IntakeFault(line: error.line, reason: error.reason)
    }
  }

  /// Reads a chart's definition without compiling it.
  public static func definition(_ bytes: [UInt8]) throws(IntakeFault) -> ChartDefinition {
    let root = try IntakeFault.root(of: bytes, schema: nil)
    guard root.name == Element.Name("scxml", in: scxml) else {
      throw IntakeFault(line: root.line, reason: "the root is not <scxml> of \(scxml)")
    }
    _ = try attributes(root, known: ["version", "datamodel", "name", "initial"], domain: [])
    if let model = root.attribute("datamodel"), model != "null" {
      throw IntakeFault(line: root.line, reason: "a workflow has the null data model only")
    }
    return ChartDefinition(
      name: root.attribute("name") ?? "", initial: initialAttribute(root), states: try states(in: root, besides: []),
      line: root.line)
  }

  private static func states(in parent: Element, besides others: Set<String>) throws(IntakeFault) -> [StateDefinition] {
    var result: [StateDefinition] = []
    for child in parent.children {
      guard child.name.namespace == scxml else { throw refused(child) }
      switch child.name.local {
      case "state": result.append(try state(child, .state))
      case "parallel": result.append(try state(child, .parallel))
      case "final": result.append(try state(child, .final))
      case let name where others.contains(name): continue
      default: throw refused(child)
      }
    }
    return result
  }

  private static func state(_ element: Element, _ kind: StateDefinition.Kind) throws(IntakeFault) -> StateDefinition {
    let domain = try attributes(element, known: ["id", "initial"], domain: ["assures", "voids", "permits"])
    var initial = initialAttribute(element)
    if let child = element.child("initial") {
      guard initial == nil, element.all("initial").count == 1, let transition = child.child("transition"),
        child.children.count == 1
      else {
        throw IntakeFault(
          line: child.line, reason: "<initial> holds one <transition>, and no initial attribute beside it")
      }
      _ = try attributes(child, known: [], domain: [])
      _ = try attributes(transition, known: ["target"], domain: [])
      initial = InitialDefinition(
        targets: words(transition.attribute("target")), actions: try actions(in: transition), line: transition.line)
    }
    var transitions: [TransitionDefinition] = []
    for child in element.all("transition") { transitions.append(try Self.transition(child)) }
    return StateDefinition(
      id: element.attribute("id"), kind: kind, initial: initial,
      children: try states(in: element, besides: ["initial", "transition", "onentry", "onexit"]),
      transitions: transitions, onEntry: try handlers(element.all("onentry")),
      onExit: try handlers(element.all("onexit")), attributes: domain, line: element.line)
  }

  private static func transition(_ element: Element) throws(IntakeFault) -> TransitionDefinition {
    let domain = try attributes(
      element, known: ["event", "cond", "target", "type"], domain: ["role", "apart-from", "voids"])
    if let events = element.attribute("event"), words(events).isEmpty {
      throw IntakeFault(line: element.line, reason: "the event attribute names no event")
    }
    let kind = element.attribute("type") ?? "external"
    guard ["internal", "external"].contains(kind) else {
      throw IntakeFault(line: element.line, reason: "a transition is internal or external")
    }
    return TransitionDefinition(
      events: words(element.attribute("event")), condition: try condition(element),
      targets: words(element.attribute("target")), isInternal: kind == "internal", actions: try actions(in: element),
      attributes: domain, line: element.line)
  }

  /// The null data model knows one predicate: `In('id')` (SCXML appendix B.1).
  private static func condition(_ element: Element) throws(IntakeFault) -> Condition? {
    guard let text = element.attribute("cond") else { return nil }
    for quote in ["'", "\""] where text.hasPrefix("In(\(quote)") && text.hasSuffix("\(quote))") {
      let id = text.dropFirst(4).dropLast(2)
      if !id.isEmpty, !id.contains(quote) { return .inState(String(id)) }
    }
    throw IntakeFault(line: element.line, reason: "the null data model knows no condition but In('id')")
  }

  private static func handlers(_ elements: [Element]) throws(IntakeFault) -> [[Action]] {
    var result: [[Action]] = []
    for element in elements {
      _ = try attributes(element, known: [], domain: [])
      result.append(try actions(in: element))
    }
    return result
  }

  private static func actions(in parent: Element) throws(IntakeFault) -> [Action] {
    var result: [Action] = []
    for child in parent.children {
      guard child.name == Element.Name("raise", in: scxml), let event = child.attribute("event") else {
        throw refused(child)
      }
      _ = try attributes(child, known: ["event"], domain: [])
      if let inner = child.children.first { throw refused(inner) }
      result.append(.raise(event, line: child.line))
    }
    return result
  }

  private static func refused(_ element: Element) -> IntakeFault {
    IntakeFault(line: element.line, reason: "a workflow may not hold <\(element.name.local)> here")
  }

  private static func initialAttribute(_ element: Element) -> InitialDefinition? {
    element.attribute("initial").map { InitialDefinition(targets: words($0), actions: [], line: element.line) }
  }

  private static func words(_ text: String?) -> [String] {
    (text ?? "").split(whereSeparator: \.isWhitespace).map(String.init)
  }

  private static func attributes(
    _ element: Element, known: Set<String>, domain: Set<String>
  ) throws(IntakeFault) -> [String: String] {
    var result: [String: String] = [:]
    // Sorted, so that of two faults it is always the same one that is told.
    for (name, value) in element.attributes.sorted(by: { $0.key.local < $1.key.local }) {
      switch name.namespace {
      case "" where known.contains(name.local): continue
      case casework where domain.contains(name.local): result[name.local] = value
      default:
        throw IntakeFault(line: element.line, reason: "<\(element.name.local)> knows no attribute '\(name.local)'")
      }
    }
    return result
  }
}
