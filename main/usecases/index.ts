import type { Answer, CallName, Input } from '#contract/ipc.ts';
import type { Deps } from '../deps.ts';
import { abandonBasket } from './abandon-basket.ts';
import { addProduct } from './add-product.ts';
import { addUnit } from './add-unit.ts';
import { archives } from './archives.ts';
import { backups } from './backups.ts';
import { basket } from './basket.ts';
import { batchFile } from './batch-file.ts';
import { batches } from './batches.ts';
import { cancelPayment } from './cancel-payment.ts';
import { cancelWork } from './cancel-work.ts';
import { changePassword } from './change-password.ts';
import { checkCount } from './check-count.ts';
import { checkJournal } from './check-journal.ts';
import { chooseBackupFolder } from './choose-backup-folder.ts';
import { chooseLanguage } from './choose-language.ts';
import { chooseDisplay } from './choose-display.ts';
import { choosePerson } from './choose-person.ts';
import { chooseLogo } from './choose-logo.ts';
import { choosePrinter } from './choose-printer.ts';
import { chooseScanner } from './choose-scanner.ts';
import { closeSession } from './close-session.ts';
import { closingState } from './closing-state.ts';
import { closing } from './closing.ts';
import { closings } from './closings.ts';
import { correctPerson } from './correct-person.ts';
import { correctPrice } from './correct-price.ts';
import { correctReferral } from './correct-referral.ts';
import { correctTender } from './correct-tender.ts';
import { countHandover } from './count-handover.ts';
import { countQuantity } from './count-quantity.ts';
import { countUnits } from './count-units.ts';
import { createFirstOperator } from './create-first-operator.ts';
import { createOperator } from './create-operator.ts';
import { creditDeposit } from './credit-deposit.ts';
import { deskState } from './desk-state.ts';
import { display } from './display.ts';
import { events } from './events.ts';
import { findBackups } from './find-backups.ts';
import { findPrinters } from './find-printers.ts';
import { finishSale } from './finish-sale.ts';
import { giveCard } from './give-card.ts';
import { handoverPending } from './handover-pending.ts';
import { heldBaskets } from './held-baskets.ts';
import { holdBasket } from './hold-basket.ts';
import { importAnswer } from './import-answer.ts';
import { integrity } from './integrity.ts';
import { keepRegistrationDraft } from './keep-registration-draft.ts';
import { likePersons } from './like-persons.ts';
import { limitOperator } from './limit-operator.ts';
import { lock } from './lock.ts';
import { logo } from './logo.ts';
import { makeArchive } from './make-archive.ts';
import { makeBackup } from './make-backup.ts';
import { makeDeposit } from './make-deposit.ts';
import { makeInspection } from './make-inspection.ts';
import { makeStatement } from './make-statement.ts';
import { markDefectRead } from './mark-defect-read.ts';
import { markHandedOver } from './mark-handed-over.ts';
import { markLine } from './mark-line.ts';
import { markTested } from './mark-tested.ts';
import { moneyState } from './money-state.ts';
import { moveCash } from './move-cash.ts';
import { openDrawer } from './open-drawer.ts';
import { openEntitlement } from './open-entitlement.ts';
import { openSession } from './open-session.ts';
import { openingProposal } from './opening-proposal.ts';
import { overrideLine } from './override-line.ts';
import { personFile } from './person-file.ts';
import { prescribers } from './prescribers.ts';
import { printJobs } from './print-jobs.ts';
import { printPage } from './print-page.ts';
import { printTicket } from './print-ticket.ts';
import { recallBasket } from './recall-basket.ts';
import { receiveQuantity } from './receive-quantity.ts';
import { receiveRange } from './receive-range.ts';
import { receiveUnit } from './receive-unit.ts';
import { recordIdentitySeen } from './record-identity-seen.ts';
import { registerPerson } from './register-person.ts';
import { registrationDraft } from './registration-draft.ts';
import { removeLine } from './remove-line.ts';
import { replaceLine } from './replace-line.ts';
import { reprintClosing } from './reprint-closing.ts';
import { reprintTicket } from './reprint-ticket.ts';
import { resetOperator } from './reset-operator.ts';
import { returnLines } from './return-lines.ts';
import { returnWithoutTicket } from './return-without-ticket.ts';
import { scan } from './scan.ts';
import { scannerChoice } from './scanner-choice.ts';
import { searchPersons } from './search-persons.ts';
import { sendNow } from './send-now.ts';
import { setTenders } from './set-tenders.ts';
import { settings } from './settings.ts';
import { redirectPrintJob } from './redirect-print-job.ts';
import { settlePrintJob } from './settle-print-job.ts';
import { settleStatement } from './settle-statement.ts';
import { sheet } from './sheet.ts';
import { signInChoices } from './sign-in-choices.ts';
import { signIn } from './sign-in.ts';
import { signOut } from './sign-out.ts';
import { startPayment } from './start-payment.ts';
import { startTraining } from './start-training.ts';
import { statement } from './statement.ts';
import { stock } from './stock.ts';
import { stopOperator } from './stop-operator.ts';
import { stopTraining } from './stop-training.ts';
import { takeOver } from './take-over.ts';
import { team } from './team.ts';
import { takeScan } from './take-scan.ts';
import { testDrawer } from './test-drawer.ts';
import { testPrinter } from './test-printer.ts';
import { ticket } from './ticket.ts';
import { tickets } from './tickets.ts';
import { tiles } from './tiles.ts';
import { tryBackup } from './try-backup.ts';
import { units } from './units.ts';
import { unlock } from './unlock.ts';
import { verifyReferral } from './verify-referral.ts';
import { work } from './work.ts';
import { writeOffQuantity } from './write-off-quantity.ts';
import { writeOff } from './write-off.ts';
import { xReport } from './x-report.ts';

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
