import Casework

extension English {
  public func text(_ usage: UsagePhrase) -> Phrase {
    switch usage {
    case .noOffice: "no office was given; give \(option("--office", .folder)), or set \(.data("AMANAT_OFFICE"))"
    case .callIncomplete:
      "authenticity needs \(option("--call-back", .number)), \(option("--answer", .answer)) and \(option("--spoke-with", .whom))"
    case .callForAnotherRule: "only authenticity takes a call as evidence"
    case .noSuchDay(let day): "the calendar has no day '\(data: day)'"
    case .yearNotCounted(let calendar, let day):
      "the \(data: calendar.rawValue) calendar is not counted for \(day): check the clock"
    case .noSuchTimeZone(let zone): "there is no time zone '\(data: zone)'"
    case .resumeHasNoTrial: "\(.data("--resume")) cannot be combined with \(.data("--dry-run"))"
    case .quashedAndLapsed: "give one of \(.data("--quashed")) and \(.data("--lapsed")), not both"
    case .custodianForm:
      "write a custodian as \(CommandText(self).placeholder(.name))=\(CommandText(self).placeholder(.key))"
    case .noCountersignature: "a change to a register needs a second custodian: give \(option("--countersign", .key))"
    case .unknownRank(let rank, let known):
      "the pack has no rank '\(data: rank)'; it has \(list(known.map { .data($0) }))"
    case .unknownClass(let dataClass, let known):
      "the pack has no class of data \(quoted(dataClass.rawValue)); give \(quotedChoice(known.map(\.rawValue)))"
    case .emptyText(let field): "\(text(field)) is empty"
    case .branchNumber: "the number of a branch is 1 or more"
    case .callBackForm(let code):
      "write the number to call back with its country code and with digits only, such as \(.data("+\(code) 21 3311 0000"))"
    case .certificateGivenAndDropped: "give one of \(.data("--certificate")) and \(.data("--no-certificate")), not both"
    case .destinationInsideOffice: "the destination is inside the folder of the office"
    case .marksInsideOffice:
      "the marks of the office may not be inside its folder: who writes the folder could change them"
    case .marksNotEmpty(let path): "the folder for the marks is not empty: \(data: path)"
    case .nothingToSetAside: "name the numbers of entries, or what was lost with \(.data("--lost"))"
    case .noFinding(let entry): "the audit has no finding about entry \(entry) that could be set aside"
    case .notOfCase(let entry): "entry \(entry) is of the registers, so a finding about it cannot be set aside"
    case .nothingToRestore: "the office has every entry of its mark; there is nothing to restore"
    case .nothingToUpgrade: "the office has the present format already"
    case .nothingLost: "no entry of this case was lost, or its loss was set aside already"
    case .keyInsideOffice: "the key of the office may not be inside its folder: a copy of the folder would contain it"
    case .noDestination: "an export needs a folder for its envelope: give \(option("--to", .folder))"
    case .trialAndProposal: "give one of \(.data("--dry-run")) and \(.data("--propose")), not both"
    case .fileExists(let path): "the file exists and is not written over: \(data: path)"
    case .noChart(let instrument): "the pack has no workflow for the instrument '\(data: instrument)'"
    case .filesAndPack: "give files or a pack, not both"
    case .boundTooSmall: "the bound must be 1 or more"
    case .chartOrCase: "give a chart, or \(option("--case", .caseNumber))"
    case .parser(let fault): text(fault)
    }
  }

  private func option(_ name: String, _ placeholder: Placeholder) -> Phrase {
    "\(data: name) \(CommandText(self).placeholder(placeholder))"
  }

  private func text(_ field: TextField) -> Phrase {
    switch field {
    case .officeName: "the name of the office"
    case .custodianName: "the name of a custodian"
    case .officerName: "the name"
    case .authorityTitle: "the title"
    case .city: "the city"
    case .personSpokenTo: "the person you spoke to"
    case .closingReason: "the reason to close the case"
    }
  }

  private func text(_ parser: ParserPhrase) -> Phrase {
    switch parser {
    case .unknownVerb(let word, nil): "there is no command '\(data: word)'"
    case .unknownVerb(let word, let meant?): "there is no command '\(data: word)'; did you mean '\(data: meant)'?"
    case .unknownOption(let option, nil): "there is no option '\(data: option)'"
    case .unknownOption(let option, let meant?): "there is no option '\(data: option)'; did you mean '\(data: meant)'?"
    case .missingArgument(let what): "an argument is missing: \(text(what))"
    case .missingOneOf(let what): "one of these is missing: \(list(what.map(text)))"
    case .missingValue(let option): "the option needs a value: \(text(option))"
    case .noValueTaken(let option, let value):
      "the option \(text(option)) takes no value, but '\(data: value)' was given"
    case .unexpected(let words): "too many arguments: \(list(words.map(quoted)))"
    case .invalidValue(let value, let what, let expected): invalid(value, what, expected)
    case .setTwice: "two options exclude each other, or an option was given twice"
    case .notUnderstood: "the command was not understood"
    }
  }

  private func text(_ name: ParserPhrase.ArgumentName) -> Phrase {
    switch name {
    case .option(let option): .data(option)
    case .argument(let placeholder): "<\(text(placeholder))>"
    }
  }

  private func invalid(_ value: String, _ what: ParserPhrase.ArgumentName, _ expected: ParserPhrase.Expected) -> Phrase
  {
    let start: Phrase = "'\(data: value)' is not a value for \(text(what))"
    return switch expected {
    case .oneOf(let values): "\(start); give \(quotedChoice(values))"
    case .caseNumber: "\(start); a case number looks like \(.data("1405-0001"))"
    case .officerID: "\(start); an officer's id looks like \(.data("o-5fc16bd5")), see \(.data("amanat officer list"))"
    case .authorityID:
      "\(start); an authority's id has lower-case letters, digits and hyphens, like \(.data("tehran-2-3"))"
    case .wholeNumber: "\(start); give a whole number"
    case .unknown: start
    }
  }
}
