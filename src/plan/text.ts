import type { Plan } from './plan.ts'

/** The spending itself, the stated wait, and a minute after the last refusal. */
const provokingTime = 'one to three minutes, unless the target tells a larger quota'

/** How many reasons are told in full; the others are counted. */
const toldReasons = 12

/** The plan of a run as a person reads it before anything is sent. */
export function planToText(plan: Plan, perMinute: number): string {
  const { kind, markets, calls, requirements, unseen } = plan
  const place = `${markets.length === 1 ? 'market' : 'markets'} ${markets.join(', ')}`
  return [
    `The ${kind} plan, ${place}: ${calls} calls, ${plan.tests.length} tests`,
    '',
    `  requirements  ${requirements.length} will be judged, ${perCall(plan)} for each call`,
    `  time          ${minutesToText(calls, perMinute)} at ${perMinute} calls a minute`,
    ...provokingToText(plan),
    ...spendsToText(plan),
    '',
    '  calls  endpoint',
    ...byCount(plan.callsByEndpoint).map(([name, count]) => `  ${String(count).padStart(5)}  ${name}`),
    '',
    `  ${Object.keys(unseen).length} requirements will not be observed, because:`,
    ...reasonsToText(plan),
  ].join('\n')
}

/** The same in one line, for a run that follows at once. */
export function planToLine(plan: Plan, perMinute: number): string {
  const { kind, calls, requirements, provoking } = plan
  const last =
    provoking === undefined ? '' : `; then the cap is spent, at most ${provoking} calls in ${provokingTime}`
  return `The ${kind} plan: ${calls} calls, ${requirements.length} requirements (${perCall(plan)} for each call), ${minutesToText(calls, perMinute)}${last}`
}

function perCall({ calls, requirements }: Plan): string {
  return calls === 0 ? 'all' : (requirements.length / calls).toFixed(1)
}

/** As many calls as the cap has go at once, the next after a minute, and so on. */
function minutesToText(calls: number, perMinute: number): string {
  const full = Math.max(0, Math.ceil(calls / perMinute) - 1)
  return full === 0 ? 'less than a minute' : `about ${full} ${full === 1 ? 'minute' : 'minutes'}`
}

function provokingToText({ provoking }: Plan): string[] {
  return provoking === undefined
    ? []
    : [`  with 429      the cap is spent last and alone: at most ${provoking} calls more in ${provokingTime}`]
}

function spendsToText({ spends }: Plan): string[] {
  const things = byCount(spends).map(([thing, count]) => `${count} × ${thing}`)
  return things.length === 0 ? [] : [`  uses up       ${things.join(', ')}`]
}

function reasonsToText({ unseen }: Plan): string[] {
  const counts: Record<string, number> = {}
  for (const reason of Object.values(unseen)) counts[reason] = (counts[reason] ?? 0) + 1
  const reasons = byCount(counts)
  const rest = reasons.length - toldReasons
  return [
    ...reasons
      .slice(0, toldReasons)
      .map(([reason, count]) => `  ${String(count).padStart(5)} × ${shorten(reason)}`),
    ...(rest > 0 ? [`        and ${rest} other ${rest === 1 ? 'reason' : 'reasons'}`] : []),
  ]
}

function shorten(text: string): string {
  return text.length > 120 ? `${text.slice(0, 119)}…` : text
}

function byCount(counts: Readonly<Record<string, number>>): [string, number][] {
  return Object.entries(counts)
    .filter(([, count]) => count > 0)
    .sort(([, left], [, right]) => right - left)
}
