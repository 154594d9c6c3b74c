import { controlFlowOf } from '../../src/oauth/card-flow.ts'
import { encryptHex } from '../../src/oauth/encrypt.ts'
import { cardOf, cardsIn, listedCards, onCard, shown } from '../../src/testing/cards.ts'
import { test } from '../../src/testing/fixtures.ts'
import { expect } from '../../src/testing/matchers.ts'
import { positiveControl } from '../../src/testing/not-observed.ts'
import { operationOf } from '../../src/testing/operations.ts'
import { inMarketsOffering } from '../../src/testing/passes.ts'
import { proves } from '../../src/testing/proves.ts'

const on = { operationId: 'switchCard', parameters: { cardActivationCode: 'ACTIVATE' } }
const off = { operationId: 'switchCard', parameters: { cardActivationCode: 'DEACTIVATE' } }
const state = 'localCardActivationIndicator'

inMarketsOffering('listCards', () => {
  test.describe('list of cards', () => {
    test(
      'holds the cards that allow a function',
      proves('cards.list.function-filter'),
      async ({ caller }) => {
        const word = 'CREDIT_LIMIT_INCREASE'
        const reply = positiveControl(
          await caller.call(operationOf('listCards'), { parameters: { cardFunction: word } }),
        )
        const others = cardsIn(reply).filter(
          ({ cardFunctionsAllowed }) => !JSON.stringify(cardFunctionsAllowed).includes(word),
        )
        expect(reply).toShow({
          at: '/cardDetails',
          expected: 'only cards that allow it',
          actual: others.length === 0 ? 'only cards that allow it' : `${others.length} others`,
        })
      },
    )

    test('knows its functions', proves('cards.list.function-unknown'), async ({ caller }) => {
      await listedCards(caller)
      const parameters = { cardFunction: 'CREDIT_CARD' }
      expect(await caller.call(operationOf('listCards'), { parameters })).toBeRefused(400)
    })
  })

  test.describe('switching a card', () => {
    test('reads back in the list', proves('cards.switch.reads-back'), async ({ caller }) => {
      const card = await cardOf(caller, 'credit')
      const reply = positiveControl(await onCard(caller, card, off))
      const whenOff = await shown(caller, card, state)
      positiveControl(await onCard(caller, card, on))
      expect(reply).toShow({
        at: state,
        expected: 'INACTIVE, then ACTIVE',
        actual: `${whenOff}, then ${await shown(caller, card, state)}`,
      })
    })
  })

  test.describe('report of a lost card', () => {
    test('shows the card as one to replace', proves('cards.lost.shown'), async ({ caller, control: _ }) => {
      const card = await cardOf(caller, 'supplementary')
      const body = { replacementIndicator: 'BLOCK ONLY' }
      const reply = positiveControl(await onCard(caller, card, { operationId: 'reportCardLost', body }))
      expect(reply).toShow({ at: state, expected: 'REPLACE', actual: await shown(caller, card, state) })
    })

    test(
      'keeps the card from being switched on',
      proves('cards.lost.blocked'),
      async ({ caller, control: _ }) => {
        const card = await cardOf(caller, 'supplementary')
        positiveControl(await onCard(caller, card, on))
        const body = { replacementIndicator: 'BLOCK ONLY' }
        positiveControl(await onCard(caller, card, { operationId: 'reportCardLost', body }))
        expect(await onCard(caller, card, on)).toBeRefused(400)
      },
    )

    test(
      'gives the replacement another number',
      proves('cards.lost.replaced'),
      async ({ caller, control: _ }) => {
        const card = await cardOf(caller, 'supplementary')
        const body = { replacementIndicator: 'BLOCK_AND_REPLACE' }
        const reply = positiveControl(await onCard(caller, card, { operationId: 'reportCardLost', body }))
        const number = await shown(caller, card, 'displayCardNumber')
        expect(reply).toShow({
          at: `displayCardNumber and ${state}`,
          expected: 'another number, INACTIVE',
          actual: `${number === card['displayCardNumber'] ? 'the same' : 'another'} number, ${await shown(caller, card, state)}`,
        })
      },
    )
  })
})

