import Foundation
import Service
import Wording

/// The surroundings of one invocation: its world, its language, its console, its environment, the folder for relative
/// paths, and the path of the program. Tests make their own sessions.
struct Session {
  var world: World
  var language: any Language
  var console: Console
  var environment: [Variable: String]
  var directory: URL
  /// Returns the path of the program. Only the search for packs asks for it.
  var program: @Sendable () -> URL

  /// Returns the session of the running process.
  static func live() -> Session {
    let language = English()
    let environment = Variable.ofProcess()
    return Session(
      world: .live, language: language,
      console: .standard(language, isColoured: isatty(2) == 1 && environment[.noColour] == nil),
      environment: environment,
      directory: URL(filePath: FileManager.default.currentDirectoryPath),
      program: { URL(filePath: "/proc/self/exe").resolvingSymlinksInPath() })
  }

  /// Returns the URL of a path that was typed.
  func url(_ path: String) -> URL {
    (path.hasPrefix("/") ? URL(filePath: path) : directory.appending(path: path)).standardizedFileURL
  }

  /// Returns the absolute path of a path that was typed.
  func path(_ path: String) -> String { url(path).path }
}
