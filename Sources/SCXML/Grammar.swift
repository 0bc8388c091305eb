/// The attributes and content that the standard allows for one element.
struct Grammar {
  /// The attributes that the element may have.
  var attributes: Set<String> = []
  /// The attributes that the element must have, in the order in which a missing one is reported.
  var required: [String] = []
  /// Groups of attributes. The element may have only one attribute of a group.
  var exclusive: [[String]] = []
  /// The elements that the element may contain.
  var children: Set<String> = []
  /// The elements that the element may contain only once.
  var once: Set<String> = []
  /// Whether the element may contain text.
  var holdsText = false
}

extension Grammar {
  // SCXML 4: the content of a handler or a transition.
  private static let content: Set<String> = ["raise", "if", "foreach", "log", "assign", "send", "cancel"]

  /// Every element that the reader accepts, by its name.
  static let elements: [String: Grammar] = [
    // SCXML 3: states and transitions.
    "scxml": Grammar(
      attributes: ["initial", "name", "version", "datamodel", "binding"], required: ["version"],
      children: ["state", "parallel", "final", "datamodel"], once: ["datamodel"]),
    "state": Grammar(
      attributes: ["id", "initial"],
      children: [
        "onentry", "onexit", "transition", "initial", "state", "parallel", "final", "history", "datamodel",
      ], once: ["initial", "datamodel"]),
    "parallel": Grammar(
      attributes: ["id"],
      children: ["onentry", "onexit", "transition", "state", "parallel", "history", "datamodel"],
      once: ["datamodel"]),
    "transition": Grammar(attributes: ["event", "cond", "target", "type"], children: content),
    "initial": Grammar(children: ["transition"], once: ["transition"]),
    "final": Grammar(attributes: ["id"], children: ["onentry", "onexit", "donedata"], once: ["donedata"]),
    "onentry": Grammar(children: content),
    "onexit": Grammar(children: content),
    "history": Grammar(attributes: ["id", "type"], children: ["transition"], once: ["transition"]),
    // SCXML 4: executable content.
    "raise": Grammar(attributes: ["event"], required: ["event"]),
    "if": Grammar(
      attributes: ["cond"], required: ["cond"], children: content.union(["elseif", "else"]), once: ["else"]),
    "elseif": Grammar(attributes: ["cond"], required: ["cond"]),
    "else": Grammar(),
    "foreach": Grammar(attributes: ["array", "item", "index"], required: ["array", "item"], children: content),
    "log": Grammar(attributes: ["label", "expr"]),
    // SCXML 5: data.
    "datamodel": Grammar(children: ["data"]),
    "data": Grammar(
      attributes: ["id", "src", "expr"], required: ["id"], exclusive: [["src", "expr"]], holdsText: true),
    "assign": Grammar(attributes: ["location", "expr"], required: ["location"], holdsText: true),
    "donedata": Grammar(children: ["content", "param"], once: ["content"]),
    "content": Grammar(attributes: ["expr"], holdsText: true),
    "param": Grammar(
      attributes: ["name", "expr", "location"], required: ["name"], exclusive: [["expr", "location"]]),
    // SCXML 6: events to the outside.
    "send": Grammar(
      attributes: [
        "event", "eventexpr", "target", "targetexpr", "type", "typeexpr", "id", "idlocation", "delay", "delayexpr",
        "namelist",
      ],
      exclusive: [
        ["event", "eventexpr"], ["target", "targetexpr"], ["type", "typeexpr"], ["id", "idlocation"],
        ["delay", "delayexpr"],
      ], children: ["content", "param"], once: ["content"]),
    "cancel": Grammar(attributes: ["sendid", "sendidexpr"], exclusive: [["sendid", "sendidexpr"]]),
  ]

  /// The elements of the standard that the reader refuses, with the reason.
  static let refused: [String: String] = [
    "invoke": "<invoke> is not supported: a chart cannot start other machines or services (SCXML 6.4)",
    "finalize": "<finalize> is not supported, because <invoke> is not (SCXML 6.5)",
    "script":
      "<script> is not supported: what a script does is in no state, so nothing could be proved of it (SCXML 5.8)",
  ]
}
