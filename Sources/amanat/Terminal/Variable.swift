import Foundation

/// An environment variable that the program reads. It reads no other.
enum Variable: String, CaseIterable {
  /// The office's folder, unless `--office` is given.
  case office = "AMANAT_OFFICE"
  /// The file of the office's key, unless `--office-key` is given.
  case officeKey = "AMANAT_OFFICE_KEY"
  /// The key file to sign with, unless `--sign-with` is given.
  case signWith = "AMANAT_SIGN_WITH"
  /// The folder of the packs.
  case packs = "AMANAT_PACKS"
  /// If it is set, messages have no colours.
  case noColour = "NO_COLOR"
  /// The folders in which `dot` is looked for.
  case path = "PATH"

  /// Returns the variables of this process that are set.
  static func ofProcess() -> [Variable: String] {
    allCases.reduce(into: [:]) { values, variable in
      if let value = getenv(variable.rawValue) { values[variable] = String(cString: value) }
    }
  }
}
