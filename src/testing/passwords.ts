import { type Application, readTokenPair, type TokenPair } from '../oauth/application.ts'
import type { Customer } from '../oauth/customer.ts'
import { fetchPasswordKey, type PasswordKey, readPasswordKey } from '../oauth/password-grant.ts'
import { notObserved, positiveControl } from './not-observed.ts'

/** Fetches a key for one password; the test is unclear when that fails. */
export async function keyFor(app: Application): Promise<PasswordKey> {
  const { accessToken = '' } = readTokenPair(positiveControl(await app.fetchToken())) ?? {}
  const key = readPasswordKey(positiveControl(await fetchPasswordKey(app, accessToken)))
  return key ?? notObserved('unclear: the key call gave no key with its headers')
}

/** Returns the tokens of a customer's password; the test is unclear when there are none. */
export async function passwordTokens(app: Application, customer: Customer): Promise<TokenPair> {
  const pair = readTokenPair(positiveControl(await customer.signIn(app, await keyFor(app))))
  return pair ?? notObserved('unclear: the password gave no access token')
}
