import { test } from '../../src/testing/fixtures.ts'
import { at } from '../../src/testing/inside.ts'
import { expect } from '../../src/testing/matchers.ts'
import { positiveControl } from '../../src/testing/not-observed.ts'
import { applicationAfter, listedApplicants } from '../../src/testing/onboarding.ts'
import { proves } from '../../src/testing/proves.ts'
import { inMarketsOffering } from '../../src/testing/passes.ts'

const wrongPassword = '000000'

inMarketsOffering('createApplication', () => {
  test('an added applicant is listed', proves('onboarding.applicants.added'), async ({ caller }) => {
    const journey = await (await applicationAfter(caller)).walk('addApplicant')
    const { applicantId = '' } = journey.told
    const { reply, nameOf } = await listedApplicants(journey)
    expect(reply).toShow({ at: '/applicants', expected: 'Isla', actual: nameOf(applicantId) })
  })

  test(
    'the main applicant shows which documents are wanted',
    proves('onboarding.documents.listed'),
    async ({ caller }) => {
      const journey = await applicationAfter(caller, 'approveInPrinciple')
      const reply = positiveControl(await journey.call('listApplicants'))
      const shown = at(reply.json, 'applicants', 0, 'applicant', 'requiredDocuments', 0, 'documentStatus')
      expect(reply).toShow({ at: '/applicants', expected: 'PENDING', actual: String(shown) })
    },
  )

  test('a change of an applicant reads back', proves('onboarding.applicants.changed'), async ({ caller }) => {
    const journey = await (await applicationAfter(caller)).walk('addApplicant')
    const { controlFlowId, applicantId = '' } = journey.told
    const applicant = { applicantType: 'SUPPLEMENTARY', name: { givenName: 'Rose' } }
    positiveControl(await journey.call('updateApplicant', { body: { controlFlowId, applicant } }))
    const { reply, nameOf } = await listedApplicants(journey)
    expect(reply).toShow({ at: '/applicants', expected: 'Rose', actual: nameOf(applicantId) })
  })

  test(
    'an applicant that was taken out is gone',
    proves('onboarding.applicants.deleted'),
    async ({ caller }) => {
      const journey = await (await applicationAfter(caller)).walk('addApplicant', 'deleteApplicant')
      const { applicantId = '' } = journey.told
      const { reply, nameOf } = await listedApplicants(journey)
      expect(reply).toShow({ at: '/applicants', expected: 'not listed', actual: nameOf(applicantId) })
    },
  )

  test(
    'a supplementary card is shown only to someone who knows the applicant',
    proves('onboarding.supplementary.proof'),
    async ({ caller }) => {
      const journey = await (await applicationAfter(caller)).walk('addApplicant')
      positiveControl(await journey.call('getSupplementaryApplicationStatus'))
      const parameters = { motherMaidenName: 'Somebody' }
      expect(await journey.call('getSupplementaryApplicationStatus', { parameters })).toBeRefused(422)
    },
  )

  test('a wrong one-time password is refused', proves('onboarding.password.wrong'), async ({ caller }) => {
    const journey = await (await applicationAfter(caller)).walk('sendApplicationOtp')
    const { controlFlowId } = journey.told
    const body = { controlFlowId, otpToken: wrongPassword }
    expect(await journey.call('validateApplicationOtp', { body })).toBeRefused(400)
  })

  test(
    'three wrong one-time passwords end the right one',
    proves('onboarding.password.tries'),
    async ({ caller }) => {
      const journey = await (await applicationAfter(caller)).walk('sendApplicationOtp')
      const body = { controlFlowId: journey.told['controlFlowId'], otpToken: wrongPassword }
      await journey.call('validateApplicationOtp', { body })
      await journey.call('validateApplicationOtp', { body })
      await journey.call('validateApplicationOtp', { body })
      expect(await journey.call('validateApplicationOtp')).toBeRefused(400)
    },
  )

  test(
    'an application waits for its one-time password',
    proves('onboarding.password.pending'),
    async ({ caller }) => {
      const journey = await (await applicationAfter(caller)).walk('sendApplicationOtp')
      expect(await journey.call('screenApplication')).toBeRefused(400)
      await journey.walk('validateApplicationOtp')
      expect(await journey.call('screenApplication')).toSucceed()
    },
  )

  test(
    'the phone of the one-time password is masked',
    proves('onboarding.password.masked'),
    async ({ caller }) => {
      const journey = await applicationAfter(caller)
      const reply = positiveControl(await journey.call('sendApplicationOtp'))
      const shown = String(at(reply.json, 'maskedPhoneNumber'))
      const digits = shown.replaceAll(/\D/g, '').length
      expect(reply).toShow({
        at: '/maskedPhoneNumber',
        expected: 'at most 4 digits',
        actual: digits <= 4 ? 'at most 4 digits' : `${digits} digits`,
      })
    },
  )

  test('salaries are not fetched unasked', proves('onboarding.salary.consent'), async ({ caller }) => {
    const journey = await (await applicationAfter(caller)).walk('uploadSalaries')
    const consentDetails = [{ consentType: 'BUREAU_PULL_CONSENT', consentGivenFlag: false }]
    const body = { controlFlowId: journey.told['controlFlowId'], consentDetails }
    expect(await journey.call('uploadSalaries', { body })).toBeRefused(422)
  })

  test('a PIN is confirmed once', proves('onboarding.pin.confirmation'), async ({ caller }) => {
    const journey = await (await applicationAfter(caller)).walk('enrolPin', 'confirmPin')
    expect(await journey.call('confirmPin')).toBeRefused(422)
  })

  test(
    'a PIN that was not enrolled is not confirmed',
    proves('onboarding.pin.confirmation'),
    async ({ caller }) => {
      const journey = await applicationAfter(caller)
      expect(await journey.call('confirmPin')).toBeRefused(422)
    },
  )

  test('a PIN of ten digits is refused', proves('onboarding.pin.length'), async ({ caller }) => {
    const journey = await (await applicationAfter(caller)).walk('enrolPin')
    const body = { ...(journey.bodyOf('enrolPin') as object), pinLength: 10 }
    expect(await journey.call('enrolPin', { body })).toBeRefused(422)
  })
})
