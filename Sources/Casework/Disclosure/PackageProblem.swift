/// A difference between a sealed package and the form of a package, or between the package and the record of its case
/// (I5, I6).
///
/// A problem names a file or a collection at most. It never has a value of a row or the name of a column.
public enum PackageProblem: Error, Sendable, Hashable {
  // The archive.
  /// The bytes are not an archive in the only accepted form: they are cut off, too long, or have a member of another
  /// kind.
  case archive
  /// Two members have this path.
  case memberTwice(String)
  /// The archive has a member with this path, which no package with these tables has.
  case memberUnexpected(String)
  /// The archive lacks the member with this path.
  case memberMissing(String)
  /// The members are in another order, or their time is not the time of the collection.
  case arrangement

  // The tag files of the bag.
  /// `bagit.txt` is another text.
  case version
  /// `bag-info.txt` names another sender or day, or is in another form.
  case bagInfo
  /// The number of octets or files in `bag-info.txt` is wrong.
  case payloadOxum
  /// `manifest-sha256.txt` does not have exactly one correct line for each file of the payload.
  case manifest
  /// `tagmanifest-sha256.txt` does not have exactly one correct line for each tag file.
  case tagManifest

  // The statement.
  /// The package is of an older format, which does not list its columns, and is to be collected or approved now.
  case olderFormat
  /// `disclosure.json` cannot be read, or is not in the only accepted form.
  case statementForm
  /// `disclosure.json` differs from the case in this part.
  case statement(StatementPart)
  /// The collections in `disclosure.json` are not those of the record, in its order.
  case collections
  /// The file of this collection has another name than it must have.
  case fileName(collection: String)
  /// `disclosure.json` gives this collection another number of rows than the record.
  case statedRows(collection: String)
  /// A sentence of `disclosure.json`, or `certificate.txt`, is not what this program writes.
  case sentences

  // The tables.
  /// The file of this collection is not a table in the only accepted form.
  case table(collection: String)
  /// The file of this collection has another number of rows than the record.
  case rows(collection: String)
  /// The header of this collection names a column twice.
  case columnTwice(collection: String)
  /// The header of this collection is not the one that the statement lists.
  case header(collection: String)
  /// The table of this collection has a column that the record counts as withheld.
  case columnWithheld(collection: String)
  /// The table of this collection has a column of a category that is not in the collected scope.
  case columnNotGranted(collection: String)
  /// A row of this collection is of a target without collected data.
  case target(collection: String)
  /// A row of this collection has a value that is not in the collected scope for the row's target.
  case valueNotGranted(collection: String)

  // The record.
  /// The record names another order than the case has.
  case otherOrder
  /// The record names another grant than the case has.
  case otherGrant
  /// The record has a scope that is not inside the grant.
  case beyondGrant
}

/// A part of the statement in a package that the case determines.
public enum StatementPart: String, Sendable, Hashable, CaseIterable {
  /// The name of the office.
  case discloser
  /// The authority's title.
  case recipient
  /// The digest of the authority's certificate.
  case recipientCertificate
  /// The day of the collection.
  case preparedOn
  /// The order's instrument, authority, numbers, day and article.
  case order
  /// The legal bases.
  case bases
  /// The scope that the order requests.
  case requested
  /// The granted scope.
  case granted
  /// The scope of the collected data.
  case released
  /// The requested classes of which nothing was granted.
  case classesNotGranted
  /// The withheld data that the recipient may know of.
  case withheld
}
