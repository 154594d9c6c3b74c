import { rewrite } from '../defects/defect.ts'
import { answerOf, type Imitation, withHeaders } from './imitation.ts'

const key = 'getPasswordKey'
const token = 'issuePasswordToken'
/** Only two markets have the password grant. */
const market = 'bh'
const seenBy = ['legacy.password.tokens'] as const

/** What the old password grant and its key call do. */
export const passwordImitations = {
  'password-token-cacheable': {
    market,
    seenBy,
    apply: rewrite(answerOf(200, token), withHeaders({ 'cache-control': undefined, pragma: undefined })),
  },
  'password-calls-name-server': {
    market,
    seenBy,
    apply: rewrite(answerOf(200, key, token), withHeaders({ server: 'Apache-Coyote/1.1' })),
  },
  'password-key-no-uuid': {
    market,
    seenBy,
    apply: rewrite(answerOf(200, key), withHeaders({ uuid: undefined })),
  },
  'password-401-default-challenge': {
    market,
    seenBy: ['legacy.password.unknown-user'],
    apply: rewrite(answerOf(401, token), withHeaders({ 'www-authenticate': 'default' })),
  },
} as const satisfies Readonly<Record<string, Imitation>>
