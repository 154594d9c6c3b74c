import { randomUUID } from 'node:crypto'
import { writeFileSync } from 'node:fs'
import type { RequestListener } from 'node:http'
import path from 'node:path'
import { examine, preflight } from '../../src/doctor/examine.ts'
import { Patient } from '../../src/doctor/patient.ts'
import { examinationToText } from '../../src/doctor/text.ts'
import { describeError } from '../../src/errors.ts'
import type { Servers } from './local-server.ts'

/** Settings by name. */
export type Env = Readonly<Record<string, string>>

/** What a fault is seeded in: settings of a sandbox that work, servers to put in its place, and a folder. */
export interface Ground {
  readonly settings: Env
  readonly servers: Servers
  readonly folder: string
}

/** Leaves a PEM file and returns its name. */
export function leavePem(folder: string, pem: string): string {
  const file = path.join(folder, `${randomUUID()}.pem`)
  writeFileSync(file, pem)
  return file
}

/** The credentials of settings as the Basic scheme joins them. */
export function joined({ CITI_CLIENT_ID, CITI_CLIENT_SECRET }: Env): string {
  return `${CITI_CLIENT_ID ?? ''}:${CITI_CLIENT_SECRET ?? ''}`
}

/** Answers everything in one way. */
export function always(status: number, body = '{}', headers: Env = {}): RequestListener {
  return (_request, response) =>
    void response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(body)
}

/** Gives tokens, and sends every customer back with an error. */
export function sendingBack(error: string): RequestListener {
  return (request, response) => {
    const { searchParams } = new URL(request.url ?? '', 'http://localhost')
    const location = `${searchParams.get('redirect_uri') ?? ''}?error=${error}`
    const isToken = request.method === 'POST'
    const answer = isToken ? always(200, '{"access_token":"t0ken"}') : always(302, '', { location })
    answer(request, response)
  }
}

/** What the doctor says first, how long it took in milliseconds, and everything it said. */
export async function consult(env: Env): Promise<{ firstLine: string; took: number; text: string }> {
  const startedAt = performance.now()
  const patient = new Patient({ env, patienceMs: 4000 })
  const text = examinationToText(await examine(patient))
  await patient.close()
  return { firstLine: text.split('\n')[0] ?? '', took: performance.now() - startedAt, text }
}

/** What stops a run before its first test; undefined when nothing does. */
export async function stopOf(env: Env): Promise<string | undefined> {
  try {
    await preflight(new Patient({ env, patienceMs: 4000 }))
    return undefined
  } catch (error) {
    return describeError(error).split('\n')[0]
  }
}
