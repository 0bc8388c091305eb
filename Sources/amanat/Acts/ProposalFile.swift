import Foundation
import Service
import Wording

/// The file of a proposal, at the path that was typed.
struct ProposalFile {
  private let typed: String
  private let url: URL

  init(_ typed: String, _ session: Session) {
    self.typed = typed
    url = session.url(typed)
  }

  /// Reads the proposal. At most one byte more than the largest proposal is read, whatever the file is.
  func read() throws -> Proposal {
    try InputFile.check(url.path, absent: .proposal(path: typed))
    // A pipe is refused: it may never end, and its contents would be lost after this reading.
    let kind = try? FileManager.default.attributesOfItem(atPath: url.resolvingSymlinksInPath().path)[.type]
    guard kind as? FileAttributeType == .typeRegular else { throw ServiceFault.proposal(.notAProposal) }
    guard let file = try? FileHandle(forReadingFrom: url) else {
      throw ServiceFault.notFound(.proposal(path: typed))
    }
    let data = (try? file.read(upToCount: Proposal.largest + 1)) ?? Data()
    guard data.count <= Proposal.largest else { throw ServiceFault.proposal(.notAProposal) }
    return try Proposal(reading: Array(data))
  }

  /// Writes the proposal completely or not at all. Only the owner of the file may read it.
  func write(_ proposal: Proposal) throws {
    do {
      try Desk.write(proposal, to: url)
    } catch {
      throw ServiceFault.notFound(.placeToWrite(path: typed))
    }
  }
}
