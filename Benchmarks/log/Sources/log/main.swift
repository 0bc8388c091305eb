import Casework
import Foundation
import Ledger
import LedgerSQLite
import Service
import TamperLog

// `log FOLDER ENTRIES CHECKOUT` makes an office with a given number of entries. A tenth of the entries, at most 100, are
// cases; the others judge a rule of these cases again. `log open FOLDER` and `log audit FOLDER` are timed.

let arguments = CommandLine.arguments
if arguments.count == 3, ["open", "audit"].contains(arguments[1]) {
  // What `amanat list` and `amanat audit` do after their start.
  let folder = OfficeFolder(URL(filePath: arguments[2]).appending(path: "office"))
  let isAudit = arguments[1] == "audit"
  let desk = try Desk.open(folder, keyFile: nil, world: .live, to: .reading, isAudit: isAudit)
  if isAudit {
    let report = try desk.audit()
    print(report.isSound ? "sound: \(report.entries)" : "broken: \(report.findings.prefix(5))")
  } else {
    print(try desk.list().count)
  }
  exit(0)
}
guard arguments.count == 4, let wanted = Int(arguments[2]), wanted >= 20 else {
  print("usage: log FOLDER ENTRIES CHECKOUT | log open FOLDER | log audit FOLDER")
  exit(64)
}
let folder = OfficeFolder(URL(filePath: arguments[1]).appending(path: "office"))
let checkout = URL(filePath: arguments[3])
let keys = Keys(["leila", "omid", "sara"])
let world = World(
  now: { Instant("2026-11-22T08:30:00Z") ?? Instant(seconds: 0) }, randomness: .system, signer: keys.signer)
_ = try Desk.found(
  folder, keyFile: nil,
  plan: FoundingPlan(
    name: "فروشگاه اینترنتی نمونه", addressedAs: [], zone: "Asia/Tehran",
    pack: checkout.appending(path: "Workflows/iran"),
    founders: [Founder(name: "Leila", key: "leila"), Founder(name: "Omid", key: "omid")]), world: world)
var desk = try Desk.open(folder, keyFile: nil, world: world)
try FileManager.default.createDirectory(at: folder.url.appending(path: ".."), withIntermediateDirectories: true)
let line = try keys.signer.publicKey("sara").description
let file = URL(filePath: arguments[1]).appending(path: "sara.pub")
try line.write(to: file, atomically: true, encoding: .utf8)
_ = try desk.enter(.enrol(name: "Sara", role: .legalOfficer, publicKeyFile: file.path), keys: ["leila", "omid"])
let order = Array(try Data(contentsOf: checkout.appending(path: "Fixtures/Orders/proper.xml")))
var models: [(number: CaseNumber, entry: Entry)] = []
for _ in 0..<min(100, wanted / 10) {
  let number = try desk.enter(.receive(order), "sara").view.number
  _ = try desk.enter(.examine([.force], in: number), "sara")
  let place = try desk.office.head().size - 1
  guard let row = try desk.office.entries(at: [place]).first, let entry = CanonicalJSON.read(Entry.self, row.bytes)
  else { fatalError("the model cannot be read") }
  models.append((number, entry))
}

// The rest is written into the database at once.
var rows = try desk.office.rows()
var records = rows.entries.compactMap(\.record)
var frontier = Frontier()
for record in records { frontier.append(record.leaf) }
var last: [CaseNumber: Digest] = [:]
for row in rows.entries {
  if let number = CaseNumber(row.subject), let leaf = Hash(row.leaf) { last[number] = Digest(leaf) }
}
var signed: SignedEntry?
while frontier.size < wanted {
  var (number, entry) = models[frontier.size % models.count]
  guard var links = entry.claim.links else { fatalError("the model has no links") }
  links.subject = last[number]
  links.seen = Head(size: frontier.size, root: Digest(frontier.root))
  entry.claim = .linked(links)
  let bytes = try CanonicalJSON.bytes(entry)
  let next = SignedEntry(bytes: bytes, signatures: try keys.sign(bytes, Entry.namespace, "sara"))
  guard let record = try ReadEntry(reading: next).record else { fatalError("the entry has no record") }
  if frontier.size == wanted - 1 {
    signed = next
    number = models[(wanted - 1) % models.count].number
    frontier.append(record.leaf)
    break
  }
  rows.entries.append(
    OfficeRows.EntryRow(
      sequence: frontier.size, subject: number.description, bytes: bytes, signatures: next.signatures,
      leaf: record.leaf.bytes, root: nil, record: record))
  records.append(record)
  last[number] = Digest(record.leaf)
  frontier.append(record.leaf)
}
guard let signed, let key = try DurableFile.read(folder.defaultKey).flatMap({ OfficeKey(reading: $0) }),
  let pin = key.pin
else { fatalError("there is no last entry") }
let place = wanted - 1
let number = models[place % models.count].number
// The last entry is verified after the history of its case.
let own = rows.entries.filter { $0.subject == number.description || $0.subject == Subject.registers.description }
let history = try VerifiedHistory(verifying: own, in: .two, head: .empty)
let verified = try VerifiedEntry(checking: signed, at: place, after: history.ends, registers: history.registers)
for index in rows.cases.indices {
  guard let number = CaseNumber(rows.cases[index].number) else { continue }
  let places = rows.entries.filter { $0.subject == number.description }.map(\.sequence)
  rows.cases[index].lastSequence = number == models[place % models.count].number ? place : places.last ?? 0
}
try SQLiteOffice.prepareUpgrade(in: folder, rows, records, adding: verified)
for ending in ["", "-wal", "-shm"] { try? FileManager.default.removeItem(atPath: folder.database.path + ending) }
try DurableFile.rename(folder.upgrading, to: folder.database)
_ = try MarkFolder(pin.folder(beside: folder.defaultKey)).begin(
  Mark(
    office: pin.office, founding: pin.founding, restores: 0,
    head: Head(size: frontier.size, root: Digest(frontier.root)), journal: 0), records + [verified.record], key.bytes)
print("\(wanted) entries")
