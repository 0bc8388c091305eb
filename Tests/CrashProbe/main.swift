import Foundation
import Service

// Runs one verb at a desk and kills the process with SIGKILL when the verb reaches a milestone for the nth time, like a
// loss of power. Nothing is flushed, unwound or closed. Arguments: milestone, n, verb, office folder, key file, case
// number, then the arguments of the verb.

let arguments = CommandLine.arguments
guard arguments.count >= 7, let milestone = Milestone(rawValue: arguments[1]), let count = Int(arguments[2]),
  let number = CaseNumber(arguments[6]), let noon = Instant("2026-11-22T08:30:00Z")
else { exit(64) }

final class Countdown: @unchecked Sendable {
  var left: Int
  init(_ left: Int) { self.left = left }
}

let countdown = Countdown(count)
let world = World(
  now: { noon }, randomness: .system, signer: .openSSH,
  reached: { reached in
    guard reached == milestone else { return }
    countdown.left -= 1
    if countdown.left == 0 { kill(getpid(), SIGKILL) }
  })
let desk = try Desk.open(OfficeFolder(URL(filePath: arguments[4])), keyFile: nil, world: world)
let key = arguments[5]

switch arguments[3] {
case "receive":
  _ = try desk.enter(.receive(Array(try Data(contentsOf: URL(filePath: arguments[7])))), key)
case "review":
  let call = CallMade(called: "+98 21 3311 0000", answer: .confirmed, spokeWith: "somebody")
  _ = try desk.enter(.recordCall(call, in: number), key)
case "scope": _ = try desk.enter(.grant(Narrowing(), in: number), key)
case "collect": _ = try desk.enter(.collect(number, from: arguments[7], annotation: arguments[8]), key)
case "approve": _ = try desk.enter(.approve(number), key)
case "export": _ = try desk.export(number, to: URL(filePath: arguments[7]), key: key)
case "resume": _ = try desk.resumeExport(number, to: URL(filePath: arguments[7]), key: key)
default: exit(64)
}
