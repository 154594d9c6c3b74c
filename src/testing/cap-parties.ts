import type { Market } from '../markets/types.ts'
import type { Application } from '../oauth/application.ts'
import type { Customer } from '../oauth/customer.ts'
import type { Caller } from './caller.ts'
import type { CapParties } from './cap-provocation.ts'
import { readingOperation } from './operations.ts'
import { notObserved } from './not-observed.ts'
import { unlessUnseen } from './provoked-cap.ts'
import type { Recorder } from './recorder.ts'
import { grantTokens, offers } from './token-broker.ts'

/** Who a test knows; what a run does not know ends what asks for it as not observed. */
export interface KnownParties {
  readonly recorder: Recorder
  readonly app: Application
  readonly caller: Caller
  readonly market: Market
  readonly otherApp: () => Application
  readonly customer: () => Customer
}

/** Gathers who spends the cap; one that is not known is a reason, and no end of the test. */
export async function capParties(known: KnownParties): Promise<Omit<CapParties, 'wait' | 'now'>> {
  const { recorder, app, caller, market } = known
  return {
    app,
    otherApp: await unlessUnseen(recorder, known.otherApp),
    issueToken: () => unlessUnseen(recorder, () => issueToken(known)),
    read: (accessToken) => caller.call(readingOperation(market), { accessToken }),
  }
}

async function issueToken({ app, customer, market }: KnownParties): Promise<{ token: string }> {
  if (!offers(market, 'authorize'))
    return notObserved(`${market.name} has no login page, so nothing to revoke`)
  return { token: (await grantTokens(app, customer())).accessToken }
}
