extension English {
  public func text(_ option: OptionText) -> Phrase {
    switch option {
    case .office: "The folder of the office (or \(.data("AMANAT_OFFICE")))."
    case .officeKey: "The key of the office (or \(.data("AMANAT_OFFICE_KEY"))); by default the folder's name with .key."
    case .signWith:
      "The SSH key to sign with (or \(.data("AMANAT_SIGN_WITH"))): a private key, or a .pub file whose key an agent holds."
    case .json: "Print JSON, for programs."
    case .dryRun: "Decide and report, and write nothing."
    case .order: "The order (XML)."
    case .supplements: "The open case that the order completes."
    case .caseNumber: "The case."
    case .rule: "The rule."
    case .callBackCalled: "The number that was called."
    case .answer: "What they answered."
    case .spokeWith: "The person you spoke to, and what was said; sealed."
    case .dataClass: "A class of data to grant; repeat for more. By default all that the law covers."
    case .from: "The first day, in the office's calendar."
    case .through: "The last day."
    case .target: "A target to grant, by its position in the order; repeat for more."
    case .database: "The SQLite database of the service; opened read-only."
    case .annotation: "The description of its columns, in the Fides dataset format."
    case .exportFolder: "The folder for the export."
    case .resume: "Finish an export that was interrupted after its permit was used."
    case .refusedRule: "A rule that is the reason; repeat for more."
    case .refusalReasons: "The reasons, in your words; sealed."
    case .quashed: "A court has quashed the order."
    case .lapsed: "The order has lapsed."
    case .closingReasons: "How this is known, in your words; sealed."
    case .all: "List closed cases too."
    case .overdueCheck: "Exit with 6 if the answer to an open case is overdue."
    case .newFolder: "The folder; it must be empty, or not exist."
    case .officeName: "The name of the service, as in its documents."
    case .addressedAs: "Another name by which orders may address it; repeat for more."
    case .pack: "The pack of the jurisdiction: a name, or a path."
    case .zone: "The time zone in which days are counted."
    case .custodian: "A custodian and the key to sign with; give two."
    case .newOfficeKey: "Where to write the key of the office; by default the folder's name with .key."
    case .countersign: "The key of a second custodian."
    case .officerName: "The name; sealed."
    case .role: "The officer's role."
    case .publicKey: "The officer's public key."
    case .officerID: "The officer's id."
    case .newAuthorityID: "A short name: lower-case letters, digits, hyphens."
    case .authorityID: "The authority."
    case .title: "Its name, for people."
    case .rank: "Its rank, as in the legal bases of the pack."
    case .branch: "The number of the branch."
    case .city: "The city where it is, as its orders write it."
    case .callBack: "The number to call back; never take it from a letter."
    case .certificate: "The certificate to encrypt exports to (PEM)."
    case .noCertificate: "Remove the registered certificate; without this and \(.data("--certificate")) it is kept."
    case .charts: "A chart (SCXML), or a folder of charts."
    case .packInstead: "A pack instead: a name, or a path."
    case .bound: "Stop a search after this number of nodes; by default 200000."
    case .chart: "The chart (SCXML)."
    case .drawnCase: "A case of the office, instead of a file."
    case .format: "The format of the drawing."
    case .against: "A checkpoint that you kept elsewhere."
    case .checkpoint: "Write a checkpoint, to keep elsewhere."
    case .entries: "Write every entry with its signatures, for ssh-keygen."
    case .version: "Show the version."
    case .help: "Show this help."
    }
  }

  public func text(_ placeholder: Placeholder) -> Phrase {
    switch placeholder {
    case .order: "order"
    case .caseNumber: "case"
    case .rule: "rule"
    case .number: "number"
    case .answer: "answer"
    case .whom: "person"
    case .text: "text"
    case .dataClass: "class"
    case .day: "day"
    case .ordinal: "n"
    case .database: "database"
    case .file: "file"
    case .folder: "dir"
    case .key: "key"
    case .pack: "pack"
    case .zone: "zone"
    case .custodian: "name=key"
    case .role: "role"
    case .id: "id"
    case .rank: "rank"
    case .name: "name"
    case .nodes: "nodes"
    case .format: "format"
    }
  }

  public func text(_ heading: HelpHeading) -> Phrase {
    switch heading {
    case .usage: "Usage:"
    case .arguments: "Arguments:"
    case .options: "Options:"
    case .verbs: "Commands:"
    case .caseVerbs: "Commands for a case:"
    case .officeVerbs: "Commands for the office:"
    }
  }

  public func text(_ help: HelpPhrase) -> Phrase {
    switch help {
    case .more(let command): "More about a command: \(data: command)"
    case .byDefault(let value): "(default: \(quoted(value)))"
    case .values(let values): "(\(quotedChoice(values)))"
    }
  }
}
