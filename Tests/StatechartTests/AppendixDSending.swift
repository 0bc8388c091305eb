import Statechart

extension AppendixD {
  /// Executes a `send` (SCXML 6.2 and C.1). Nothing is sent if a part of it cannot be evaluated.
  mutating func execute(_ send: SendDefinition) throws {
    var id = send.id
    do {
      let event = try send.event.map(text)
      let target = try send.target.map(text)
      let type = try send.type.map(text)
      let delay = try send.delay.map { try duration(text($0)) } ?? .zero
      if let location = send.idLocation {
        sends += 1
        let name = "\(session ?? "").send.\(sends)"
        guard let value = model.value(text: name) else { throw ContentFault() }
        try assign(value, to: location)
        id = name
      }
      guard [nil, "scxml", EventProcessor.scxml].contains(type) else { throw ContentFault() }
      let data = try payload(send, id)
      let sent = Event(event ?? "", sendID: id, data: data)
      if try !deliver(sent, to: target, delay) { raiseError("error.communication", id) }
    } catch {
      throw ContentFault(sendID: id)
    }
  }

  /// Delivers an event. Returns false if the target is unreachable, and throws if it is not an address.
  private mutating func deliver(_ sent: Event<Model.Value>, to target: String?, _ delay: Duration) throws -> Bool {
    var event = sent
    let own = session.map { "#_scxml_" + $0 }
    if target == nil || target == own {
      event.origin = own
      event.originType = EventProcessor.scxml
      effects.append(.send(Dispatch(event: event, id: event.sendID, delay: delay)))
      note("send")
      return true
    }
    if target == "#_internal" {
      event.kind = .internal
      enqueue(event)
      return true
    }
    if target?.hasPrefix("#_") == true { return false }
    throw ContentFault()
  }

  func text(_ given: Given) throws -> String {
    switch given {
    case .literal(let text): text
    case .expression(let expression): try model.text(evaluate(expression))
    }
  }

  /// Parses a duration: digits, optionally a point and more digits, and `s` or `ms`. Source: SCXML 6.2.1, after CSS2.
  private func duration(_ text: String) throws -> Duration {
    let milliseconds = text.hasSuffix("ms")
    guard text.hasSuffix("s") else { throw ContentFault() }
    let parts = text.dropLast(milliseconds ? 2 : 1).split(separator: ".", omittingEmptySubsequences: false)
    guard let last = parts.last, parts.count <= 2, !last.isEmpty,
      parts.allSatisfy({ $0.allSatisfy { ("0"..."9").contains($0) } })
    else { throw ContentFault() }
    var attoseconds: Int64 = milliseconds ? 1_000_000_000_000_000 : 1_000_000_000_000_000_000
    var duration = Duration.zero
    if let whole = Int64(parts[0]) { duration = .init(secondsComponent: 0, attosecondsComponent: attoseconds) * whole }
    for digit in parts.count == 2 ? Array(last) : [] {
      attoseconds /= 10
      duration += .init(secondsComponent: 0, attosecondsComponent: attoseconds) * (digit.wholeNumberValue ?? 0)
    }
    return duration
  }

  // MARK: payloads (SCXML 5.5 to 5.7)

  private mutating func payload(_ send: SendDefinition, _ id: String?) throws -> Model.Value? {
    let names = try send.names.map { (name: $0, value: try read($0)) }
    switch send.payload {
    case nil: return names.isEmpty ? nil : model.value(fields: names)
    case .parameters(let parameters): return record(names + evaluated(parameters, id))
    case .content(.none, _): return nil
    case .content(let value, _): return try valueOf(value)
    }
  }

  /// Returns the data of a final state. Parts that cannot be evaluated are left out.
  mutating func doneData(_ final: String) -> Model.Value? {
    switch tree.definition(final)?.doneData {
    case nil, .content(.none, _): return nil
    case .parameters(let parameters): return record(evaluated(parameters))
    case .content(let value, _):
      note("done data")
      do { return try valueOf(value) } catch {
        raiseError("error.execution")
        return nil
      }
    }
  }

  private mutating func evaluated(
    _ parameters: [PayloadDefinition.Parameter], _ id: String? = nil
  ) -> [(name: String, value: Model.Value)] {
    var fields: [(name: String, value: Model.Value)] = []
    for parameter in parameters {
      do {
        switch parameter.source {
        case .expression(let text): fields.append((parameter.name, try evaluate(text)))
        case .location(let text): fields.append((parameter.name, try read(text)))
        }
        note("parameter")
      } catch {
        raiseError("error.execution", id)
        note("faulty parameter")
      }
    }
    return fields
  }

  private func record(_ fields: [(name: String, value: Model.Value)]) -> Model.Value? {
    fields.isEmpty ? nil : model.value(fields: fields)
  }
}
