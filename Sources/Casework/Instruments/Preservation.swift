extension Instrument {
  /// An order to keep data as they are. It discloses nothing, ever.
  ///
  /// Source: CPC 669; Regulation (EU) 2023/1543, article 11.
  public static let preservation = Instrument(
    "preservation", purpose: .preservation, required: [.preservation: .reviewed],
    commands: Set(Command.Verb.allCases).subtracting([.grant, .collect, .approve]))
}
