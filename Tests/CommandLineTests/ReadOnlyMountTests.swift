import Foundation
import TestSupport
import TestTools
import Testing

/// A folder that is mounted for reading only, in a namespace of its own, while a command runs.
enum ReadOnlyMount {
  static let isPossible = (try? Tool.shell(around("/tmp", "true"), in: URL(filePath: "/tmp")))?.status == 0

  /// Returns a command that runs where a folder is mounted for reading only, in a namespace of its own.
  static func around(_ folder: String, _ command: String) -> String {
    "unshare -rm sh -c 'mount --bind \(folder) \(folder) && mount -o remount,ro,bind \(folder) && \(command)' 2>&1"
  }
}

/// Tests the program on an office that lies on a medium which nobody can write.
@Suite("A read-only medium", .enabled(if: ReadOnlyMount.isPossible, "this account cannot mount a folder"))
struct ReadOnlyMountTests {
  private static let amanat = URL(filePath: "/proc/self/exe").resolvingSymlinksInPath().deletingLastPathComponent()
    .appending(path: "amanat")

  @Test("a whole office is listed, shown and audited", arguments: [false, true])
  func office(hasWAL: Bool) throws {
    let made = try TestOffice()
    let open = hasWAL ? try made.desk() : nil
    let number = try made.receive("proper")
    try made.advance(number, through: .exported)
    let office = try made.copied()
    withExtendedLifetime(open) {}
    defer { for office in [made, office] { office.remove() } }
    for (verb, part) in [
      ("list --all", number.description), ("show \(number)", "disclosed"), ("history \(number)", "permit.redeemed"),
      ("officer list", "legal officer"), ("audit", "sound"),
    ] {
      let command = "\(Self.amanat.path) \(verb) --office \(office.office.url.path)"
      let run = try Tool.shell(ReadOnlyMount.around(office.office.url.path, command), in: office.folder)
      #expect(run.status == 0 && run.output.contains(part), "\(verb): \(run.output)")
    }
    let act =
      "\(Self.amanat.path) receive \(Checkout.fixture("Orders/proper.xml").path)"
      + " --sign-with \(office.props.key("sara")) --office \(office.office.url.path)"
    let run = try Tool.shell(ReadOnlyMount.around(office.office.url.path, act), in: office.folder)
    #expect(run.status == 1 && run.output.contains("this account has no permission"), "\(run.output)")
  }
}
