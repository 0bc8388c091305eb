extension Instrument {
  /// An order to keep data unchanged. It never permits a disclosure.
  ///
  /// Source: CPC 669; Regulation (EU) 2023/1543, article 11.
  public static let preservation = Instrument(
    "preservation", purpose: .preservation, required: [.preservation: .reviewed],
    commands: Set(Command.Verb.allCases).subtracting([.grant, .collect, .approve]))
}
