/// The envelope was delivered.
enum DisclosureDelivered: CaseEventKind {
  static let meanings = [EventMeaning("disclosure.delivered", duty: .releasing)]

  static func event(_ detail: Release) -> CaseEvent { .disclosureDelivered(detail) }

  static func change(_ subject: inout Case, by recorded: Case.Recorded<Release>) { subject.delivery = recorded }

  static func action(causing name: String, in number: CaseNumber) -> Action? { .resume(number) }
}
