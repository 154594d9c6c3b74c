import type { Makers } from '../desk.ts'
import { bookBalanceTransfer } from './balance-transfer.ts'
import { confirmCreditPlanConsolidation, consolidateCreditPlans } from './consolidation.ts'
import { listDisbursementOptions } from './disbursement.ts'
import { listBalanceTransferEligibility, listLoanEligibility } from './eligibility.ts'
import { bookLoan, confirmLoanBooking } from './loan-booking.ts'
import { listLoans } from './loan-list.ts'
import {
  bookOfferLoan,
  confirmOfferConsolidation,
  confirmOfferLoan,
  consolidateOfferLoans,
} from './offer-booking.ts'
import { listOfferLoans } from './offer-loans.ts'
import { bookOfferPaymentPlan, listOfferPaymentPlans, previewOfferPaymentSchedule } from './offer-plans.ts'
import { getOfferEligibility, listOfferDisbursementOptions, previewOfferLoanSchedule } from './offer-terms.ts'
import { checkCredit, listLoanPlans } from './plans.ts'
import { getLoanSchedule, previewLoanSchedule } from './schedules.ts'
import { previewTopUpSchedule } from './top-up-fields.ts'
import { acceptLoanTopUp, applyForLoanTopUp, approveLoanTopUp, screenLoanTopUp } from './top-up.ts'

/** Handlers of specs/loans.yaml that have state of their own. */
export const loansMakers: Makers = {
  listLoanEligibility,
  listDisbursementOptions,
  listLoanPlans,
  previewLoanSchedule,
  checkCredit,
  bookLoan,
  confirmLoanBooking,
  listLoans,
  listPartnerLoans: listLoans,
  getLoanSchedule,
  listBalanceTransferEligibility,
  bookBalanceTransfer,
  consolidateCreditPlans,
  confirmCreditPlanConsolidation,
  applyForLoanTopUp,
  screenLoanTopUp,
  approveLoanTopUp,
  acceptLoanTopUp,
  previewTopUpSchedule,
  getOfferEligibility,
  listOfferDisbursementOptions,
  previewOfferLoanSchedule,
  listOfferLoans,
  bookOfferLoan,
  confirmOfferLoan,
  consolidateOfferLoans,
  confirmOfferConsolidation,
  listOfferPaymentPlans,
  previewOfferPaymentSchedule,
  bookOfferPaymentPlan,
}
