extension English {
  public func abstract(of verb: Verb) -> Phrase {
    switch verb {
    case .amanat: "Takes an order for users' data from its receipt to a sealed export, or refuses it."
    case .receive: "Log an order. Every document is sealed and recorded before it is judged."
    case .review: "Record one finding, with its evidence."
    case .clarify: "Record that the authority was asked for what its order lacks."
    case .scope: "Grant a scope: what was asked, without what no legal basis covers and without what you leave out."
    case .collect: "Collect the target's rows from a SQLite database, within the granted scope, into a sealed package."
    case .approve: "Approve exactly what was collected. Only a manager who took no part in the case may."
    case .export: "Disclose through the gate, once, encrypted to the certificate of the authority."
    case .refuse: "Refuse an order and close its case."
    case .withdraw:
      "Close a case whose order no longer counts: withdrawn by the authority, quashed by a court, or lapsed."
    case .list: "List the open cases, or all cases."
    case .show: "Show a case, rebuilt from the signed log, and every reason not to disclose."
    case .history: "List every act in a case, each signature verified."
    case .found: "Found an office: a folder, its key beside it, and two custodians who sign its first entry."
    case .officer: "The register of officers."
    case .officerEnrol: "Enrol an officer. Two custodians sign."
    case .officerRetire: "Retire an officer. What the officer signed remains valid."
    case .officerRekey:
      "Replace the key of an officer. What was signed with the old key remains valid. Two custodians sign."
    case .officerList: "List the officers."
    case .authority: "The register of issuing authorities."
    case .authorityAdd: "Register an authority, or a change to one. Two custodians sign."
    case .authoritySuspend: "Suspend an authority. Nothing is exported to it."
    case .authorityRestore: "End the suspension of an authority."
    case .authorityList: "List the authorities."
    case .workflow: "The charts that define what may come next."
    case .workflowCheck: "Prove that no order of events avoids a required check, or show the way that does."
    case .workflowDraw: "Draw a chart, or the chart of a case with the states that the case is in."
    case .workflowExplain: "Explain what may come next in a case, who may do it, and what blocks the rest."
    case .audit: "Check the whole office again: signatures, tree, replay, gate, sealed values."
    case .upgrade: "Carry an office of an older format on in the present one. Two custodians sign."
    case .restore: "Go on from an older copy of the office, with what is lost named. Two custodians sign."
    case .setAside:
      "Set aside findings of the audit that cannot be mended, a time that was wrong, or a loss. Two custodians sign."
    case .sign: "Show what a proposal does, and sign it. The office and its key are not needed."
    case .submit: "Enter a proposal that its signers have signed. It is decided again, as of now."
    case .tidy:
      "Remove packages and old envelopes that no entry names, also the package of a proposal that waits for signatures. The office is audited first."
    }
  }

  public func discussion(of verb: Verb) -> [Phrase] {
    switch verb {
    case .amanat:
      [
        """
        A working day: receive an order, review it, grant a scope, collect, let a manager approve, export. Every act is \
        signed with its actor's own SSH key (\(.data("--sign-with")), or \(.data("AMANAT_SIGN_WITH"))). The office is a \
        folder (\(.data("--office")), or \(.data("AMANAT_OFFICE"))); its key is beside it.
        """,
        """
        Exit codes: 0 done, 1 fault, 3 refused by a rule, 4 integrity broken, 5 not found, 6 overdue, 64 usage, \
        65 malformed input.
        """,
      ]
    case .review:
      [
        """
        \(.data("authenticity")) needs a call to the number in the office's own register. Every other rule is judged \
        automatically from order, registers and legal bases: name it to have it judged again, as of now.
        """
      ]
    case .sign:
      [
        """
        What the act does is derived from the bytes that are signed; nothing in the file says it. The signature is added \
        to the file. An approval takes two signatures of one key: over the package, and over the entry.
        """
      ]
    case .submit:
      [
        """
        The files are copies of one proposal with the signatures of different signers, or one file with all of them. A \
        proposal grants nothing: what has changed since it was made is refused. A proposal of an export delivers its \
        envelope to the folder; the delivery is then entered with \(.data("export --resume")).
        """
      ]
    case .upgrade:
      [
        """
        The office is audited first. The entry that the custodians sign has the root of the log in its old format, so \
        checkpoints that were kept elsewhere still count. Stop every older program of the office before.
        """
      ]
    case .restore:
      [
        """
        The copy must be one of this office, and sound. The marks tell what is missing in it: the cases and orders of \
        these entries disclose nothing until the loss is set aside with \(.data("set-aside --lost")).
        """
      ]
    case .setAside:
      [
        """
        The case of the entry discloses nothing from then on; every other case does again. A finding about the \
        registers cannot be set aside. A time that is set aside bounds no other entry.
        """
      ]
    case .workflowCheck:
      [
        """
        Every chart is read, compiled and searched, outside any office; all are reported, whatever the first ones show. \
        Without a file these are the charts and legal bases of the office's pack, or of the pack \(.data("iran")) where \
        no office is named.
        """,
        """
        For a refused chart the output says what would be possible, the line, and the shortest way there: each event, \
        the line of what it triggers, where it leads, and who may cause it.
        """,
        """
        Exit code: 0 if all charts are proved, 3 if one is refused, 5 if one is not found, 65 if one is malformed; the \
        highest of these.
        """,
      ]
    case .workflowDraw:
      [
        """
        \(.data("dot")) is for Graphviz, \(.data("mermaid")) for pages that show Markdown; \(.data("svg")) is drawn by \
        Graphviz, if it is installed. The chart need not be proved. A drawing has nothing personal: of a case it shows \
        the number and the states.
        """
      ]
    case .workflowExplain:
      [
        """
        Shows what the chart accepts now, who may cause it, and what to type; every reason not to disclose, as the gate \
        gives it; and the shortest ways to a disclosure and to a close. With a key it says for each event whether you \
        may cause it. Nothing is signed and nothing is written.
        """
      ]
    case .receive, .clarify, .scope, .collect, .approve, .export, .refuse, .withdraw, .list, .show, .history, .found,
      .officer, .officerEnrol, .officerRetire, .officerRekey, .officerList, .authority, .authorityAdd,
      .authoritySuspend,
      .authorityRestore, .authorityList, .workflow, .audit, .tidy:
      []
    }
  }
}
