import Casework
import Foundation
import Ledger
import Service
import TestTools

/// A clock that a test sets.
public final class TestClock: @unchecked Sendable {
  private let lock = NSLock()
  private var now: Instant

  public init(_ now: Instant) { self.now = now }

  public var time: Instant {
    get { lock.withLock { now } }
    set { lock.withLock { now = newValue } }
  }
}

/// The officers' keys, the authorities' certificates and the shop's database, made once for all tests of a process.
public struct Props: Sendable {
  public let folder: URL

  public static let people = ["leila", "omid", "sara", "dara", "reza", "mina", "nobody"]

  public static let shared: Props = {
    do {
      return try Props()
    } catch {
      fatalError("the props cannot be made: \(error)")
    }
  }()

  private init() throws {
    folder = try Checkout.temporary("props")
    for name in Self.people {
      try Tool.run("ssh-keygen", ["-q", "-t", "ed25519", "-N", "", "-C", "", "-f", folder.appending(path: name).path])
    }
    for name in ["court", "other"] { try Self.makeCertificate(name, in: folder) }
    let sql = try Data(contentsOf: Checkout.fixture("Shop/shop.sql"))
    try Tool.run("sqlite3", ["-bail", "shop.sqlite"], in: folder, input: Array(sql))
  }

  /// Makes a self-signed certificate that is valid from 2020 to 2036, independent of the day of the test run. It uses
  /// `openssl ca`, because `openssl req` takes no dates.
  private static func makeCertificate(_ name: String, in folder: URL) throws {
    let settings = """
      [ca]
      default_ca = here
      [here]
      database = \(name).index
      serial = \(name).serial
      new_certs_dir = .
      default_md = sha256
      policy = any
      [any]
      commonName = supplied
      [req]
      distinguished_name = subject
      [subject]
      """
    try settings.write(to: folder.appending(path: "\(name).cnf"), atomically: true, encoding: .utf8)
    let line = """
      : > \(name).index && echo 01 > \(name).serial && \
      openssl req -new -newkey rsa:2048 -nodes -keyout \(name).key -out \(name).csr -subj /CN=\(name) -config \(name).cnf && \
      openssl ca -batch -notext -selfsign -config \(name).cnf -keyfile \(name).key -in \(name).csr -out \(name).pem \
      -startdate 20200101000000Z -enddate 20360101000000Z
      """
    let made = try Tool.shell(line, in: folder)
    guard made.status == 0 else { fatalError(made.output) }
  }

  public func key(_ name: String) -> String { folder.appending(path: name).path }
  public var certificate: URL { folder.appending(path: "court.pem") }
  public var certificateKey: URL { folder.appending(path: "court.key") }
  public var shop: URL { folder.appending(path: "shop.sqlite") }
}

/// An office in its own folder at noon of 1 Azar 1405, with officers enrolled and two branches registered.
public struct TestOffice: Sendable {
  public let folder: URL
  public let clock: TestClock
  public let world: World
  public let props = Props.shared

  public static let noon = "2026-11-22T08:30:00Z"
  public static let serviceName = "فروشگاه اینترنتی نمونه"

  public var office: OfficeFolder { OfficeFolder(folder.appending(path: "office")) }
  public var out: URL { folder.appending(path: "out") }

  /// Founds the office.
  public init(seed: UInt64 = 1, reached: @escaping @Sendable (Milestone) -> Void = { _ in }) throws {
    folder = try Checkout.temporary("office")
    guard let start = Instant(Self.noon) else { fatalError("the time is malformed") }
    let clock = TestClock(start)
    self.clock = clock
    world = World(now: { clock.time }, randomness: .seeded(seed), signer: .openSSH, reached: reached)
    try FileManager.default.createDirectory(at: out, withIntermediateDirectories: true)
    let plan = FoundingPlan(
      name: Self.serviceName, addressedAs: [], zone: "Asia/Tehran",
      pack: Checkout.root.appending(path: "Workflows/iran"),
      founders: [
        Founder(name: "لیلا کریمی", key: props.key("leila")), Founder(name: "امید صالحی", key: props.key("omid")),
      ])
    _ = try Desk.found(office, keyFile: nil, plan: plan, world: world)
    let desk = try desk()
    let people: [(String, String, Role)] = [
      ("sara", "سارا محمدی", .legalOfficer), ("dara", "دارا نیک‌پور", .legalOfficer), ("reza", "رضا توکلی", .manager),
      ("mina", "مینا فرهادی", .auditor),
    ]
    for (key, name, role) in people {
      _ = try desk.enrol(name: name, role: role, publicKeyFile: props.key(key) + ".pub", keys: custodians)
    }
    for branch in [3, 7] { try register(branch: branch) }
  }

