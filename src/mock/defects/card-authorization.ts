import type { Answer } from '../answer.ts'
import type { RewriteContext } from '../behaviour.ts'
import { cardTokenDefects } from './card-tokens.ts'
import { type Defect, isSuccessOf, rewrite, withFields, withHeader, without } from './defect.ts'

const market = 'sg' as const

/** The answer of an enrolment that says that a password was sent. */
const isEnrolled = ({ status }: Answer, { operation }: RewriteContext): boolean =>
  operation?.id === 'enrolCard' && status === 403

/** Turns a success of a token call into a refusal. */
const refuseGrant = (answer: Answer): Answer => ({
  ...answer,
  status: 400,
  body: { error: 'invalid_grant', error_description: 'The control flow or the password is not valid' },
})

/** Lets a refused enrolment look like a plain success. */
const asSuccess = (answer: Answer): Answer => ({ ...answer, status: 200 })

const enrolments: readonly Defect[] = [
  {
    id: 'card-enrolment-answers-200',
    breaks: 'card-authorization.enrol.asks-factor',
    alsoBreaks: ['error.not-as-success', 'http.status.documented'],
    market,
    apply: rewrite(isEnrolled, asSuccess),
  },
  {
    id: 'card-nobody-holds-enrolled',
    breaks: 'card-authorization.enrol.not-held',
    market,
    apply: without('card.held'),
  },
  {
    id: 'card-enrolled-with-any-phone',
    breaks: 'card-authorization.enrol.wrong-phone',
    market,
    apply: without('card.phone'),
  },
  {
    id: 'card-enrolment-tells-what-is-unknown',
    breaks: 'card-authorization.enrol.indistinct',
    market,
    apply: without('card.indistinct'),
  },
  {
    id: 'card-enrolment-without-credentials',
    breaks: 'card-authorization.enrol.client-auth',
    market,
    apply: without('client-auth.required'),
  },
]

const activations: readonly Defect[] = [
  {
    id: 'card-activation-refused',
    breaks: 'card-authorization.activate.works',
    market,
    apply: rewrite(isSuccessOf('issueCardToken'), refuseGrant),
  },
  {
    id: 'card-activated-with-any-password',
    breaks: 'card-authorization.activate.wrong-otp',
    market,
    apply: without('otp.right'),
  },
  {
    id: 'card-password-guessed-for-ever',
    breaks: 'card-authorization.activate.tries',
    market,
    apply: without('otp.tries'),
  },
  {
    id: 'card-control-flow-never-expires',
    breaks: 'card-authorization.activate.expiry',
    market,
    apply: without('flow.expiry'),
  },
  {
    id: 'card-control-flow-works-twice',
    breaks: 'card-authorization.activate.once',
    market,
    apply: without('flow.single-use'),
  },
  {
    id: 'card-control-flow-need-not-be-known',
    breaks: 'card-authorization.activate.unknown-flow',
    market,
    apply: without('card.flow-known'),
  },
  {
    id: 'card-control-flow-of-any-application',
    breaks: 'card-authorization.activate.bound-to-client',
    market,
    apply: without('flow.owner'),
  },
  {
    id: 'card-scope-unknown',
    breaks: 'card-authorization.activate.scope-known',
    market,
    apply: without('card.scope'),
  },
  {
    id: 'card-token-declares-half-an-hour',
    breaks: 'card-authorization.token.declared-lifetimes',
    market,
    apply: rewrite(isSuccessOf('issueCardToken'), withFields({ expires_in: 1800 })),
  },
  {
    id: 'card-token-of-the-first-card',
    breaks: 'card-authorization.token.second-card',
    market,
    apply: without('card.which'),
  },
]

const passwordsAndKeys: readonly Defect[] = [
  {
    id: 'right-password-refused',
    breaks: 'card-authorization.otp.right',
    market,
    apply: rewrite(isSuccessOf('validateOtp'), (answer) => ({
      ...answer,
      status: 400,
      body: { type: 'error', code: 'invalidOtp', details: 'One-time password is invalid' },
    })),
  },
  {
    id: 'any-password-accepted',
    breaks: 'card-authorization.otp.wrong',
    market,
    apply: without('otp.right'),
  },
  {
    id: 'password-guessed-for-ever',
    breaks: 'card-authorization.otp.tries',
    market,
    apply: without('otp.tries'),
  },
  {
    id: 'encrypted-password-not-read',
    breaks: 'card-authorization.otp.encrypted',
    market,
    apply: without('otp.decrypted'),
  },
  {
    id: 'control-flow-of-any-customer',
    breaks: 'card-authorization.otp.foreign-flow',
    market,
    apply: without('flow.owner'),
  },
  {
    id: 'key-always-the-same-event',
    breaks: 'card-authorization.key.fresh-event',
    market,
    apply: rewrite(
      isSuccessOf('getEncryptionKey'),
      withHeader('eventid', '51D07B3CE98A42F68B1E0C73A95D2F64'),
    ),
  },
]

const devices: readonly Defect[] = [
  {
    id: 'device-gets-one-token',
    breaks: 'card-authorization.device.pair',
    alsoBreaks: ['shape.body.inferred'],
    market: 'hk',
    apply: rewrite(isSuccessOf('retrieveDeviceToken'), withFields({ refresh_token: undefined })),
  },
  {
    id: 'device-shows-nothing',
    breaks: 'card-authorization.device.statement',
    market: 'hk',
    apply: without('device.statement'),
  },
  {
    id: 'device-refresh-gives-the-old-token',
    breaks: 'card-authorization.device.refresh',
    market: 'hk',
    apply: without('card.fresh'),
  },
  {
    id: 'device-revocation-spares-the-other-token',
    breaks: 'card-authorization.device.revoke',
    market: 'hk',
    apply: without('revoke.ends-refresh'),
  },
]

/** Mistakes with the tokens of cards and devices, with one-time passwords and with keys. */
export const cardAuthorizationDefects: readonly Defect[] = [
  ...enrolments,
  ...activations,
  ...cardTokenDefects,
  ...passwordsAndKeys,
  ...devices,
]
