import type { Check } from '../check.ts'
import { reportHeader, responseHeader } from '../headers.ts'

/** Headers in which servers name themselves; the version stands behind the name: nginx/1.18, Jetty(9.4). */
const namingHeaders: readonly string[] = ['Server', 'Via', 'X-Powered-By', 'X-Generator']
const version = /\b(?!https?\/)[a-z][\w.-]*[/ (]v?\d/i
/** Headers that hold nothing but a version. */
const versionHeaders: readonly string[] = ['X-AspNet-Version', 'X-AspNetMvc-Version']

/** The protocol version that Via begins with is no secret. */
export const httpServerNoVersion: Check = {
  requirement: 'http.server.no-version',
  appliesTo: () => true,
  find: ({ exchange }) =>
    [...namingHeaders, ...versionHeaders].flatMap((name) => {
      const value = responseHeader(exchange, name)
      if (value === undefined || (namingHeaders.includes(name) && !version.test(value))) return []
      return reportHeader(exchange, name, 'no version')
    }),
}
