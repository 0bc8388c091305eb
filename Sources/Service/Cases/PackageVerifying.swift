import Casework
import Intake
import Ledger
import Packaging
import Wording

extension Desk {
  /// The language of the certificate of disclosure.
  static var certificateLanguage: any Language { English() }

  /// Returns what a case determines of its package.
  ///
  /// - Parameters:
  ///   - registers: the registers at the time of the collection, or later.
  ///   - time: the time of the collection.
  ///   - sequence: the place of the entry of the collection; nil where it has none yet. An authority that was changed
  ///     after this entry is left out: its title at the time of the collection is not known.
  func disclosedCase(
    _ order: Order, _ receipt: OrderReceipt, _ granted: GrantedScope, _ registers: Registers, at time: Instant,
    collectedIn sequence: Int? = nil
  ) throws -> DisclosedCase {
    let record = receipt.authority.flatMap { registers.authorities[$0] }
    return DisclosedCase(
      discloser: profile.name, order: order, receipt: receipt, granted: granted,
      authority: record.flatMap { $0.sequence < sequence ?? .max ? $0.authority : nil }, bases: try pack.bases(),
      time: time, day: calendar.day(time))
  }

  /// Opens the package of a case and verifies it in full.
  ///
  /// - Throws: `ServiceFault.package` where it is not the package that the entry of the collection describes.
  func verifiedBag(
    _ collected: Case.Recorded<Collected>, _ standing: Standing, _ vault: Vault, _ sentences: VerifiedBag.Sentences
  ) throws -> Bag {
    let bytes = try stored { try vault.open(office.sealed(collected.value.package)) }
    return try verified(
      bytes, collected.value, standing, at: collected.time, collectedIn: collected.sequence, vault, sentences)
  }

  /// Verifies the bytes of a package in full.
  ///
  /// - Parameters:
  ///   - time: the time of the collection.
  ///   - sequence: the place of the entry of the collection; nil where it is not entered yet.
  @discardableResult
  func verified(
    _ bytes: [UInt8], _ collected: Collected, _ standing: Standing, at time: Instant, collectedIn sequence: Int?,
    _ vault: Vault, _ sentences: VerifiedBag.Sentences
  ) throws -> Bag {
    let number = standing.subject.number
    guard let receipt = standing.subject.order?.value, let granted = standing.subject.granted?.value else {
      throw ServiceFault.refused(Refusal([.noScope]), number)
    }
    let disclosed = try disclosedCase(
      try sealedOrder(receipt, vault), receipt, granted, standing.history.registers, at: time, collectedIn: sequence)
    do throws(PackageProblem) {
      return try VerifiedBag(reading: bytes, recorded: collected, in: disclosed, sentences: sentences).bag
    } catch {
      throw ServiceFault.package(error, number)
    }
  }

  /// Opens and reads the order of a case.
  func sealedOrder(_ receipt: OrderReceipt, _ vault: Vault) throws -> Order {
    let bytes = try stored { try vault.open(office.sealed(receipt.document)) }
    let orders = try pack.orders()
    do throws(IntakeFault) {
      return try orders.order(bytes, digest: .of(bytes))
    } catch {
      throw ServiceFault.malformed(error, in: .sealedOrder)
    }
  }
}
