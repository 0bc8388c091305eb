import Foundation
import Service
import Wording

/// One invocation: the world that it acts in, its language, where it prints, and where relative paths begin. Tests hand in
/// their own.
struct Session {
  var world: World
  var language: any Language
  var console: Console
  var environment: [String: String]
  var directory: URL
  var program: URL

  /// The session of the running process.
  static func live() -> Session {
    let language = English()
    return Session(
      world: .live, language: language, console: .standard(language),
      environment: ProcessInfo.processInfo.environment,
      directory: URL(filePath: FileManager.default.currentDirectoryPath),
      program: URL(filePath: "/proc/self/exe").resolvingSymlinksInPath())
  }

  /// Resolves a path that was typed.
  func url(_ path: String) -> URL {
    (path.hasPrefix("/") ? URL(filePath: path) : directory.appending(path: path)).standardizedFileURL
  }

  /// Resolves a path that was typed, as a path.
  func path(_ path: String) -> String { url(path).path }
}
