import Casework

extension English {
  public func text(_ problem: PackageProblem) -> Phrase {
    switch problem {
    case .archive: "it is not a tar archive in the accepted form"
    case .memberTwice(let path): "it has two files with the path \(data: path)"
    case .memberUnexpected(let path): "it has the unexpected file \(data: path)"
    case .memberMissing(let path): "it lacks the file \(data: path)"
    case .arrangement: "its files are in another order or have another time"
    case .version: "\(.data("bagit.txt")) is not that of a BagIt 1.0 bag"
    case .bagInfo: "\(.data("bag-info.txt")) names another sender or day"
    case .payloadOxum: "\(.data("bag-info.txt")) has another size or number of files than the payload"
    case .manifest: "\(.data("manifest-sha256.txt")) does not list the payload"
    case .tagManifest: "\(.data("tagmanifest-sha256.txt")) does not list the tag files"
    case .olderFormat: "it is of an older format, which does not list its columns"
    case .statementForm: "\(.data("disclosure.json")) is not in the accepted form"
    case .statement(let part): "\(.data("disclosure.json")) differs from the case in \(text(part))"
    case .collections: "the collections in \(.data("disclosure.json")) are not the recorded ones"
    case .fileName(let collection): "the file of the collection \(data: collection) has a wrong name"
    case .statedRows(let collection):
      "\(.data("disclosure.json")) gives the collection \(data: collection) another number of rows than the record"
    case .sentences: "a sentence or the certificate in it is not one that this program writes"
    case .table(let collection): "the table of the collection \(data: collection) is not in the accepted form"
    case .rows(let collection):
      "the table of the collection \(data: collection) has another number of rows than the record"
    case .columnTwice(let collection): "the table of the collection \(data: collection) has two columns of one name"
    case .header(let collection):
      "the columns of the collection \(data: collection) are not those in \(.data("disclosure.json"))"
    case .columnWithheld(let collection):
      "the table of the collection \(data: collection) has a column that the record withholds"
    case .columnNotGranted(let collection):
      "the table of the collection \(data: collection) has a column outside the collected scope"
    case .target(let collection):
      "the table of the collection \(data: collection) has a row of a target without collected data"
    case .valueNotGranted(let collection):
      "the table of the collection \(data: collection) has a value outside the collected scope of its target"
    case .otherOrder: "it was collected under another order than the case has"
    case .otherGrant: "it was collected under another grant than the case has"
    case .beyondGrant: "its scope is not within the grant"
    }
  }

  private func text(_ part: StatementPart) -> Phrase {
    switch part {
    case .discloser: "the name of the office"
    case .recipient: "the recipient"
    case .recipientCertificate: "the certificate of the recipient"
    case .preparedOn: "the day of the collection"
    case .order: "the order"
    case .bases: "the legal bases"
    case .requested: "the requested scope"
    case .granted: "the granted scope"
    case .released: "the collected scope"
    case .classesNotGranted: "the classes that were not granted"
    case .withheld: "the withheld data"
    }
  }
}
