import Casework
import Wording

/// An invented language: English with every run of words in brackets. A printed word outside brackets is either data,
/// or a text that did not come from the language.
struct Bracketed: Language {
  static let open: Character = "⟦"
  static let close: Character = "⟧"

  private let english = English()

  var tag: String { "qab" }

  /// Puts the words of a phrase in brackets, and does not change its data.
  private func mark(_ phrase: Phrase) -> Phrase {
    phrase.mapWords { $0.contains(where: \.isLetter) ? "\(Self.open)\($0)\(Self.close)" : $0 }
  }

  func text(_ role: Role) -> Phrase { mark(english.text(role)) }
  func text(_ rule: Rule) -> Phrase { mark(english.text(rule)) }
  func text(_ topic: Reason.Topic) -> Phrase { mark(english.text(topic)) }
  func text(_ outcome: Outcome) -> Phrase { mark(english.text(outcome)) }
  func text(_ dataClass: DataClass) -> Phrase { mark(english.text(dataClass)) }
  func text(_ part: MissingPart) -> Phrase { mark(english.text(part)) }
  func text(_ instrument: Instrument) -> Phrase { mark(english.text(instrument)) }
  func text(_ assurance: Assurance) -> Phrase { mark(english.text(assurance)) }
  func text(_ reason: Withheld.Reason) -> Phrase { mark(english.text(reason)) }
  func text(_ arrival: Arrival) -> Phrase { mark(english.text(arrival)) }
  func text(_ stage: CaseStage) -> Phrase { mark(english.text(stage)) }
  func text(_ count: Int, _ what: Countable) -> Phrase { mark(english.text(count, what)) }
  func text(_ day: CalendarDate) -> Phrase { mark(english.text(day)) }
  func text(_ moment: WrittenMoment) -> Phrase { mark(english.text(moment)) }
  func text(_ reason: Reason) -> Phrase { mark(english.text(reason)) }
  func text(_ shortcoming: Shortcoming) -> Phrase { mark(english.text(shortcoming)) }
  func text(_ rule: RegisterRule) -> Phrase { mark(english.text(rule)) }
  func text(_ label: MessageLabel) -> Phrase { mark(english.text(label)) }
  func text(_ fault: FaultPhrase) -> Phrase { mark(english.text(fault)) }
  func text(_ document: DocumentPhrase) -> Phrase { mark(english.text(document)) }
  func text(_ annotation: AnnotationPhrase) -> Phrase { mark(english.text(annotation)) }
  func text(_ reading: ReadingFault) -> Phrase { mark(english.text(reading)) }
  func text(_ usage: UsagePhrase) -> Phrase { mark(english.text(usage)) }
  func text(_ signing: SigningPhrase) -> Phrase { mark(english.text(signing)) }
  func text(_ store: StorePhrase) -> Phrase { mark(english.text(store)) }
  func text(_ collecting: CollectingPhrase, in number: CaseNumber) -> Phrase {
    mark(english.text(collecting, in: number))
  }
  func text(_ packaging: PackagingPhrase) -> Phrase { mark(english.text(packaging)) }
  func text(_ problem: PackageProblem) -> Phrase { mark(english.text(problem)) }
  func text(_ proposal: ProposalPhrase) -> Phrase { mark(english.text(proposal)) }
  func text(_ hint: Hint) -> Phrase { mark(english.text(hint)) }
  func text(_ notice: Notice) -> Phrase { mark(english.text(notice)) }
  func text(_ label: Label) -> Phrase { mark(english.text(label)) }
  func text(_ heading: Heading) -> Phrase { mark(english.text(heading)) }
  func text(_ title: CaseTitle) -> Phrase { mark(english.text(title)) }
  func text(_ value: CaseValue) -> Phrase { mark(english.text(value)) }
  func text(_ line: AuditLine) -> Phrase { mark(english.text(line)) }
  func text(_ problem: AuditPhrase) -> Phrase { mark(english.text(problem)) }
  func text(_ what: UnfinishedPhrase) -> Phrase { mark(english.text(what)) }
  func text(_ verdict: ChartVerdict) -> Phrase { mark(english.text(verdict)) }
  func text(_ value: ChartValue) -> Phrase { mark(english.text(value)) }
  func text(_ claim: WorkflowClaim) -> Phrase { mark(english.text(claim)) }
  func text(_ flaw: WorkflowFlaw) -> Phrase { mark(english.text(flaw)) }
  func text(_ way: WayPhrase) -> Phrase { mark(english.text(way)) }
  func text(_ certificate: CertificatePhrase) -> Phrase { mark(english.text(certificate)) }
  func text(_ line: ProposalLine) -> Phrase { mark(english.text(line)) }
  func text(_ event: CaseEvent) -> Phrase { mark(english.text(event)) }
  func text(_ event: RegisterEvent, _ opened: OpenedValues) -> Phrase { mark(english.text(event, opened)) }
  func abstract(of verb: Verb) -> Phrase { mark(english.abstract(of: verb)) }
  func discussion(of verb: Verb) -> [Phrase] { english.discussion(of: verb).map(mark) }
  func text(_ option: OptionText) -> Phrase { mark(english.text(option)) }
  func text(_ placeholder: Placeholder) -> Phrase { mark(english.text(placeholder)) }
  func text(_ heading: HelpHeading) -> Phrase { mark(english.text(heading)) }
  func text(_ help: HelpPhrase) -> Phrase { mark(english.text(help)) }
}
