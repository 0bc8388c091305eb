import Casework

extension English {
  public func text(_ document: DocumentPhrase) -> Phrase {
    switch document {
    case .isFolder: "this is a folder, not a file"
    case .notRegular: "this is not a regular file, but a pipe, a socket or a device"
    case .tooLarge(let limit, .order): "larger than \(limit) bytes: this is not an order, and it was not logged"
    case .tooLarge(let limit, let kind): "larger than \(limit) bytes: this is not \(one(kind))"
    case .notOfficeKey: "this is not the key of an office"
    case .notCheckpoint: "this is not a checkpoint of this office"
    case .noCharts: "this folder has no charts"
    case .packWithoutBases: "the pack has no legal bases, so no office can be founded with it"
    case .certificateExpired(let day): "it expired after \(text(day))"
    case .certificateTooWeak: "its key is too weak: RSA needs at least 2048 bits, an elliptic curve at least 224"
    case .certificateCannotEncrypt: "its key cannot be used for encryption: use an RSA key or an EC key"
    case .annotation(let annotation): text(annotation)
    case .absentFromSource(let collection, nil):
      "the source has no collection '\(data: collection)', which the annotation names"
    case .absentFromSource(let collection, let field?):
      "the source has no field '\(data: collection).\(data: field)', which the annotation names"
    case .reading(let fault): text(fault)
    }
  }

  /// Returns the name of a kind of document.
  func text(_ kind: InputKind) -> Phrase {
    switch kind {
    case .order: "order"
    case .annotation: "annotation"
    case .database: "database"
    case .certificate: "certificate"
    case .checkpoint: "checkpoint"
    case .chart: "chart"
    case .packFile: "file of a pack"
    case .proposal: "proposal"
    }
  }

  /// Returns the name of a kind of document with its article.
  private func one(_ kind: InputKind) -> Phrase {
    switch kind {
    case .order, .annotation: "an \(text(kind))"
    case .database, .certificate, .checkpoint, .chart, .packFile, .proposal: "a \(text(kind))"
    }
  }

  /// Returns a text for programmers, which is English in every language. It may quote names of a document, so its hidden
  /// characters are escaped like those of data.
  func asWritten(_ text: String) -> Phrase { Phrase([.words(Phrase.data(text).visible.text)]) }
}