inMarketsOffering('confirmCardSwitch', () => {
  test.describe('confirmation of a card', () => {
    test('is asked for where an account is behind it', proves('cards.switch.factor'), async ({ caller }) => {
      const card = await cardOf(caller, 'debit')
      positiveControl(await onCard(caller, card, off))
      const asked = await onCard(caller, card, on)
      const before = await shown(caller, card, state)
      const controlFlowId = controlFlowOf(asked) ?? ''
      await caller.call(operationOf('validateOtp'), { told: { controlFlowId } })
      await caller.call(operationOf('confirmCardSwitch'), { told: { controlFlowId } })
      expect(asked).toFailWith(403, 'mfaRequired')
      expect(asked).toShow({
        at: state,
        expected: 'INACTIVE before, ACTIVE after',
        actual: `${before} before, ${await shown(caller, card, state)} after`,
      })
    })

    test('needs its one-time password', proves('cards.confirm.needs-otp'), async ({ caller }) => {
      const card = await cardOf(caller, 'debit')
      const controlFlowId = controlFlowOf(await onCard(caller, card, on)) ?? ''
      expect(await caller.call(operationOf('confirmCardSwitch'), { told: { controlFlowId } })).toBeRefused(
        400,
      )
      positiveControl(await caller.call(operationOf('validateOtp'), { told: { controlFlowId } }))
      positiveControl(await caller.call(operationOf('confirmCardSwitch'), { told: { controlFlowId } }))
    })

    test('works once', proves('cards.confirm.once'), async ({ caller }) => {
      const card = await cardOf(caller, 'debit')
      const controlFlowId = controlFlowOf(await onCard(caller, card, on)) ?? ''
      positiveControl(await caller.call(operationOf('validateOtp'), { told: { controlFlowId } }))
      positiveControl(await caller.call(operationOf('confirmCardSwitch'), { told: { controlFlowId } }))
      expect(await caller.call(operationOf('confirmCardSwitch'), { told: { controlFlowId } })).toBeRefused(
        400,
      )
    })

    test('is for the customer who asked', proves('cards.confirm.own'), async ({ caller, otherCaller }) => {
      const card = await cardOf(caller, 'debit')
      const controlFlowId = controlFlowOf(await onCard(caller, card, on)) ?? ''
      positiveControl(await caller.call(operationOf('validateOtp'), { told: { controlFlowId } }))
      expect(
        await otherCaller.call(operationOf('confirmCardSwitch'), { told: { controlFlowId } }),
      ).toBeRefused(400)
      positiveControl(await caller.call(operationOf('confirmCardSwitch'), { told: { controlFlowId } }))
    })
  })

  test.describe('switching a card on before login', () => {
    test('reads back in the list', proves('cards.before-login.activates'), async ({ caller }) => {
      const card = await cardOf(caller, 'credit')
      positiveControl(await onCard(caller, card, off))
      const flow = positiveControl(await caller.call(operationOf('generateOtp')))
      const told = { cardId: card.cardId, controlFlowId: controlFlowOf(flow) ?? '' }
      positiveControl(await caller.call(operationOf('validateOtp'), { told }))
      const reply = positiveControl(await caller.call(operationOf('activateCardBeforeLogin'), { told }))
      expect(reply).toShow({ at: state, expected: 'ACTIVE', actual: await shown(caller, card, state) })
    })

    test('needs a one-time password', proves('cards.before-login.needs-otp'), async ({ caller }) => {
      const card = await cardOf(caller, 'credit')
      const flow = positiveControl(await caller.call(operationOf('generateOtp')))
      const told = { cardId: card.cardId, controlFlowId: controlFlowOf(flow) ?? '' }
      expect(await caller.call(operationOf('activateCardBeforeLogin'), { told })).toBeRefused(400)
      positiveControl(await caller.call(operationOf('validateOtp'), { told }))
      positiveControl(await caller.call(operationOf('activateCardBeforeLogin'), { told }))
    })
  })

  test.describe('PIN and security code', () => {
    test('a PIN has four digits', proves('cards.pin.form'), async ({ caller }) => {
      const { cardId } = await cardOf(caller, 'credit')
      positiveControl(await caller.call(operationOf('resetPin'), { body: { cardId, newPin: '4821' } }))
      expect(await caller.call(operationOf('resetPin'), { body: { cardId, newPin: 'many' } })).toBeRefused(
        400,
      )
    })

    test('a wrong security code is refused', proves('cards.security-code.wrong'), async ({ caller }) => {
      const { cardId } = await cardOf(caller, 'credit')
      positiveControl(await caller.call(operationOf('verifyCvv'), { told: { cardId } }))
      const body = { cardId, encryptedCvv: '000' }
      expect(await caller.call(operationOf('verifyCvv'), { body })).toBeRefused(400)
    })

    test('a security code may be encrypted', proves('cards.security-code.encrypted'), async ({ caller }) => {
      const { cardId } = await cardOf(caller, 'credit')
      const key = positiveControl(await caller.call(operationOf('getEncryptionKey'))).json
      const { modulus, exponent } = key as { modulus: string; exponent: string }
      const body = { cardId, encryptedCvv: encryptHex('487', { modulus, exponent, base: 10 }) }
      expect(await caller.call(operationOf('verifyCvv'), { body })).toSucceed()
    })
  })
})
