import type { Makers } from '../desk.ts'
import {
  addApplicant,
  deleteApplicant,
  getSupplementaryApplicationStatus,
  listApplicants,
  updateApplicant,
} from './applicants.ts'
import { createApplication, getApplication, updateApplication } from './applications.ts'
import { getApplicationStatus } from './decisions.ts'
import { addApplicationDocument, uploadSalaries } from './documents.ts'
import { acceptApplicationOffer } from './offers.ts'
import { sendApplicationOtp, validateApplicationOtp } from './passwords.ts'
import { confirmPin, enrolPin } from './pins.ts'
import { addProspect, listOnboardingProducts } from './products.ts'
import { answerApplicationQuestions, getApplicationQuestions } from './questions.ts'
import { approveInPrinciple, screenApplication, submitApplication } from './steps.ts'

/** Handlers of specs/onboarding.yaml that have state of their own. */
export const onboardingMakers: Makers = {
  listOnboardingProducts,
  addProspect,
  createApplication,
  getApplication,
  updateApplication,
  getApplicationStatus,
  listApplicants,
  addApplicant,
  updateApplicant,
  deleteApplicant,
  getSupplementaryApplicationStatus,
  sendApplicationOtp,
  validateApplicationOtp,
  screenApplication,
  approveInPrinciple,
  getApplicationQuestions,
  answerApplicationQuestions,
  addApplicationDocument,
  uploadSalaries,
  acceptApplicationOffer,
  submitApplication,
  enrolPin,
  confirmPin,
}
