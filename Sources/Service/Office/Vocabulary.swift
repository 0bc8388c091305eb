import Audit
import Casework
import Collection
import Intake
import Ledger
import Packaging

// The words of the rooms below that the desk's own functions take and answer: the command line knows no other room.
public typealias AuditReport = Audit.AuditReport
public typealias AuthorityID = Casework.AuthorityID
public typealias CallBackAnswer = Casework.CallBackAnswer
public typealias CaseNumber = Casework.CaseNumber
public typealias CaseSummary = Ledger.CaseSummary
public typealias Collected = Casework.Collected
public typealias DataClass = Casework.DataClass
public typealias CollectingFault = CollectionFault
public typealias CalendarDate = Casework.CalendarDate
public typealias CalendarKind = Casework.CalendarKind
public typealias Day = Casework.Day
public typealias Instant = Casework.Instant
public typealias OfficeFolder = Ledger.OfficeFolder
public typealias OfficerID = Casework.OfficerID
public typealias Reason = Casework.Reason
public typealias Refusal = Casework.Refusal
public typealias Role = Casework.Role
public typealias Rule = Casework.Rule
public typealias RunningDeadline = Casework.RunningDeadline
public typealias Scope = Casework.Scope
public typealias StorageTrouble = Ledger.StorageTrouble
public typealias StoreFault = Ledger.StoreFault
public typealias Withheld = Casework.Withheld
public typealias WorkflowFlaw = Casework.WorkflowFlaw
public typealias WorkflowProof = Casework.WorkflowProof
