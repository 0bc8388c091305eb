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
    let console = Console.standard(language, isColoured: isatty(2) == 1 && environment[.noColour] == nil)
    var world = World.live
    world.notice = { notice in
      let language = English()
      Console.standard(language, isColoured: false).err(language.text(notice))
    }
    return Session(
      world: world, language: language, console: console,
      environment: environment,
      directory: URL(filePath: FileManager.default.currentDirectoryPath),
      program: { URL(filePath: "/proc/self/exe").resolvingSymlinksInPath() })
  }

  /// Returns the URL of a path that was typed.
  func url(_ path: String) -> URL {
    (path.hasPrefix("/") ? URL(filePath: path) : directory.appending(path: path)).standardizedFileURL
  }

  /// Returns a path as a message names it: relative to the folder for relative paths where it is inside of it.
  func shortened(_ url: URL) -> String {
    let (path, folder) = (url.standardizedFileURL.path, directory.standardizedFileURL.path + "/")
    return path.hasPrefix(folder) ? String(path.dropFirst(folder.count)) : path
  }

  /// Returns the absolute path of a path that was typed.
  func path(_ path: String) -> String { url(path).path }
}
