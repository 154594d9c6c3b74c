import type { Operation } from '../../contract/types.ts'
import type { RewriteContext } from '../behaviour.ts'
import type { Answer } from '../answer.ts'
import { type Defect, rewrite, withFields, without } from './defect.ts'

const isAnswerOf =
  (id: Operation['id']) =>
  (answer: Answer, { operation }: RewriteContext) =>
    operation?.id === id && answer.status === 200

type Mistake = Omit<Defect, 'market'>

const mistakes: readonly Mistake[] = [
  {
    id: 'same-client-for-all',
    breaks: 'registration.client.created',
    apply: rewrite(isAnswerOf('registerClient'), withFields({ client_id: 'the-only-client' })),
  },
  {
    id: 'client-reads-otherwise',
    breaks: 'registration.client.read',
    apply: rewrite(isAnswerOf('getClient'), withFields({ redirect_uris: 'https://elsewhere.example/' })),
  },
  {
    id: 'client-change-forgotten',
    breaks: 'registration.client.changed',
    apply: without('registration.change'),
  },
  {
    id: 'deleted-client-lives',
    breaks: 'registration.client.deleted',
    apply: without('registration.deletion'),
  },
  {
    id: 'deleted-client-keeps-tokens',
    breaks: 'registration.client.deleted-tokens',
    apply: without('registration.deletion-tokens'),
  },
  {
    id: 'unknown-client-is-empty',
    breaks: 'registration.client.unknown',
    apply: without('registration.unknown'),
  },
  {
    id: 'unknown-client-keeps-token',
    breaks: 'registration.client.unknown-revokes',
    apply: without('registration.unknown-revokes'),
  },
  { id: 'foreign-client-shown', breaks: 'registration.client.foreign', apply: without('registration.owner') },
  {
    id: 'any-token-registers',
    breaks: 'registration.token.only',
    apply: without('registration.token-scope'),
  },
  {
    id: 'no-certificate-needed',
    breaks: 'registration.certificate.required',
    apply: without('registration.certificate'),
  },
  {
    id: 'expired-certificate-accepted',
    breaks: 'registration.certificate.expired',
    apply: without('registration.validity'),
  },
  {
    id: 'any-issuer-trusted',
    breaks: 'registration.certificate.untrusted',
    apply: without('registration.issuer'),
  },
  {
    id: 'role-not-needed',
    breaks: 'registration.certificate.role',
    apply: without('registration.role', 'statement.roles'),
  },
  {
    id: 'seal-opens-connection',
    breaks: 'registration.certificate.purpose',
    apply: without('registration.purpose'),
  },
  {
    id: 'foreign-statement-accepted',
    breaks: 'registration.statement.organisation',
    apply: without('statement.organisation'),
  },
  {
    id: 'claimed-role-believed',
    breaks: 'registration.statement.role',
    apply: without('statement.roles'),
  },
  {
    id: 'unsigned-statement-accepted',
    breaks: 'registration.statement.signed',
    apply: without('statement.signature'),
  },
  {
    id: 'expired-statement-accepted',
    breaks: 'registration.statement.expired',
    apply: without('statement.expiry'),
  },
  {
    id: 'statement-works-twice',
    breaks: 'registration.statement.replayed',
    apply: without('statement.replay'),
  },
  {
    id: 'registered-client-acts-for-itself',
    breaks: 'registration.credentials.no-two-legged',
    apply: without('registration.three-legged'),
  },
  {
    id: 'registered-client-asks-for-all',
    breaks: 'registration.credentials.scope',
    apply: without('registration.scope'),
  },
  {
    id: 'registered-client-cannot-redeem',
    breaks: 'registration.credentials.three-legged',
    apply: without('registration.usable'),
  },
]

/** Mistakes in the registration of clients, which Europe alone has. */
export const clientRegistrationDefects: readonly Defect[] = mistakes.map((mistake) => ({
  ...mistake,
  market: 'gb',
}))
