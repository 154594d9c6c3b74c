import type { Answer, Handler, ResourceCall } from '../../answer.ts'
import type { RewardLink } from '../../bank/reward-links.ts'
import { fieldsOf, textOf } from '../../fields.ts'
import type { Desk } from '../desk.ts'
import { refuse, type Refusal } from '../refusal.ts'

const unknown: Refusal = { status: 400, code: 'invalidRewardLinkCode', location: 'rewardLinkCode' }
const inactive: Refusal = { status: 400, code: 'inactiveRewardLinkCode', location: 'rewardLinkCode' }

/** Answers a call about a link that is the caller's. */
export type LinkStep = (desk: Desk, call: ResourceCall, link: RewardLink) => Answer

/** Makes a handler for a call that names a link, active or not; unknown and foreign ones are refused alike. */
export function withLink(step: LinkStep): (desk: Desk) => Handler {
  return (desk) => (call) => {
    const link = findLink(desk, call, namedIn(call))
    return 'status' in link ? refuse(call, link) : step(desk, call, link)
  }
}

/** The same for a link that has to be active. */
export function withActiveLink(step: LinkStep): (desk: Desk) => Handler {
  return withLink((desk, call, link) =>
    isUsable(call, link) ? step(desk, call, link) : refuse(call, inactive),
  )
}

/** Tells whether a link may be used. */
export function isUsable({ behaviour }: ResourceCall, { active }: RewardLink): boolean {
  return active || !behaviour.enforces('rewards.active')
}

/** Finds a link of the caller by its code. */
export function findLink({ bank }: Desk, call: ResourceCall, code: string): RewardLink | Refusal {
  const { behaviour, clientId, market } = call
  const link = bank.rewards.find(code)
  if (link?.market !== market.id)
    return (behaviour.enforces('object.exists') ? undefined : bank.rewards.newestOf(clientId)) ?? unknown
  if (link.clientId === clientId || !behaviour.enforces('object.owner')) return link
  return behaviour.enforces('object.indistinct') ? unknown : { status: 403, code: 'accessNotConfigured' }
}

function namedIn({ params, query, body }: ResourceCall): string {
  return params['rewardLinkCode'] ?? query['rewardLinkCode'] ?? textOf(fieldsOf(body)['rewardLinkCode'])
}
