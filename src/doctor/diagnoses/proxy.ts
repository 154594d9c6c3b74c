import { type SuiteError, TransportError } from '../../errors.ts'
import type { Env } from '../../settings.ts'
import { connectOnce } from '../connect.ts'
import type { Patient } from '../patient.ts'
import { type Diagnosis, good } from '../types.ts'

const variables = { 'https:': ['HTTPS_PROXY', 'ALL_PROXY'], 'http:': ['HTTP_PROXY', 'ALL_PROXY'] } as const

/**
 * No proxy stands between: the suite connects directly, since its TLS tests must meet the target itself. Where only a
 * proxy leads out, name and port would look broken, so it is looked at before them.
 */
export const proxy: Diagnosis = {
  title: 'proxy',
  ofTarget: true,
  stopsRun: false,
  examine: async (patient) => {
    const variable = proxyFor(new URL(patient.target.baseUrl), patient.env)
    if (variable === undefined) return good('none is set')
    const failure = await tryDirectly(patient)
    if (failure === undefined) return good(`${variable} is set; the direct way works, and the suite takes it`)
    throw new TransportError('proxy-in-the-way', sentence(patient.target.baseUrl, variable), {
      fix: `run where the target can be reached without a proxy, or unset ${variable} if none is needed`,
      cause: failure,
    })
  },
}

function sentence(baseUrl: string, variable: string): string {
  return `CITI_BASE_URL ${baseUrl}: cannot be reached directly; ${variable} names a proxy, which the suite never uses`
}

async function tryDirectly(patient: Patient): Promise<SuiteError | undefined> {
  try {
    await connectOnce(patient.target)
    return undefined
  } catch (error) {
    return error as SuiteError
  }
}

/** The variable that names a proxy for an address; its value may hold a password, so nobody shows it. */
function proxyFor({ protocol, hostname }: URL, env: Env): string | undefined {
  const names = protocol === 'http:' ? variables['http:'] : variables['https:']
  const found = names.flatMap((name) => [name, name.toLowerCase()]).find((name) => (env[name] ?? '') !== '')
  const exempt = (env['NO_PROXY'] ?? env['no_proxy'] ?? '').split(/[\s,]+/).filter((word) => word !== '')
  const isExempt = exempt.some((word) => word === '*' || isBelow(hostname, word))
  return isExempt ? undefined : found
}

function isBelow(hostname: string, pattern: string): boolean {
  const domain = pattern.replace(/^\*?\./, '').replace(/:\d+$/, '')
  return hostname === domain || hostname.endsWith(`.${domain}`)
}
