/// Says of one element of the standard what it may bear and hold.
struct Grammar {
  /// Names every attribute that it may bear.
  var attributes: Set<String> = []
  /// Names those that it must bear.
  var required: Set<String> = []
  /// Lists attributes of which it may bear one at most.
  var exclusive: [[String]] = []
  /// Names the elements that it may hold.
  var children: Set<String> = []
  /// Names those of them that it may hold once at most.
  var once: Set<String> = []
  /// Tells whether it may hold text.
  var holdsText = false
}

extension Grammar {
  // SCXML 4: what may stand in a handler or a transition.
  private static let content: Set<String> = ["raise", "if", "foreach", "log", "assign", "send", "cancel"]

  /// Holds every element that is read, by its name.
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

  /// Holds the elements of the standard that are not read, and why.
  static let refused: [String: String] = [
    "invoke": "<invoke> is not read: a chart here starts no other machine and calls nobody (SCXML 6.4)",
    "finalize": "<finalize> is not read, for nothing is invoked (SCXML 6.5)",
    "script": "<script> is not read: a script can do anything, and what decides must be seen (SCXML 5.8)",
  ]
}
