// Orders (`urn:amanat:order:1`). Any bytes are read as an order of the pack `iran`, or refused with a line.
import Casework
import Fuzzing
import Intake

let digest = Digest(String(repeating: "0", count: 64))!
let pack = try! Pack(name: "iran", files: packFiles("iran").mapValues { ($0, digest) })

func read(_ input: [UInt8]) throws(IntakeFault) -> Order { try pack.orders.order(input, digest: digest) }

fuzz { input in
  let order: Order
  do throws(IntakeFault) {
    order = try read(input)
  } catch {
    return requireLine(error.line, of: input)
  }
  require((try? read(input)) == order, "one document is one order")
  require((try? read(input + Array("\n<!-- -->\n".utf8))) == order, "a comment changes nothing")
  require(order.targets.count <= Order.mostTargets, "an order names a bounded number of targets")
  require(order.targets.map(\.ordinal) == Array(1..<order.targets.count + 1), "targets are counted from 1")
  for (kind, value) in order.targets.flatMap(\.identifiers) {
    let again = kind.normalized(value, dialling: pack.manifest.dialling)
    require(!value.isEmpty && again == value, "an identifier is normalised once and for all")
  }
  for line in order.provenance.lines.values { requireLine(line, of: input) }
  if let from = order.from, let through = order.through { require(from <= through, "a period ends after it begins") }
  if let answerBy = order.answerBy { require(order.issued <= answerBy, "an answer is due after the order is issued") }
}
