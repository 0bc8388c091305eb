import Casework

extension English {
  public func text(_ count: Int, _ what: Countable) -> Phrase {
    let (one, many): (Phrase, Phrase) =
      switch what {
      case .entries: ("entry", "entries")
      case .signatures: ("signature", "signatures")
      case .sealedValues: ("sealed value", "sealed values")
      case .findings: ("finding", "findings")
      case .custodians: ("custodian", "custodians")
      case .cases: ("case", "cases")
      case .disclosures: ("disclosure", "disclosures")
      case .states: ("state", "states")
      case .transitions: ("transition", "transitions")
      case .configurations: ("configuration", "configurations")
      case .nodes: ("node", "nodes")
      case .persons: ("person", "persons")
      case .days: ("day", "days")
      case .rows: ("row", "rows")
      case .regions: ("region", "regions")
      }
    return "\(count) \(count == 1 ? one : many)"
  }

  public func text(_ day: CalendarDate) -> Phrase {
    let months = day.calendar == .jalali ? Self.jalaliMonths : Self.gregorianMonths
    let month: Phrase = months.indices.contains(day.month - 1) ? months[day.month - 1] : .data(day.month)
    return "\(day.day) \(month) \(day.year)"
  }

  public func text(_ moment: WrittenMoment) -> Phrase { "\(text(moment.day)) \(data: moment.clock)" }

  private static let jalaliMonths: [Phrase] = [
    "Farvardin", "Ordibehesht", "Khordad", "Tir", "Mordad", "Shahrivar", "Mehr", "Aban", "Azar", "Dey", "Bahman",
    "Esfand",
  ]

  private static let gregorianMonths: [Phrase] = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
  ]
}
