import Casework

/// Writes actions as command lines. Verbs and options are the same in every language. Placeholders are translated.
public struct CommandText: Sendable {
  private let language: any Language

  /// Makes a writer that uses the placeholders of a language.
  public init(_ language: any Language) { self.language = language }

  /// Returns the command line of an action.
  public func text(_ action: Action) -> Phrase {
    switch action {
    case .receive(nil): line("receive", .order)
    case .receive(let number?): line("receive", .order, "--supplements", "\(number)")
    case .clarify(let number): line("clarify", "\(number)")
    case .review(let number, let rule): line("review", "\(number)", "\(rule.rawValue)")
    case .callBack(let number, let answer):
      line(
        "review", "\(number)", "\(Rule.authenticity.rawValue)", "--call-back", .number, "--answer",
        "\(answer.rawValue)", "--spoke-with", .whom)
    case .grant(let number): line("scope", "\(number)")
    case .collect(let number): line("collect", "\(number)", "--from", .database, "--annotation", .file)
    case .approve(let number): line("approve", "\(number)")
    case .approveByAnother(let number): line("approve", "\(number)", "--sign-with", .key)
    case .export(let number): line("export", "\(number)", "--to", .folder)
    case .resume(let number): line("export", "\(number)", "--resume", "--to", .folder)
    case .refuse(let number, nil): line("refuse", "\(number)", "--because", .text)
    case .refuse(let number, let rule?):
      line("refuse", "\(number)", "--rule", "\(rule.rawValue)", "--because", .text)
    case .close(let number, .withdrawn): line("withdraw", "\(number)", "--because", .text)
    case .close(let number, .quashed): line("withdraw", "\(number)", "--quashed", "--because", .text)
    case .close(let number, .lapsed): line("withdraw", "\(number)", "--lapsed", "--because", .text)
    case .show(let number): line("show", "\(number)")
    case .history(let number): line("history", "\(number)")
    case .listCases: line("list")
    case .listOfficers: line("officer list")
    case .enrol: line("officer enrol", "--help")
    case .registerAuthority: line("authority add", .id, "…")
    case .registerCertificate: line("authority add", .id, "…", "--certificate", .file)
    case .countersign: line("…", "--sign-with", .key, "--countersign", .key)
    case .found: line("init", .folder, "…")
    case .audit: line("audit")
    case .auditAgainstCheckpoint: line("audit", "--against", .file)
    case .tidy: line("tidy")
    case .upgrade: line("upgrade", "--sign-with", .key, "--countersign", .key)
    case .restore: line("restore", "--sign-with", .key, "--countersign", .key)
    case .setAside: line("set-aside", .number, "--sign-with", .key, "--countersign", .key)
    case .setTimeAside: line("set-aside", .number, "--time", "--sign-with", .key, "--countersign", .key)
    case .settleLoss(let number):
      line("set-aside", "--lost", "\(number)", "--sign-with", .key, "--countersign", .key)
    }
  }

  /// Returns the command line that checks charts again.
  public func text(_ again: CheckAgain, bound: Int? = nil) -> Phrase {
    let more: [Word] = bound.map { ["--bound", .data("\($0)")] } ?? []
    return switch again {
    case .file(let file): line(["workflow check", .path(file)] + more)
    case .packFile(let file): line(["workflow check"] + [.inFolder(file)] + more)
    case .pack(nil): line(["workflow check"] + more)
    case .pack(let name?): line(["workflow check", .option("--pack", name)] + more)
    }
  }

  /// Returns the command line that enrols the first officer of an office.
  public func enrolFirst(office folder: String) -> Phrase {
    line(
      "officer enrol", "--office", .path(folder), "--name", .name, "--role", .data(Role.legalOfficer.rawValue), "--key",
      .publicKey, "…")
  }

  /// Returns the command line that signs a proposal.
  public func sign(_ file: String?) -> Phrase {
    line("sign", file.map(Word.path) ?? .file, "--sign-with", .key)
  }

  /// The command line that shows a proposal.
  public var showProposal: Phrase { line("sign", .file, "--show") }

  /// Returns the command line that submits a proposal.
  public func submit(_ file: String) -> Phrase { line("submit", .path(file)) }

  /// Returns a placeholder in the form for command lines, in capitals.
  public func placeholder(_ placeholder: Placeholder) -> Phrase {
    language.text(placeholder).mapWords { $0.uppercased() }
  }

  /// Returns the command line that prints the fingerprint of the public key beside a key file.
  public func fingerprint(of file: String) -> Phrase { .data("ssh-keygen -l -f \(ShellWord.path(file + ".pub"))") }

  /// Returns the option that names a public key file.
  public func publicKey(_ file: String) -> Phrase { .data("--key \(ShellWord.path(file))") }

  private enum Word: ExpressibleByStringInterpolation {
    /// Text that is typed as it is.
    case data(String)
    case placeholder(Placeholder)
    /// The path of a file or a folder.
    case path(String)
    /// An option with a value that is not a path.
    case option(String, String)
    /// A file in a folder. The reader knows the path of the folder.
    case inFolder(String)
    /// The public half of a key.
    case publicKey

    init(stringLiteral value: String) { self = .data(value) }

    static let order = Word.placeholder(.order)
    static let number = Word.placeholder(.number)
    static let whom = Word.placeholder(.whom)
    static let database = Word.placeholder(.database)
    static let file = Word.placeholder(.file)
    static let folder = Word.placeholder(.folder)
    static let key = Word.placeholder(.key)
    static let text = Word.placeholder(.text)
    static let id = Word.placeholder(.id)
    static let name = Word.placeholder(.name)
  }

  private func line(_ words: Word...) -> Phrase { line(words) }

  private func line(_ words: [Word]) -> Phrase {
    let parts = words.map { word -> Phrase in
      switch word {
      case .data(let text): .data(text)
      case .placeholder(let value): placeholder(value)
      case .path(let path): .data(ShellWord.path(path))
      case .option(let name, let value):
        .data("\(name)\(value.hasPrefix("-") ? "=" : " ")\(ShellWord.quoted(value))")
      case .inFolder(let file): placeholder(.folder) + .data("/\(ShellWord.quoted(file))")
      case .publicKey: placeholder(.key) + .data(".pub")
      }
    }
    return ([.data("amanat")] + parts).joined(.data(" "))
  }
}
