/// Sends events and collects their data. Implements SCXML 6.2, 5.5 to 5.7, and C.1.
///
/// An event can be sent only to the session itself. An event for the external queue becomes an effect; an event for the
/// internal queue is raised at once. Any other target that begins with `#_` raises `error.communication`, and any other
/// text raises `error.execution`. If an expression fails, nothing is sent. If a parameter fails, only the parameter is
/// omitted (SCXML 5.7.2).
extension Machine {
  /// Sends an event. Returns false after an `error.execution`, which ends the block.
  mutating func send(_ send: ContentTables.Send) -> Bool {
    var id = send.id
    do throws(EvaluationFault) {
      let eventName = try text(of: send.event)
      let target = try text(of: send.target)
      let type = try text(of: send.type)
      let delay = try delay(send.delay)
      if let location = send.idLocation { id = try name(sendAt: location) }
      guard let eventName else { throw EvaluationFault("the event has no name") }
      guard type == nil || type == EventProcessor.scxml || type == "scxml" else {
        throw EvaluationFault("there is no such event processor")
      }
      var event = Event<Model.Value>(eventName, sendID: id)
      event.data = try data(names: send.names, send.payload, sendID: id)
      switch target {
      case nil, session?.location:
        event.origin = session?.location
        event.originType = EventProcessor.scxml
        effects.append(.send(Dispatch(event: event, id: id, delay: delay)))
      case "#_internal":
        event.kind = .internal
        raise(send.eventID ?? program?.chart.event(eventName) ?? EventID(rawValue: 0)) { event }
      case let target? where target.hasPrefix("#_"): raiseError(isCommunication: true, sendID: id)
      default: throw EvaluationFault("there is no such target")
      }
      return true
    } catch {
      raiseError(sendID: id)
      return false
    }
  }

  /// Returns the done data of a final state. Data that fail are omitted, and their error is raised before the event
  /// (SCXML 5.5).
  mutating func doneData(_ payload: Int) -> Model.Value? {
    do throws(EvaluationFault) {
      return try data(names: [], tables.content.payloads[payload], sendID: nil)
    } catch {
      raiseError()
      return nil
    }
  }

  private func text(of given: ContentTables.GivenRow?) throws(EvaluationFault) -> String? {
    switch given {
    case nil: return nil
    case .literal(let text): return text
    case .expression(let place):
      guard let program else { return nil }
      return try program.model.text(value(of: place, program))
    }
  }

  private func value(of place: Int, _ program: Program<Model>) throws(EvaluationFault) -> Model.Value {
    try program.model.evaluate(program.expressions[place], in: store, moment(program))
  }

  private func delay(_ given: ContentTables.GivenRow?) throws(EvaluationFault) -> Duration {
    guard let text = try text(of: given) else { return .zero }
    guard let delay = Duration(delay: text) else { throw EvaluationFault("the delay is no time") }
    return delay
  }

  private mutating func name(sendAt location: Int) throws(EvaluationFault) -> String? {
    guard let program, let session else { return nil }
    // The number is used up even if the send then fails, so that no identifier is generated twice.
    sends += 1
    let id = "\(session.session).send.\(sends)"
    guard let value = program.model.value(text: id) else { return nil }
    try program.model.assign(value, to: program.locations[location], in: &store, moment(program))
    return id
  }

  private mutating func data(
    names: [ContentTables.Parameter], _ payload: ContentTables.Payload?, sendID: String?
  ) throws(EvaluationFault) -> Model.Value? {
    guard let program else { return nil }
    var fields: [(name: String, value: Model.Value)] = []
    for name in names { fields.append((name.name, try value(of: name, program))) }
    switch payload {
    case .content(.text(let text)): return program.model.value(text: text)
    case .content(.expression(let place)): return try value(of: place, program)
    case .content(.none), nil: break
    case .content(.unavailable): throw EvaluationFault("the content did not come")
    case .parameters(let parameters):
      for parameter in parameters {
        do throws(EvaluationFault) { fields.append((parameter.name, try value(of: parameter, program))) } catch {
          raiseError(sendID: sendID)
        }
      }
    }
    return fields.isEmpty ? nil : program.model.value(fields: fields)
  }

  private func value(
    of parameter: ContentTables.Parameter, _ program: Program<Model>
  ) throws(EvaluationFault) -> Model.Value {
    switch parameter.source {
    case .expression(let place): try value(of: place, program)
    case .location(let place): try program.model.read(program.locations[place], in: store, moment(program))
    }
  }
}
