import type { Reply } from '../../src/http/client.ts'
import { headerOf } from '../../src/http/exchange.ts'
import { encryptHex } from '../../src/oauth/encrypt.ts'
import { test } from '../../src/testing/fixtures.ts'
import { Journey } from '../../src/testing/journey.ts'
import { expect } from '../../src/testing/matchers.ts'
import { positiveControl } from '../../src/testing/not-observed.ts'
import { inMarketsOffering } from '../../src/testing/passes.ts'
import { proves } from '../../src/testing/proves.ts'

const wrongOtp = '111111'

/** The body that checks a password of the journey's control flow. */
function checking({ told }: Journey, otpToken: string): Record<string, unknown> {
  return { otpDeliveryOption: 'SMS', otpToken, controlFlowId: told['controlFlowId'] }
}

/** Names the handing out of a key. */
function eventOf({ headers }: Reply): string {
  return headerOf(headers, 'eventid') ?? 'no event'
}

inMarketsOffering('validateOtp', () => {
  test.describe('one-time password', () => {
    test('is accepted', proves('card-authorization.otp.right'), async ({ caller, otp }) => {
      const journey = await new Journey(caller).walk('generateOtp')
      expect(await journey.call('validateOtp', { body: checking(journey, otp) })).toSucceed()
    })

    test('that is wrong is refused', proves('card-authorization.otp.wrong'), async ({ caller, otp }) => {
      const journey = await new Journey(caller).walk('generateOtp')
      expect(await journey.call('validateOtp', { body: checking(journey, wrongOtp) })).toBeRefused(400)
      positiveControl(await journey.call('validateOtp', { body: checking(journey, otp) }))
    })

    test(
      'is refused after three wrong ones',
      proves('card-authorization.otp.tries'),
      async ({ caller, otp }) => {
        const journey = await new Journey(caller).walk('generateOtp')
        await journey.call('validateOtp', { body: checking(journey, wrongOtp) })
        await journey.call('validateOtp', { body: checking(journey, wrongOtp) })
        await journey.call('validateOtp', { body: checking(journey, wrongOtp) })
        expect(await journey.call('validateOtp', { body: checking(journey, otp) })).toBeRefused(400)
      },
    )

    test(
      'may be encrypted under the key of the bank',
      proves('card-authorization.otp.encrypted'),
      async ({ caller, otp }) => {
        const journey = await new Journey(caller).walk('generateOtp')
        const key = positiveControl(await journey.call('getEncryptionKey')).json
        const { modulus, exponent } = key as { modulus: string; exponent: string }
        const encrypted = encryptHex(otp, { modulus, exponent, base: 10 })
        expect(await journey.call('validateOtp', { body: checking(journey, encrypted) })).toSucceed()
      },
    )

    test(
      'does not fit the control flow of another customer',
      proves('card-authorization.otp.foreign-flow'),
      async ({ caller, otherCaller, otp }) => {
        const journey = await new Journey(caller).walk('generateOtp')
        const stranger = new Journey(otherCaller, journey.told)
        expect(await stranger.call('validateOtp', { body: checking(journey, otp) })).toBeRefused(400)
        positiveControl(await journey.call('validateOtp', { body: checking(journey, otp) }))
      },
    )

    test(
      'each handing out of the key is an event of its own',
      proves('card-authorization.key.fresh-event'),
      async ({ caller }) => {
        const journey = new Journey(caller)
        const first = positiveControl(await journey.call('getEncryptionKey'))
        const second = positiveControl(await journey.call('getEncryptionKey'))
        expect(second).toShow({
          at: 'header eventid',
          expected: 'another event',
          actual: eventOf(second) === eventOf(first) ? 'the same event' : 'another event',
        })
      },
    )
  })
})
