import type { Reply } from '../http/client.ts'
import { exampleBody } from '../oauth/resource-call.ts'
import type { Caller } from './caller.ts'
import { at } from './inside.ts'
import { Journey } from './journey.ts'
import { positiveControl } from './not-observed.ts'
import { operationOf } from './operations.ts'

type Node = Readonly<Record<string, unknown>>

/** The steps of an application in their order; readings stand before the steps that need what they tell. */
export const steps = [
  'screenApplication',
  'approveInPrinciple',
  'getApplicationQuestions',
  'answerApplicationQuestions',
  'listApplicants',
  'addApplicationDocument',
  'acceptApplicationOffer',
  'submitApplication',
] as const

/** Opens an application and takes it through its steps, up to one of them. */
export async function applicationAfter(caller: Caller, last?: (typeof steps)[number]): Promise<Journey> {
  const taken = last === undefined ? [] : steps.slice(0, steps.indexOf(last) + 1)
  return new Journey(caller).walk('createApplication', ...taken)
}

/** Takes an application through all of its steps and reads the status after each one that moves it. */
export async function stagesOnTheWay(caller: Caller): Promise<readonly string[]> {
  const journey = await applicationAfter(caller)
  const seen = [await stageOf(journey)]
  for (const step of steps) {
    await journey.walk(step)
    if (!readings.has(step)) seen.push(await stageOf(journey))
  }
  return seen
}

/** Steps that leave the stage as it is. */
const readings: ReadonlySet<string> = new Set([
  'getApplicationQuestions',
  'listApplicants',
  'addApplicationDocument',
])

/** Reads the stage of an application; the test is unclear when the status cannot be read. */
export async function stageOf(journey: Journey): Promise<string> {
  return text(at(positiveControl(await journey.call('getApplicationStatus')).json, 'applicationStage'))
}

/** The body that an application is opened with. */
export function sentApplication(): unknown {
  return exampleBody(operationOf('createApplication'))
}

/** Puts the facts of an application into one line, so that two of them compare: whom, where, what for. */
export function applicationFacts(body: unknown): string {
  const applicant = at(body, 'applicant')
  return JSON.stringify({
    name: [at(applicant, 'name', 'givenName'), at(applicant, 'name', 'surname')],
    bornOn: at(applicant, 'demographics', 'dateOfBirth'),
    email: at(applicant, 'email', 0, 'emailAddress'),
    phone: at(applicant, 'phone', 0, 'phoneNumber'),
    address: [at(applicant, 'address', 0, 'addressLine1'), at(applicant, 'address', 0, 'postalCode')],
    income: at(applicant, 'financialInformation', 'incomeDetails', 0, 'fixedAmount'),
    card: at(body, 'product', 'creditCardProduct', 'productCode'),
    loan: at(body, 'product', 'unsecuredLoanProduct', 'requestedLoanAmount'),
  })
}

/** Lists the applicants of an application; `nameOf` finds the given name of one of them by its key. */
export async function listedApplicants(
  journey: Journey,
): Promise<{ reply: Reply; nameOf: (applicantId: string) => string }> {
  const reply = positiveControl(await journey.call('listApplicants', { without: ['applicantId'] }))
  const applicants = at(reply.json, 'applicants')
  const listed = Array.isArray(applicants) ? (applicants as unknown[]) : []
  const nameOf = (id: string): string => {
    const found = listed.find((each) => at(each, 'applicant', 'applicantId') === id)
    return found === undefined ? 'not listed' : text(at(found, 'applicant', 'name', 'givenName'))
  }
  return { reply, nameOf }
}

function text(value: unknown): string {
  return typeof value === 'string' ? value : ''
}

/** Adds up the payments of a loan, in minor units, beside the totals that the offer declares. */
export function scheduleFacts(loan: unknown): { declared: string; added: string } {
  const payments = at(loan, 'repaymentSchedule') as Node[] | undefined
  const sum = (name: string) =>
    (payments ?? []).reduce((total, payment) => total + Math.round(Number(payment[name]) * 100), 0)
  const total = (name: string) => Math.round(Number(at(loan, name)) * 100)
  const facts = (principal: number, interest: number, all: number, left: unknown) =>
    `principal ${principal}, interest ${interest}, together ${all}, at last ${String(left)} owed`
  return {
    declared: facts(
      total('totalPrincipalAmount'),
      total('totalInterestAmount'),
      total('totalInstallmentAmount'),
      0,
    ),
    added: facts(
      sum('principalAmount'),
      sum('interestAmount'),
      sum('monthlyInstallmentAmount'),
      payments?.at(-1)?.['remainingPrincipalAmount'],
    ),
  }
}
