import Casework

/// A language for the texts that people read.
///
/// Each requirement writes a family of sentences. Each family is an enum, so a language that lacks a sentence does not
/// compile. Sentences begin with a small letter and end without a full stop. Help texts are whole sentences.
///
/// Data inside a sentence (ids, paths, commands, event and state names) is never translated; see `Phrase`.
public protocol Language: Sendable {
  /// The language's tag (BCP 47), such as `en`.
  var tag: String { get }

  // Names.
  func text(_ role: Role) -> Phrase
  func text(_ rule: Rule) -> Phrase
  func text(_ topic: Reason.Topic) -> Phrase
  func text(_ outcome: Outcome) -> Phrase
  func text(_ dataClass: DataClass) -> Phrase
  func text(_ part: MissingPart) -> Phrase
  func text(_ instrument: Instrument) -> Phrase
  func text(_ assurance: Assurance) -> Phrase
  func text(_ reason: Withheld.Reason) -> Phrase
  func text(_ arrival: Arrival) -> Phrase
  func text(_ stage: CaseStage) -> Phrase

  // Counts and dates.
  func text(_ count: Int, _ what: Countable) -> Phrase
  func text(_ day: CalendarDate) -> Phrase
  func text(_ moment: WrittenMoment) -> Phrase

  // Reasons.
  func text(_ reason: Reason) -> Phrase
  func text(_ shortcoming: Shortcoming) -> Phrase
  func text(_ rule: RegisterRule) -> Phrase

  // Faults and hints.
  func text(_ label: MessageLabel) -> Phrase
  func text(_ fault: FaultPhrase) -> Phrase
  func text(_ document: DocumentPhrase) -> Phrase
  func text(_ annotation: AnnotationPhrase) -> Phrase
  func text(_ reading: ReadingFault) -> Phrase
  func text(_ usage: UsagePhrase) -> Phrase
  func text(_ signing: SigningPhrase) -> Phrase
  func text(_ store: StorePhrase) -> Phrase
  func text(_ collecting: CollectingPhrase, in number: CaseNumber) -> Phrase
  func text(_ packaging: PackagingPhrase) -> Phrase
  func text(_ problem: PackageProblem) -> Phrase
  func text(_ proposal: ProposalPhrase) -> Phrase
  func text(_ hint: Hint) -> Phrase

  // Printed lines and tables.
  func text(_ notice: Notice) -> Phrase
  func text(_ label: Label) -> Phrase
  func text(_ heading: Heading) -> Phrase
  func text(_ title: CaseTitle) -> Phrase
  func text(_ value: CaseValue) -> Phrase
  func text(_ line: AuditLine) -> Phrase
  func text(_ problem: AuditPhrase) -> Phrase
  func text(_ what: UnfinishedPhrase) -> Phrase
  func text(_ verdict: ChartVerdict) -> Phrase
  func text(_ value: ChartValue) -> Phrase
  func text(_ claim: WorkflowClaim) -> Phrase
  func text(_ flaw: WorkflowFlaw) -> Phrase
  func text(_ way: WayPhrase) -> Phrase
  func text(_ certificate: CertificatePhrase) -> Phrase
  func text(_ line: ProposalLine) -> Phrase
  /// Says what an event of a proposal does in a case, for the signers.
  func text(_ event: CaseEvent) -> Phrase
  /// Says what an event of a proposal does in the registers, for the signers.
  func text(_ event: RegisterEvent, _ opened: OpenedValues) -> Phrase

  // Help.
  func abstract(of verb: Verb) -> Phrase
  /// Returns more paragraphs about a verb; empty if the abstract is enough.
  func discussion(of verb: Verb) -> [Phrase]
  func text(_ option: OptionText) -> Phrase
  func text(_ placeholder: Placeholder) -> Phrase
  func text(_ heading: HelpHeading) -> Phrase
  func text(_ help: HelpPhrase) -> Phrase
}

/// The label at the start of a line on standard error, after the program's name.
public enum MessageLabel: Sendable, Hashable, CaseIterable {
  case error, hint
}
