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

  /// Reads the proposal.
  func read() throws -> Proposal {
    try Proposal(reading: InputFile.read(url.path, limit: Proposal.largest, as: .proposal, named: typed))
  }

  /// Writes the proposal completely or not at all. Only the owner of the file may read it.
  func write(_ proposal: Proposal) throws {
    do {
      try Desk.write(proposal, to: url)
    } catch ServiceFault.store(.file(_, let trouble)) {
      throw ServiceFault.unwritable(path: typed, .trouble(trouble))
    }
  }
}
