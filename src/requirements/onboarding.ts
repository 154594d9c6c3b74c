import type { Area } from './types.ts'

const calls = 'specs/onboarding.yaml#/paths'

/** What applications for products promise from the first call to the last. */
export const onboarding = {
  'onboarding.application.read-back': {
    level: 'MUST',
    text: 'An application reads back as it was sent.',
    source: `${calls}/~1v1~1apac~1onboarding~1products~1unsecured~1applications~1{applicationId}/get`,
    evidence: 'documented',
  },
  'onboarding.application.changed': {
    level: 'MUST',
    text: 'A change of an application reads back, and what it does not name stays.',
    source: `${calls}/~1v1~1apac~1onboarding~1products~1unsecured~1applications~1{applicationId}/put`,
    evidence: 'documented',
  },
  'onboarding.fields.named': {
    level: 'SHOULD',
    text: 'A refused application names every field that is wrong.',
    source: `${calls}/~1v1~1apac~1onboarding~1products~1unsecured~1applications/post`,
    evidence: 'observed',
  },
  'onboarding.applicants.added': {
    level: 'MUST',
    text: 'A supplementary applicant that was added is listed.',
    source: `${calls}/~1v1~1apac~1onboarding~1products~1unsecured~1applications~1{applicationId}~1applicants/post`,
    evidence: 'documented',
  },
  'onboarding.applicants.changed': {
    level: 'MUST',
    text: 'A change of an applicant reads back.',
    source: `${calls}/~1v1~1apac~1onboarding~1products~1unsecured~1applications~1{applicationId}~1applicants~1{applicantId}/put`,
    evidence: 'documented',
  },
  'onboarding.applicants.deleted': {
    level: 'MUST',
    text: 'An applicant that was taken out is not listed any more.',
    source: `${calls}/~1v1~1apac~1onboarding~1products~1unsecured~1applications~1{applicationId}~1applicants~1{applicantId}~1delete/put`,
    evidence: 'documented',
  },
  'onboarding.flow.complete': {
    level: 'MUST',
    text: 'An application that takes every step in order is submitted.',
    source: `${calls}/~1v1~1apac~1onboarding~1products~1unsecured~1applications~1{applicationId}~1submission/post`,
    evidence: 'documented',
  },
  'onboarding.stage.moves': {
    level: 'SHOULD',
    text: 'Every step moves the application to another stage, and the status names the same one.',
    source: `${calls}/~1v1~1apac~1onboarding~1products~1unsecured~1applications~1{applicationId}~1status/get`,
    evidence: 'inferred',
  },
  'onboarding.stage.reference-data': {
    level: 'SHOULD',
    text: 'The stage of an application is one of the values that the reference data list.',
    source: 'specs/utilities.yaml#/paths/~1v1~1apac~1utilities~1referenceData~1{referenceCode}/get',
    evidence: 'inferred',
  },
  'onboarding.stage.order': {
    level: 'SHOULD',
    text: 'A step that comes before its turn is refused.',
    source: `${calls}/~1v1~1apac~1onboarding~1products~1unsecured~1applications~1{applicationId}~1submission/post`,
    evidence: 'inferred',
  },
  'onboarding.stage.closed': {
    level: 'SHOULD',
    text: 'A submitted application is not changed any more.',
    source: `${calls}/~1v1~1apac~1onboarding~1products~1unsecured~1applications~1{applicationId}/put`,
    evidence: 'inferred',
  },
  'onboarding.control-flow.own': {
    level: 'SHOULD',
    text: 'A call with the controlFlowId of another application is refused.',
    source: `${calls}/~1v1~1apac~1onboarding~1products~1unsecured~1applications~1{applicationId}~1status/get`,
    evidence: 'inferred',
  },
  'onboarding.password.wrong': {
    level: 'MUST',
    text: 'A wrong one-time password is refused.',
    source: `${calls}/~1v1~1apac~1onboarding~1products~1unsecured~1applications~1{applicationId}~1mfa~1otp/put`,
    evidence: 'documented',
  },
  'onboarding.password.tries': {
    level: 'SHOULD',
    text: 'After three wrong one-time passwords the right one is refused as well.',
    source: `${calls}/~1v1~1apac~1onboarding~1products~1unsecured~1applications~1{applicationId}~1mfa~1otp/put`,
    evidence: 'inferred',
  },
  'onboarding.password.pending': {
    level: 'SHOULD',
    text: 'An application waits until the one-time password that was sent is checked.',
    source: `${calls}/~1v1~1apac~1onboarding~1products~1unsecured~1applications~1{applicationId}~1backgroundScreening/post`,
    evidence: 'inferred',
  },
  'onboarding.password.masked': {
    level: 'MUST',
    text: 'The phone that a one-time password goes to is shown masked.',
    source: `${calls}/~1v1~1apac~1onboarding~1products~1unsecured~1applications~1{applicationId}~1mfa~1otp/post`,
    evidence: 'documented',
  },
  'onboarding.decision.agrees': {
    level: 'SHOULD',
    text: 'The status shows the decision that the approval in principle gave.',
    source: `${calls}/~1v1~1apac~1onboarding~1products~1unsecured~1applications~1{applicationId}~1status/get`,
    evidence: 'inferred',
  },
  'onboarding.decision.schedule-adds-up': {
    level: 'SHOULD',
    text: 'The payments of an offered loan add up to its totals.',
    source: `${calls}/~1v1~1apac~1onboarding~1products~1unsecured~1applications~1{applicationId}~1inPrincipleApprovals/post`,
    evidence: 'inferred',
  },
  'onboarding.questions.wrong-answer': {
    level: 'SHOULD',
    text: 'A wrong answer to a knowledge-based question leaves the application where it was.',
    source: `${calls}/~1v1~1apac~1onboarding~1products~1unsecured~1applications~1{applicationId}~1knowledgeBasedAssessments/post`,
    evidence: 'inferred',
  },
  'onboarding.documents.listed': {
    level: 'SHOULD',
    text: 'After the approval in principle the main applicant shows which documents are wanted.',
    source: `${calls}/~1v1~1apac~1onboarding~1products~1unsecured~1applications~1{applicationId}~1applicants/get`,
    evidence: 'inferred',
  },
  'onboarding.documents.recorded': {
    level: 'SHOULD',
    text: 'A required document that was handed in counts as submitted.',
    source: `${calls}/~1v1~1apac~1onboarding~1applications~1{applicationId}~1documents/post`,
    evidence: 'inferred',
  },
  'onboarding.salary.consent': {
    level: 'SHOULD',
    text: 'Salaries are not fetched without the consent of the applicant.',
    source: `${calls}/~1v1~1onboarding~1applications~1{applicationId}~1applicants~1salariesAndContributions~1upload/post`,
    evidence: 'inferred',
  },
  'onboarding.offer.unknown-product': {
    level: 'SHOULD',
    text: 'A product that was not offered cannot be accepted.',
    source: `${calls}/~1v1~1apac~1onboarding~1products~1unsecured~1applications~1{applicationId}~1offerAcceptance/post`,
    evidence: 'inferred',
  },
  'onboarding.offer.limit': {
    level: 'SHOULD',
    text: 'The limit that was asked for with the acceptance is that of the card in the application.',
    source: `${calls}/~1v1~1apac~1onboarding~1products~1unsecured~1applications~1{applicationId}~1offerAcceptance/post`,
    evidence: 'inferred',
  },
  'onboarding.supplementary.proof': {
    level: 'SHOULD',
    text: 'The status of a supplementary card is shown only to someone who knows the applicant.',
    source: `${calls}/~1v1~1onboarding~1supplementary~1applications~1{applicationId}~1status/get`,
    evidence: 'inferred',
  },
  'onboarding.pin.confirmation': {
    level: 'SHOULD',
    text: 'A PIN is confirmed once, after it was enrolled.',
    source: `${calls}/~1partners~1v1~1onboarding~1applicants~1apins~1enrollments~1confirmation/post`,
    evidence: 'inferred',
  },
  'onboarding.pin.length': {
    level: 'SHOULD',
    text: 'A PIN of an unusual length is refused.',
    source: `${calls}/~1partners~1v1~1onboarding~1applicants~1apins~1enrollments/post`,
    evidence: 'inferred',
  },
  'onboarding.prospect.own-key': {
    level: 'SHOULD',
    text: 'Every prospect gets a key of its own.',
    source: `${calls}/~1v1~1apac~1onboarding~1prospects/post`,
    evidence: 'inferred',
  },
} as const satisfies Area