  public var custodians: [String] { [props.key("leila"), props.key("omid")] }

  /// Registers a branch, or registers it again.
  public func register(branch: Int, callBack: String = "+98 21 3311 0000", certificate: String = "court.pem") throws {
    guard let id = AuthorityID("tehran-2-\(branch)") else { fatalError("the id is malformed") }
    let pem = Array(try Data(contentsOf: props.folder.appending(path: certificate)))
    _ = try desk().register(
      AuthorityDescription(
        id: id, title: "Branch \(branch), Tehran criminal court 2", rank: "criminal-court-branch", branch: branch,
        city: "تهران", callBack: callBack, certificate: pem), keys: custodians)
  }

  public func desk() throws -> Desk { try Desk.open(office, keyFile: nil, world: world) }

  /// Audits the office as the verb `audit` does: also where it could not be opened for an act.
  public func audit(against checkpoints: [String] = []) throws -> AuditReport {
    try Desk.open(office, keyFile: nil, world: world, to: .reading, isAudit: true).audit(against: checkpoints)
  }

  public func order(_ name: String) throws -> [UInt8] {
    Array(try Data(contentsOf: Checkout.fixture("Orders/\(name).xml")))
  }

  /// Receives a fixture, with any result.
  @discardableResult
  public func log(_ name: String, by person: String = "sara") throws -> Receipt {
    try desk().receive(order(name), key: props.key(person))
  }

  /// Receives an order that must pass.
  ///
  /// - Throws: `Unacceptable` if the order fails a rule or cannot be read. It is recorded anyway.
  @discardableResult
  public func receive(_ name: String, by person: String = "sara") throws -> CaseNumber {
    let receipt = try log(name, by: person)
    guard case .acceptable = receipt.standing else { throw Unacceptable(receipt: receipt) }
    return receipt.view.number
  }

  /// The error for a document that fails a rule or cannot be read.
  public struct Unacceptable: Error { public let receipt: Receipt }

  /// Takes the steps of a case after its receipt, up to and including a step.
  public func advance(_ number: CaseNumber, through last: Step) throws {
    let desk = try desk()
    for step in Step.allCases where step <= last {
      switch step {
      case .reviewed:
        _ = try desk.recordCall(
          CallMade(called: "021 3311 0000", answer: .confirmed, spokeWith: "خانم منشی شعبه"), on: number,
          key: props.key("sara"))
      case .granted: _ = try desk.grant(Narrowing(), on: number, key: props.key("sara"))
      case .collected:
        _ = try desk.collect(
          number, from: props.shop.path, annotation: Checkout.fixture("Shop/shop.yml").path, key: props.key("sara"))
      case .approved: _ = try desk.approve(number, key: props.key("reza"))
      case .exported: _ = try desk.export(number, to: out, key: props.key("sara"))
      }
    }
  }

  /// The steps from the review to the export.
  public enum Step: Int, CaseIterable, Comparable, Sendable {
    case reviewed, granted, collected, approved, exported

    public static func < (left: Step, right: Step) -> Bool { left.rawValue < right.rawValue }
  }

  /// Copies the office with its key and its marks to another folder. Changes to the copy do not affect this office.
  public func copied() throws -> TestOffice {
    let other = try Checkout.temporary("copy")
    for name in ["office", "office.key", "office.marks", "out"] {
      try FileManager.default.copyItem(at: folder.appending(path: name), to: other.appending(path: name))
    }
    return TestOffice(folder: other, clock: clock, world: world)
  }

  private init(folder: URL, clock: TestClock, world: World) {
    self.folder = folder
    self.clock = clock
    self.world = world
  }

  public func remove() { try? FileManager.default.removeItem(at: folder) }
}
