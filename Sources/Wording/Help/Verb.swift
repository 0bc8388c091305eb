/// A command of `amanat`, as it is typed.
public enum Verb: String, Sendable, Hashable, CaseIterable {
  case amanat = ""
  case receive, review, clarify, scope, collect, approve, export, refuse, withdraw, list, show, history
  case officer, authority, workflow, audit, tidy, sign, submit, upgrade, restore
  case setAside = "set-aside"
  case found = "init"
  case officerEnrol = "officer enrol"
  case officerRetire = "officer retire"
  case officerRekey = "officer rekey"
  case officerList = "officer list"
  case authorityAdd = "authority add"
  case authoritySuspend = "authority suspend"
  case authorityRestore = "authority restore"
  case authorityList = "authority list"
  case workflowCheck = "workflow check"
  case workflowDraw = "workflow draw"
  case workflowExplain = "workflow explain"

  /// The words that are typed after `amanat`.
  public var words: [String] { rawValue.split(separator: " ").map(String.init) }

  /// The last word of the command.
  public var name: String { words.last ?? "amanat" }

  /// The whole command, such as `amanat officer enrol`.
  public var command: String { (["amanat"] + words).joined(separator: " ") }
}
