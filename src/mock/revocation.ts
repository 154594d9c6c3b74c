import { json } from './answer.ts'
import type { AccessToken, RefreshToken } from './grants.ts'
import { isAnswer, neverCached, oauthError } from './oauth-error.ts'
import { readTokenForm, refuseMissing } from './token-form.ts'
import type { Endpoint, World } from './world.ts'

/** Ends access; either token of a pair ends both. @see https://www.rfc-editor.org/rfc/rfc7009#section-2.1 */
export function revoking(body: Readonly<Record<string, string>>): Endpoint {
  return (world, call) => {
    const { behaviour, grants } = world
    const form = readTokenForm(world, call, !behaviour.enforces('revoke.auth'))
    if (isAnswer(form)) return form
    const refusal = refuseMissing(form.fields, ['token', 'token_type_hint'])
    if (refusal !== undefined) return refusal
    const value = form.fields['token'] ?? ''
    const token = grants.accessTokens.get(value) ?? grants.refreshTokens.get(value)
    if (token === undefined && !behaviour.enforces('revoke.unknown-ok'))
      return oauthError(400, 'invalid_request', 'The token is unknown')
    if (token?.revoked === true && !behaviour.enforces('revoke.idempotent'))
      return oauthError(400, 'invalid_request', 'The token was revoked before')
    const isOwn = token?.grant.clientId === form.application.clientId || !behaviour.enforces('revoke.owner')
    const hintFits =
      form.fields['token_type_hint'] === `${token?.kind ?? ''}_token` ||
      behaviour.enforces('revoke.hint-harmless')
    if (token !== undefined && isOwn && hintFits) endAccess(world, token)
    return json(200, body, neverCached)
  }
}

function endAccess(world: World, token: AccessToken | RefreshToken): void {
  const { behaviour, grants } = world
  const isAccess = token.kind === 'access'
  if (behaviour.enforces(isAccess ? 'revoke.effective' : 'revoke.refresh-effective')) token.revoked = true
  const pair = <Kind extends { grant: object; revoked: boolean }>(tokens: Iterable<Kind>) =>
    [...tokens].filter(({ grant }) => grant === token.grant)
  if (isAccess && behaviour.enforces('revoke.ends-refresh'))
    for (const other of pair(grants.refreshTokens.values())) other.revoked = true
  if (!isAccess && behaviour.enforces('revoke.ends-access'))
    for (const other of pair(grants.accessTokens.values())) other.revoked = true
}
