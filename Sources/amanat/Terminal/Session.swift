import Foundation
import Service
import Wording

/// The surroundings of one invocation: its world, its language, its console, its environment, the folder for relative
/// paths, and the path of the program. Tests make their own sessions.
struct Session {
  var world: World
  var language: any Language
  var console: Console
  var environment: [String: String]
  var directory: URL
  var program: URL

  /// Returns the session of the running process.
  static func live() -> Session {
    let language = English()
    return Session(
      world: .live, language: language, console: .standard(language),
      environment: ProcessInfo.processInfo.environment,
      directory: URL(filePath: FileManager.default.currentDirectoryPath),
      program: URL(filePath: "/proc/self/exe").resolvingSymlinksInPath())
  }

  /// Returns the URL of a path that was typed.
  func url(_ path: String) -> URL {
    (path.hasPrefix("/") ? URL(filePath: path) : directory.appending(path: path)).standardizedFileURL
  }

  /// Returns the absolute path of a path that was typed.
  func path(_ path: String) -> String { url(path).path }
}
