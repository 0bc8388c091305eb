import Casework

extension English {
  public func text(_ hint: Hint) -> Phrase {
    let commands = CommandText(self)
    return switch hint {
    case .step(let step): text(step)
    case .help(let verb): .data("\(verb.command) --help")
    case .logWithoutTrial: "without \(.data("--dry-run")) the document is logged, even if rules are against it"
    case .correctFile: "correct the file and try again; nothing was changed"
    case .giveFile: "give the path of a regular file; nothing was changed"
    case .makeReadable: "make the file readable for this account, or give a copy of it; nothing was changed"
    case .otherPlace: "give another place, or make this one writable for this account"
    case .makeFolder: "make the folder first, or give another place"
    case .correctChart(let again): "correct the chart, then: \(commands.text(again))"
    case .raiseBound(let again, let bound):
      "\(commands.text(again, bound: bound)), or give the chart fewer states that change independently"
    case .makeKey: "\(.data("ssh-keygen -t ed25519 -f")) \(commands.placeholder(.key))"
    case .makeOrGiveKey:
      "give the path of an existing key, or make one: \(.data("ssh-keygen -t ed25519 -f")) \(commands.placeholder(.key))"
    case .givePublicKey(let file): "give \(commands.publicKey(file))"
    case .askForPublicKey: "ask for the \(.data(".pub")) file that ssh-keygen wrote beside the private key"
    case .installOpenSSH: .data("apt-get install openssh-client")
    case .loadKey:
      "if the key has a passphrase or is on another device, load it first: \(.data("ssh-add")) \(commands.placeholder(.key))"
    case .compareKey(let file): commands.fingerprint(of: file)
    case .nameKey: "give \(.data("--sign-with")) \(commands.placeholder(.key)), or set \(.data("AMANAT_SIGN_WITH"))"
    case .nameOfficeKey:
      "give \(.data("--office-key")) \(commands.placeholder(.file)), or set \(.data("AMANAT_OFFICE_KEY"))"
    case .restoreMarks:
      "put the folder of the marks back to the place that the key file names in its line \(.data("marks"))"
    case .actToQuarantine: "the next act moves it into quarantine and goes on; find out who wrote it"
    case .giveEmptyFolder: "give a folder that is empty or does not exist"
    case .setClock: "set the clock, and try again; where the clock is right, that entry is dated ahead"
    case .tryAgain: "try again"
    case .restorePackFile: "restore the file from the pack"
    case .installGraphviz: .data("apt-get install graphviz")
    case .otherFormat: "give \(.data("--format mermaid")) or \(.data("--format dot"))"
    case .otherDestination: "give another folder with \(.data("--to")), or move that file away"
    case .waitForExport, .waitForCollection: "try again when it has ended"
    case .correctSource: "correct the keys of the source, or its annotation, and collect again"
    case .signProposal(let file): commands.sign(file)
    case .submitProposal(let file): commands.submit(file)
    case .proposeAgain: "make the proposal again with \(.data("--propose")), and let its signers sign the new one"
    case .showProposal: commands.showProposal
    case .nameItsOffice:
      "give the office that the proposal names with \(.data("--office")) \(commands.placeholder(.folder)): \(commands.showProposal)"
    case .giveCopies: "give the copies of one proposal, each signed by another signer"
    case .nameDestination: "give \(.data("--to")) \(commands.placeholder(.folder))"
    case .keepFolder:
      "do not change the folder; compare it with a copy or a checkpoint: \(commands.text(.auditAgainstCheckpoint))"
    case .enrolFirst(let folder): commands.enrolFirst(office: folder)
    }
  }

  private func text(_ step: NextStep) -> Phrase {
    let commands = CommandText(self)
    return step.actions.map { action -> Phrase in
      switch action {
      case .approveByAnother: "a manager who took no part in the case must approve: \(commands.text(action))"
      case .restore: "if it is an honest backup, two custodians go on from it: \(commands.text(action))"
      case .setTimeAside: "two custodians set the time of the entry aside: \(commands.text(action))"
      case .settleLoss: "two custodians who know what was lost set it aside: \(commands.text(action))"
      case .countersign: "sign with the keys of two custodians: \(commands.text(action))"
      case .receive, .clarify, .review, .callBack, .grant, .collect, .approve, .export, .resume, .refuse, .close, .show,
        .history, .listCases, .listOfficers, .enrol, .registerAuthority, .registerCertificate, .found, .audit,
        .auditAgainstCheckpoint, .tidy, .upgrade, .setAside:
        commands.text(action)
      }
    }.joined(", then: ")
  }
}
