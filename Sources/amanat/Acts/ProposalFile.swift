import Foundation
import Service
import Wording

/// A proposal's file, as it was typed.
struct ProposalFile {
  private let typed: String
  private let url: URL

  init(_ typed: String, _ session: Session) {
    self.typed = typed
    url = session.url(typed)
  }

  /// Reads the proposal. Never more is read than a proposal can be, whatever the file is.
  func read() throws -> Proposal {
    try InputFile.check(url.path, absent: .proposal(path: typed))
    // A pipe would be read before anybody sees what is in it, and may never end.
    let kind = try? FileManager.default.attributesOfItem(atPath: url.resolvingSymlinksInPath().path)[.type]
    guard kind as? FileAttributeType == .typeRegular else { throw ServiceFault.proposal(.notAProposal) }
    guard let file = try? FileHandle(forReadingFrom: url) else {
      throw ServiceFault.notFound(.proposal(path: typed))
    }
    let data = (try? file.read(upToCount: Proposal.largest + 1)) ?? Data()
    guard data.count <= Proposal.largest else { throw ServiceFault.proposal(.notAProposal) }
    return try Proposal(reading: Array(data))
  }

  /// Writes the proposal, whole or not at all; only its owner may read it.
  func write(_ proposal: Proposal) throws {
    do {
      try Desk.write(proposal, to: url)
    } catch {
      throw ServiceFault.notFound(.placeToWrite(path: typed))
    }
  }
}
