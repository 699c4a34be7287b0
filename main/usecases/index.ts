import type { Answer, CallName, Input } from '#contract/ipc.ts';
import type { Deps } from '../deps.ts';
import { abandonBasket } from '../basket/abandon-basket.ts';
import { addProduct } from '../basket/add-product.ts';
import { addUnit } from '../basket/add-unit.ts';
import { archives } from '../archive/archives.ts';
import { backups } from '../backup/backups.ts';
import { basket } from '../basket/basket.ts';
import { batchFile } from '../exchange/batch-file.ts';
import { batches } from '../exchange/batches.ts';
import { cancelPayment } from '../sale/cancel-payment.ts';
import { cancelWork } from '../work/cancel-work.ts';
import { changePassword } from '../access/change-password.ts';
import { checkCount } from '../closing/check-count.ts';
import { checkJournal } from '../integrity/check-journal.ts';
import { chooseBackupFolder } from '../backup/choose-backup-folder.ts';
import { chooseLanguage } from '../settings/choose-language.ts';
import { chooseDisplay } from '../display/choose-display.ts';
import { choosePerson } from '../basket/choose-person.ts';
import { chooseLogo } from '../settings/choose-logo.ts';
import { choosePrinter } from '../printing/choose-printer.ts';
import { chooseScanner } from '../scanning/choose-scanner.ts';
import { closeSession } from '../closing/close-session.ts';
import { closingState } from '../closing/closing-state.ts';
import { closing } from '../closing/closing.ts';
import { closings } from '../closing/closings.ts';
import { correctPerson } from '../correction/correct-person.ts';
import { correctPrice } from '../correction/correct-price.ts';
import { correctReferral } from '../correction/correct-referral.ts';
import { correctTender } from '../correction/correct-tender.ts';
import { countHandover } from '../session/count-handover.ts';
import { countQuantity } from '../stock/count-quantity.ts';
import { countUnits } from '../stock/count-units.ts';
import { createFirstOperator } from '../access/create-first-operator.ts';
import { createOperator } from '../team/create-operator.ts';
import { creditDeposit } from '../money/credit-deposit.ts';
import { deskState } from '../desk/desk-state.ts';
import { display } from '../display/display.ts';
import { events } from '../journal/events.ts';
import { findBackups } from '../backup/find-backups.ts';
import { findPrinters } from '../printing/find-printers.ts';
import { finishSale } from '../sale/finish-sale.ts';
import { giveCard } from '../person/give-card.ts';
import { handoverPending } from '../sale/handover-pending.ts';
import { heldBaskets } from '../basket/held-baskets.ts';
import { holdBasket } from '../basket/hold-basket.ts';
import { importAnswer } from '../exchange/import-answer.ts';
import { integrity } from '../integrity/integrity.ts';
import { keepRegistrationDraft } from '../person/keep-registration-draft.ts';
import { likePersons } from '../person/like-persons.ts';
import { limitOperator } from '../team/limit-operator.ts';
import { lock } from '../access/lock.ts';
import { logo } from '../settings/logo.ts';
import { makeArchive } from '../archive/make-archive.ts';
import { makeBackup } from '../backup/make-backup.ts';
import { makeDeposit } from '../money/make-deposit.ts';
import { makeInspection } from '../inspection/make-inspection.ts';
import { makeStatement } from '../money/make-statement.ts';
import { markDefectRead } from '../integrity/mark-defect-read.ts';
import { markHandedOver } from '../exchange/mark-handed-over.ts';
import { markLine } from '../basket/mark-line.ts';
import { markTested } from '../stock/mark-tested.ts';
import { moneyState } from '../money/money-state.ts';
import { moveCash } from '../session/move-cash.ts';
import { openDrawer } from '../session/open-drawer.ts';
import { openEntitlement } from '../referral/open-entitlement.ts';
import { openSession } from '../session/open-session.ts';
import { openingProposal } from '../session/opening-proposal.ts';
import { overrideLine } from '../basket/override-line.ts';
import { personFile } from '../person/person-file.ts';
import { prescribers } from '../referral/prescribers.ts';
import { printJobs } from '../printing/print-jobs.ts';
import { printPage } from '../printing/print-page.ts';
import { printTicket } from '../ticket/print-ticket.ts';
import { recallBasket } from '../basket/recall-basket.ts';
import { receiveQuantity } from '../stock/receive-quantity.ts';
import { receiveRange } from '../stock/receive-range.ts';
import { receiveUnit } from '../stock/receive-unit.ts';
import { recordIdentitySeen } from '../sale/record-identity-seen.ts';
import { registerPerson } from '../person/register-person.ts';
import { registrationDraft } from '../person/registration-draft.ts';
import { removeLine } from '../basket/remove-line.ts';
import { replaceLine } from '../basket/replace-line.ts';
import { reprintClosing } from '../closing/reprint-closing.ts';
import { reprintTicket } from '../ticket/reprint-ticket.ts';
import { resetOperator } from '../team/reset-operator.ts';
import { returnLines } from '../return/return-lines.ts';
import { returnWithoutTicket } from '../return/return-without-ticket.ts';
import { scan } from '../basket/scan.ts';
import { scannerChoice } from '../scanning/scanner-choice.ts';
import { searchPersons } from '../person/search-persons.ts';
import { sendNow } from '../exchange/send-now.ts';
import { setTenders } from '../sale/set-tenders.ts';
import { settings } from '../settings/settings.ts';
import { redirectPrintJob } from '../printing/redirect-print-job.ts';
import { settlePrintJob } from '../printing/settle-print-job.ts';
import { settleStatement } from '../money/settle-statement.ts';
import { sheet } from '../sheet/sheet.ts';
import { signInChoices } from '../access/sign-in-choices.ts';
import { signIn } from '../access/sign-in.ts';
import { signOut } from '../access/sign-out.ts';
import { startPayment } from '../sale/start-payment.ts';
import { startTraining } from '../training/start-training.ts';
import { statement } from '../money/statement.ts';
import { stock } from '../stock/stock.ts';
import { stopOperator } from '../team/stop-operator.ts';
import { stopTraining } from '../training/stop-training.ts';
import { takeOver } from '../access/take-over.ts';
import { team } from '../team/team.ts';
import { takeScan } from '../scanning/take-scan.ts';
import { testDrawer } from '../printing/test-drawer.ts';
import { testPrinter } from '../printing/test-printer.ts';
import { ticket } from '../ticket/ticket.ts';
import { tickets } from '../ticket/tickets.ts';
import { tiles } from '../basket/tiles.ts';
import { tryBackup } from '../backup/try-backup.ts';
import { units } from '../stock/units.ts';
import { unlock } from '../access/unlock.ts';
import { verifyReferral } from '../referral/verify-referral.ts';
import { work } from '../work/work.ts';
import { writeOffQuantity } from '../stock/write-off-quantity.ts';
import { writeOff } from '../stock/write-off.ts';
import { xReport } from '../session/x-report.ts';

