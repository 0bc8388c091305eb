import Audit
import Casework
import Collection
import Intake
import Ledger
import Packaging

// The types of other rooms that the functions of `Desk` take and return. The command line may import only `Service` and
// `Wording`, so it uses these names.
public typealias Action = Casework.Action
public typealias Actor = Casework.Actor
public typealias Arrival = Casework.Arrival
public typealias AuditReport = Audit.AuditReport
public typealias Authority = Casework.Authority
public typealias AuthorityID = Casework.AuthorityID
public typealias CallBackAnswer = Casework.CallBackAnswer
public typealias CaseNumber = Casework.CaseNumber
public typealias CaseStage = Casework.CaseStage
public typealias CaseSummary = Ledger.CaseSummary
public typealias Collected = Casework.Collected
public typealias DataClass = Casework.DataClass
public typealias DataCategory = Casework.DataCategory
public typealias CalendarDate = Casework.CalendarDate
public typealias CalendarKind = Casework.CalendarKind
public typealias Day = Casework.Day
public typealias Digest = Casework.Digest
public typealias Instant = Casework.Instant
public typealias NextStep = Casework.NextStep
public typealias OfficeAccess = Ledger.OfficeAccess
public typealias OfficeFolder = Ledger.OfficeFolder
public typealias OfficerID = Casework.OfficerID
public typealias Outcome = Casework.Outcome
public typealias Outlook = Casework.Outlook
public typealias Reason = Casework.Reason
public typealias Refusal = Casework.Refusal
public typealias Role = Casework.Role
public typealias Rule = Casework.Rule
public typealias RunningDeadline = Casework.RunningDeadline
public typealias Scope = Casework.Scope
public typealias Shortcoming = Casework.Shortcoming
public typealias Withdrawal = Casework.Withdrawal
public typealias Withheld = Casework.Withheld
public typealias WorkflowFlaw = Casework.WorkflowFlaw
public typealias WorkflowProof = Casework.WorkflowProof
