// Orders (`urn:amanat:order:1`): any bytes are read as an order, or refused with a line.
import Casework
import Fuzzing
import Intake

fuzz { input in
  let order: OrderDocument
  do throws(IntakeFault) {
    order = try OrderDocument(reading: input)
  } catch {
    return requireLine(error.line, of: input)
  }
  require((try? OrderDocument(reading: input)) == order, "one document is one order")
  require((try? OrderDocument(reading: input + Array("\n<!-- -->\n".utf8))) == order, "a comment changes nothing")
  require(order.targets.count <= OrderDocument.mostTargets, "an order names a bounded number of targets")
  require(order.targets.map(\.ordinal) == Array(1..<order.targets.count + 1), "targets are counted from 1")
  for (kind, value) in order.targets.flatMap(\.identifiers) {
    require(!value.isEmpty && kind.normalized(value) == value, "an identifier is normalised once and for all")
  }
  if let from = order.from, let through = order.through { require(from <= through, "a period ends after it begins") }
  if let answerBy = order.answerBy { require(order.issued <= answerBy, "an answer is due after the order is issued") }
}