/** Calls that only make sense before a till is set up are answered by the set-up itself. */
export type DeskCall = Exclude<CallName, 'enrol' | 'restoreBackup'>;

/** Every call of the contract and what answers it: a call without a use case does not compile. */
export const useCases: {
  readonly [N in DeskCall]: (deps: Deps, input: Input<N>) => Answer<N> | Promise<Answer<N>>;
} = {
  deskState,
  signInChoices,
  createFirstOperator,
  signIn,
  signOut,
  lock,
  unlock,
  takeOver,
  changePassword,
  openingProposal,
  openSession,
  basket,
  tiles,
  scan,
  addProduct,
  addUnit,
  replaceLine,
  removeLine,
  markLine,
  overrideLine,
  choosePerson,
  holdBasket,
  heldBaskets,
  recallBasket,
  abandonBasket,
  startPayment,
  setTenders,
  cancelPayment,
  finishSale,
  handoverPending,
  recordIdentitySeen,
  printTicket,
  searchPersons,
  personFile,
  likePersons,
  registerPerson,
  registrationDraft,
  keepRegistrationDraft,
  giveCard,
  prescribers,
  verifyReferral,
  openEntitlement,
  tickets,
  ticket,
  reprintTicket,
  returnLines,
  correctTender,
  correctPerson,
  correctReferral,
  moveCash,
  openDrawer,
  xReport,
  stock,
  units,
  receiveUnit,
  receiveRange,
  receiveQuantity,
  countUnits,
  countQuantity,
  writeOff,
  writeOffQuantity,
  markTested,
  team,
  createOperator,
  resetOperator,
  limitOperator,
  stopOperator,
  closingState,
  checkCount,
  closeSession,
  closings,
  batches,
  sendNow,
  batchFile,
  markHandedOver,
  importAnswer,
  settings,
  choosePrinter,
  testPrinter,
  findPrinters,
  testDrawer,
  redirectPrintJob,
  takeScan,
  sheet,
  printPage,
  display,
  chooseDisplay,
  logo,
  chooseLogo,
  scannerChoice,
  chooseScanner,
  chooseLanguage,
  printJobs,
  settlePrintJob,
  closing,
  reprintClosing,
  moneyState,
  makeDeposit,
  creditDeposit,
  makeStatement,
  statement,
  settleStatement,
  countHandover,
  events,
  integrity,
  checkJournal,
  markDefectRead,
  archives,
  makeArchive,
  makeInspection,
  work,
  cancelWork,
  backups,
  makeBackup,
  chooseBackupFolder,
  findBackups,
  tryBackup,
  startTraining,
  stopTraining,
  returnWithoutTicket,
  correctPrice,
};
