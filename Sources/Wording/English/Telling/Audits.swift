import Casework

extension English {
  public func text(_ line: AuditLine) -> Phrase {
    switch line {
    case .identity(let office, let founding, let compared):
      "office: \(office.map { Phrase.data($0.description) } ?? "unknown")\(founding.map { ", founded by \(data: $0.hex)" } ?? Phrase.empty), compared with \(compared.isEmpty ? "nothing outside its folder" : list(compared.map(text)))"
    case .broken(let place, let number, let problem):
      "broken: \(text(place))\(number.map { " (\($0))" } ?? Phrase.empty): \(text(problem))"
    case .setAside(let place, let number, let problem):
      "set aside: \(text(place))\(number.map { " (\($0))" } ?? Phrase.empty): \(text(problem))"
    case .fewCustodians(let count): "warning: \(text(Notice.fewCustodians(count)))"
    case .unfinished(let number, let what): "unfinished: \(number.map { "\($0): " } ?? Phrase.empty)\(text(what))"
    case .unchecked(let releases):
      "not checked: the envelopes of \(text(releases, .disclosures)) by an older version, which kept no seeds"
    case .summary(let counts, let isSound):
      "\(isSound ? Phrase("sound") : "checked"): \(text(counts.entries, .entries)), \(text(counts.signatures, .signatures)), \(text(counts.sealedValues, .sealedValues)), \(text(counts.cases, .cases)), \(text(counts.disclosures, .disclosures))"
    case .root(let root, let size): "root: \(data: root) at \(size)"
    }
  }

  private func text(_ comparison: AuditComparison) -> Phrase {
    switch comparison {
    case .keyFile: "its key file"
    case .mark(let size): "its mark at \(size)"
    case .checkpoint(let size): "a checkpoint at \(size)"
    }
  }

  private func text(_ place: AuditPlace) -> Phrase {
    switch place {
    case .entry(let sequence): "entry \(sequence)"
    case .file(let name): .data(name)
    case .office: "office"
    }
  }

  public func text(_ what: UnfinishedPhrase) -> Phrase {
    switch what {
    case .delivery:
      "the permit was used and no delivery is recorded, so the export may have left; finish it with \(.data("export --resume"))"
    case .strayPackage(let path): "a file in sealed/ that no entry names: \(data: path)"
    case .closedDelivery:
      "the permit was used, no delivery is recorded, and the case is closed; the export may have left"
    case .uncheckedDelivery:
      "an older version used the permit, and its envelope cannot be checked; the export cannot be finished, so close the case"
    case .strayEnvelope(let path): "a file in outbox/ that no entry names: \(data: path)"
    case .quarantined(let path): "a row that did not verify was moved out of the log: \(data: path)"
    }
  }

  public func text(_ problem: AuditPhrase) -> Phrase {
    switch problem {
    case .atAnotherPlace(let row): "it is at another place than its row says (\(row))"
    case .leafHash: "its leaf hash does not fit its bytes and signatures"
    case .treeHeadAfter: "the tree head stored after it is wrong"
    case .notCanonical: "it is not an entry in the only accepted form"
    case .format: "its format is unknown"
    case .claimsPlace(let sequence): "it says that it is entry \(sequence)"
    case .otherTreeBefore: "its signer saw another tree before it"
    case .notLinked: "it does not follow the last entry of its case or of the registers"
    case .rowNamesAnotherCase: "its row names another case than the entry"
    case .datedBeforePrevious: "it is dated before an entry that its signer saw"
    case .datedInFuture: "it is dated in the future"
    case .enteredTooLate: "it was entered after it could be submitted"
    case .severalReceipts: "it receives several orders"
    case .otherLogUpgraded: "it carries on a log that had another root in its old format"
    case .notFounding: "the first entry does not found an office"
    case .anotherOffice: "it belongs to another office"
    case .registerRule(let event): "it changes a register against the rules: \(data: event)"
    case .signaturesUnreadable: "its signatures cannot be read"
    case .signatureCount: "it has too many or too few signatures"
    case .signedTwice: "one person signed it twice"
    case .signerNotOfficer: "somebody signed it who was not an active officer then"
    case .keyNotSigners(let officer): "it is signed with a key that is not \(officer)'s"
    case .signatureWrong(let officer): "the signature of \(officer) is wrong"
    case .notCustodians: "it changes a register, and its signer is not a custodian"
    case .roleNotHeld(let officer): "it names a role that \(officer) did not have"
    case .neitherActNorChange: "it is neither an act in a case nor a change to a register"
    case .grantDigest: "the digest of the granted scope is wrong"
    case .unknownChart: "it follows a workflow that the office was not founded with"
    case .otherChart: "it follows another workflow than its case"
    case .impossibleUnderChart: "it is not possible in its case under its workflow"
    case .receiptNotOfDocument: "what it says of the order differs from the sealed document"
    case .packageNotOfRecord(let problem): "its package is not what it records: \(text(problem))"
    case .permitForAnother: "it uses a permit for another package or recipient than was approved"
    case .permitRefused(let rules): "it uses a permit that the gate refuses: \(list(rules.map(text)))"
    case .permitNotReplayed: "it uses a permit in a case that cannot be rebuilt"
    case .damagedFile: "SQLite finds the file damaged"
    case .schema: "its tables, indices or triggers are not those of an office"
    case .noEntries: "there are no entries"
    case .treeHeadCount: "the stored tree head is missing, or there are several"
    case .entryGone(let size): "it is gone: the stored tree head counts \(text(size, .entries))"
    case .entryBeyondTreeHead(let size): "it is beyond the stored tree head, which counts \(text(size, .entries))"
    case .treeHeadWrong: "the stored tree head is wrong"
    case .listedWithoutEntries: "the list of cases has a case without entries"
    case .listedWrongly: "the list of cases differs from the entries of the case"
    case .notListed: "the case is not in the list of cases"
    case .beyondCheckpoint(let size): "it is gone: the checkpoint counts \(text(size, .entries))"
    case .notCheckpoints: "the log up to here differs from the log that the checkpoint was made of"
    case .checkpointOfAnother: "the checkpoint is of another office or of another history of this one"
    case .notKeyFiles: "it is not the founding entry that the key file names"
    case .markGone: "the mark is not there, so an older copy of the office could not be told"
    case .markStrange: "the mark was changed, or was written with another key"
    case .beyondMark(let size): "it is gone: the mark counts \(text(size, .entries))"
    case .notMarks: "the log from here differs from the log that was marked"
    case .keyGone(let name): "the key '\(data: name)' is gone"
    case .keyDoesNotOpen(let name): "the key '\(data: name)' cannot be opened"
    case .logKey: "the key of the log differs from the one in the founding entry"
    case .officeKey: "the key of the office does not open its keys: it is another office's, or a row was changed"
    case .unpromisedSealedValue: "there is a sealed value that no entry names"
    case .sealedValueFiledWrongly: "a sealed value is stored under another entry or key"
    case .sealedValueDoesNotOpen: "a sealed value that it names cannot be opened, or is another"
    case .sealedValueGone: "a sealed value that it names is gone"
    case .envelopeOfAnother: "the envelope in the entry is not built from the approved package for its recipient"
    case .releaseWithoutSeed: "the release has no sealed seed, so its envelope cannot be checked"
    case .deliveryOfAnother: "it delivers another envelope than was released"
    case .notAFolder: "this is not a folder"
    }
  }
}
