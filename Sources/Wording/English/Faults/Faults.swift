import Casework

extension English {
  public func text(_ label: MessageLabel) -> Phrase {
    switch label {
    case .error: "error:"
    case .hint: "hint:"
    }
  }

  public func text(_ fault: FaultPhrase) -> Phrase {
    switch fault {
    case .refused(let attempt, nil): refused(attempt, "")
    case .refused(let attempt, let number?): refused(attempt, "\(number) ")
    case .receivedAgainstRules(let number, isTrial: false): "\(number) was logged, but rules are against it"
    case .receivedAgainstRules(let number, isTrial: true): "\(number) would be logged, but rules are against it"
    case .malformed(let place, let document): "\(text(place)) \(text(document))"
    case .notFound(let what): text(what)
    case .unreadable(let path, let trouble): "\(data: path) cannot be read: \(text(trouble))"
    case .unwritable(let path, let reason): "\(data: path) cannot be written: \(text(reason))"
    case .workflow(let place, let flaw): "\(text(place)) the workflow failed its proof: \(text(flaw))"
    case .unsound(isExporting: false): "the integrity audit failed; exports are blocked"
    case .unsound(isExporting: true): "the integrity audit failed, so nothing was exported or removed"
    case .collecting(let trouble, let number): text(trouble, in: number)
    case .packaging(let trouble): text(trouble)
    case .package(let number, let problem): "the package of \(number) is not what its record says: \(text(problem))"
    case .proposal(let trouble): text(trouble)
    case .signing(let trouble): text(trouble)
    case .usage(let usage): text(usage)
    case .store(let trouble): text(trouble)
    case .noGraphviz: "Graphviz (dot) is not installed, or failed to draw this chart"
    case .destinationTaken(let file): "the destination has another file with the name \(data: file)"
    case .exportRunning: "another export of this office is running"
    case .collectionRunning: "a collection of this office is running"
    case .unexpected(let type): "the program failed, not the input: \(data: type)"
    }
  }

  private func refused(_ attempt: Attempt, _ subject: Phrase) -> Phrase {
    switch attempt {
    case .receive: subject.isEmpty ? "the document was not logged" : "\(subject)does not accept this document"
    case .review: "\(subject)cannot be reviewed like this"
    case .clarify: "\(subject)cannot be clarified now"
    case .grant: "\(subject)cannot be granted this scope"
    case .collect: "\(subject)cannot be collected now"
    case .approve: "\(subject)cannot be approved now"
    case .export: "\(subject)may not be disclosed"
    case .refuse: "\(subject)cannot be refused like this"
    case .withdraw: "\(subject)cannot be closed like this"
    case .found: "the office cannot be founded like this"
    case .changeRegister: "the register was not changed"
    case .other: "\(subject)was refused"
    }
  }

  private func text(_ reason: UnwritablePhrase) -> Phrase {
    switch reason {
    case .trouble(.absent): "its folder does not exist"
    case .trouble(let trouble): text(trouble)
    case .notAFolder: "a part of the path is a file, not a folder"
    }
  }

  private func text(_ place: FilePlace) -> Phrase {
    let file: Phrase =
      switch place.file {
      case .named(let name): .data(name)
      case .sealedOrder: "the order of the case"
      case .givenCertificate: "the certificate"
      case .givenCheckpoint: "the checkpoint"
      }
    return place.line.map { "\(file):\($0):" } ?? "\(file):"
  }

  private func text(_ what: NotFoundPhrase) -> Phrase {
    switch what {
    case .input(let kind, let path): "\(text(kind)) not found: \(data: path)"
    case .folder(let path): "folder not found: \(data: path)"
    case .pack(let name): "pack not found: \(data: name)"
    case .packFiles(let path): "this folder has no pack: \(data: path)"
    case .timeZone(let name): "this machine does not know the time zone of the office: \(data: name)"
    }
  }
}
