import { json } from '../../answer.ts'
import type { CreditApplication } from '../../bank/credit-applications.ts'
import { type Fields, fieldsOf, listOf, textOf } from '../../fields.ts'
import { atStage } from './own-application.ts'

const questionNumber = 'Q10'
const decoys = ['Southern Cross Milling', 'Bass Strait Ferries', 'Nullarbor Wind Power']

/** Asks what only the applicant knows: where they worked. */
export const getApplicationQuestions = atStage('IN_PRINCIPLE_APPROVAL', (desk, call, application) => {
  const texts = [decoys[0], decoys[1], employerOf(application), decoys[2]]
  const responseOptions = texts.map((optionText, index) => ({ optionSequenceNumber: index + 1, optionText }))
  const question = {
    questionSequenceNumber: 1,
    questionnaireId: questionnaireId(application),
    questionNumber,
    responseOptions,
  }
  return json(200, desk.write(call.operation, { questionnaire: [question] }))
})

/** Judges the answers; a wrong one leaves the application where it was. */
export const answerApplicationQuestions = atStage('IN_PRINCIPLE_APPROVAL', (desk, call, application) => {
  const answers = listOf(fieldsOf(call.body)['questionnaire'])
  const isRight = answers.length > 0 && answers.every((answer) => isAnsweredRight(answer, application))
  if (!isRight && call.behaviour.enforces('onboarding.questions'))
    return json(200, { applicationStage: application.stage })
  const { stage } = desk.bank.creditApplications.keep({ ...application, stage: 'KNOWLEDGE_BASED_ASSESSMENT' })
  return json(200, { applicationStage: stage })
})

function isAnsweredRight(answer: Fields, application: CreditApplication): boolean {
  const { questionId = questionNumber, questionnaireId: asked = questionnaireId(application) } = answer
  const chosen = listOf(answer['responseOptions']).filter(({ selectedFlag }) => selectedFlag === true)
  return (
    questionId === questionNumber &&
    asked === questionnaireId(application) &&
    chosen.length === 1 &&
    chosen[0]?.['optionText'] === employerOf(application)
  )
}

function employerOf({ applicant }: CreditApplication): string {
  const [present] = listOf(applicant['employmentDetails'])
  return textOf(present?.['employerName']) || 'None of these'
}

/** The questions of an application have a key of their own. */
function questionnaireId({ controlFlowId }: CreditApplication): string {
  return controlFlowId.slice(0, 32).replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
}
