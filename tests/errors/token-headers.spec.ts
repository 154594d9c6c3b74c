import type { Operation } from '../../src/contract/types.ts'
import type { Reply } from '../../src/http/client.ts'
import type { TokenCallChange } from '../../src/oauth/application.ts'
import { activateCard, enrolCard, refreshCard, revokeCard } from '../../src/oauth/card-flow.ts'
import { refreshPassword } from '../../src/oauth/password-grant.ts'
import { enrol, grantCard } from '../../src/testing/card-access.ts'
import { test } from '../../src/testing/fixtures.ts'
import { expect } from '../../src/testing/matchers.ts'
import { positiveControl } from '../../src/testing/not-observed.ts'
import { nameOf, operationsIn } from '../../src/testing/operations.ts'
import { inEveryMarket } from '../../src/testing/passes.ts'
import { keyFor, passwordTokens } from '../../src/testing/passwords.ts'
import { provesFor } from '../../src/testing/proves.ts'
import { buildTokenCall, isTokenCall } from '../../src/testing/token-calls.ts'

type Ask = (change: Pick<TokenCallChange, 'headers'>) => Promise<Reply>
type Body = Parameters<typeof test>[2]

const scope = 'epp_booking'

/** Makes a call that is right in everything, and again without each of the headers that its document wants. */
async function tryHeaders({ requiredHeaders }: Operation, ask: Ask): Promise<void> {
  positiveControl(await ask({}))
  for (const name of requiredHeaders)
    expect(await ask({ headers: { [name]: undefined, [name.toLowerCase()]: undefined } })).toBeRefused(400)
}

/** Calls that need a card, a password or a token first; the examples of their documents make the others right. */
const prepared: Readonly<Record<string, (operation: Operation) => Body>> = {
  enrolCard:
    (operation) =>
    ({ app, card }) =>
      tryHeaders(operation, (change) => enrolCard(app, card, change)),
  issueCardToken:
    (operation) =>
    ({ app, card, otp }) =>
      tryHeaders(operation, async (change) =>
        activateCard(app, { controlFlowId: await enrol(app, card), otp, scope }, change),
      ),
  refreshCardToken:
    (operation) =>
    ({ app, card, otp }) =>
      tryHeaders(operation, async (change) =>
        refreshCard(app, (await grantCard({ app, card, otp, scope })).refreshToken, change),
      ),
  revokeCardToken:
    (operation) =>
    ({ app, card, otp }) =>
      tryHeaders(operation, async (change) =>
        revokeCard(app, (await grantCard({ app, card, otp, scope })).accessToken, change),
      ),
  issuePasswordToken:
    (operation) =>
    ({ app, customer }) =>
      tryHeaders(operation, async (change) => customer.signIn(app, await keyFor(app), change)),
  refreshPasswordToken:
    (operation) =>
    ({ app, customer }) =>
      tryHeaders(operation, async (change) =>
        refreshPassword(app, (await passwordTokens(app, customer)).refreshToken, change),
      ),
}

const unprepared =
  (operation: Operation): Body =>
  ({ app }) =>
    tryHeaders(operation, (change) => app.client.send(buildTokenCall(app, operation, change)))

inEveryMarket((market) => {
  for (const operation of operationsIn(market, isTokenCall).filter(
    ({ requiredHeaders }) => requiredHeaders.length > 0,
  ))
    test(
      `${nameOf(operation)} without a required header is refused`,
      provesFor('request.header.required', operation),
      (prepared[operation.id] ?? unprepared)(operation),
    )
})
