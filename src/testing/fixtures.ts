import { type TestInfo, test as base } from '@playwright/test'
import { budgetUrl } from '../budget/handed-down.ts'
import type { Operation } from '../contract/types.ts'
import type { ApiClient } from '../http/client.ts'
import { marketOf } from '../markets/index.ts'
import type { Market, MarketId } from '../markets/types.ts'
import type { Control, HeldCard, Span } from '../mock/control.ts'
import type { Application } from '../oauth/application.ts'
import type { Customer } from '../oauth/customer.ts'
import { reportPaths } from '../report/paths.ts'
import { isProving, readReportsFolder, readSettings } from '../settings.ts'
import { Caller } from './caller.ts'
import { capParties } from './cap-parties.ts'
import { CoverageLog } from './coverage-log.ts'
import { declaringNeeded } from './defect-selection.ts'
import { type EachOperation, eachOperationOf } from './each-operation.ts'
import { cardOf, cardsOf } from './held-cards.ts'
import { leaveReport } from './leave-report.ts'
import { notObserved } from './not-observed.ts'
import { followsCustomer } from './operations.ts'
import { pageOptions } from './page-options.ts'
import { applicationOf, controlOf, customerOf } from './parties.ts'
import { Parking } from './parking.ts'
import type { Providers } from './providers.ts'
import { skipUnplanned } from './planned.ts'
import { ProvokedCap } from './provoked-cap.ts'
import { currentRecorder, Recorder, useRecorder } from './recorder.ts'
import { clientFor, openTarget, type Target } from './target.ts'
import { TargetState } from './target-state.ts'
import { customerScope } from './token-broker.ts'

/** Options that a pass through the tests sets. */
export interface SuiteOptions {
  readonly marketId: MarketId
  /** Defects to switch on in the sandbox, besides those of the settings. */
  readonly defects: readonly string[]
}

/** The virtual clock of the target. */
export interface Clock {
  advance(span: Span): Promise<void>
}

interface WorkerFixtures {
  readonly target: Target
  readonly client: ApiClient
  readonly state: TargetState
  readonly coverage: CoverageLog
}

interface TestFixtures {
  readonly recorder: Recorder
  /** Ends tests that the plan of the run leaves out. */
  readonly planned: true
  readonly market: Market
  /** An application that may use every grant. */
  readonly app: Application
  /** Another application with credentials of its own. */
  readonly otherApp: Application
  /** An application that may use the client credentials grant only. */
  readonly twoLeggedApp: Application
  readonly customer: Customer
  /** A card of the first customer. */
  readonly card: HeldCard
  /** Another card of the same customer. */
  readonly secondCard: HeldCard
  /** A card of the second customer. */
  readonly otherCard: HeldCard
  /** The one-time password that customers get. */
  readonly otp: string
  readonly otherCustomer: Customer
  /** Every scope of customers' data in the market. */
  readonly scope: string
  /** The first application on behalf of the first customer. */
  readonly caller: Caller
  /** The first application on behalf of the second customer. */
  readonly otherCaller: Caller
  /** Finds who else may call an operation: another customer, or another application where no customer is. */
  readonly strangerTo: (operation: Operation) => Caller
  /** The payment service providers that the target knows. */
  readonly providers: Providers
  /** Tokens that wait for their deadline from run to run. */
  readonly parking: Parking
  /** The cap of a live target, spent once in a run that was asked for it. */
  readonly provokedCap: ProvokedCap
  /** Asks the same question about each of some operations. */
  readonly each: EachOperation
  /** The part of the control plane that decides single answers: nothing stays of it, so nothing is reset. */
  readonly answers: Pick<Control, 'answerNext'>
  /** The control plane; the target is reset after the test. */
  readonly control: Control
  /** Time that the test moves; the target is reset after the test. */
  readonly clock: Clock
  /** Browsers are for the tests of the login page alone. */
  readonly page: never
}

const workerFixtures = {
  target: async (use: (target: Target) => Promise<void>) => {
    const target = await openTarget(readSettings())
    await use(target)
    await target.close()
  },
  client: async (target: Target, use: (client: ApiClient) => Promise<void>) => {
    const client = clientFor(target)
    client.onExchange = (exchange) => currentRecorder()?.take(exchange)
    await use(client)
    await client.close()
  },
}

/** Boxed fixtures leave no steps of their own in the report. */
const boxed = { box: 'self' } as const
const boxedWorker = { scope: 'worker', box: 'self' } as const

const suite = base.extend<TestFixtures & SuiteOptions, WorkerFixtures>({
  ...pageOptions,
  marketId: ['sg', { option: true, box: 'self' }],
  defects: [[], { option: true, box: 'self' }],
  target: [({}, use) => workerFixtures.target(use), boxedWorker],
  client: [({ target }, use) => workerFixtures.client(target, use), boxedWorker],
  state: [({ target }, use) => use(new TargetState(target)), boxedWorker],
  coverage: [({ target }, use, { workerIndex }) => keepCoverage(target, use, workerIndex), boxedWorker],

  recorder: [
    async ({ target, state, coverage, marketId, defects }, use, testInfo) => {
      const recorder = new Recorder(testInfo, {
        market: marketId,
        strict: target.settings.strict,
        defects,
        coverage,
        deviations: target.deviations,
        counts: budgetUrl() !== undefined,
      })
      useRecorder(recorder)
      await state.prepare(defects)
      await use(recorder)
      useRecorder(undefined)
      const findings = await leaveReport(recorder, testInfo)
      if (target.settings.prove !== undefined) keepWorker(testInfo, findings !== undefined)
      if (findings !== undefined && testInfo.errors.length === 0) throw new Error(findings)
    },
    { auto: true, box: 'self' },
  ],
  planned: [
    async ({ recorder }, use, testInfo) => {
      skipUnplanned(testInfo, recorder.requirement)
      await use(true)
    },
    { auto: true, box: 'self' },
  ],
  market: [({ marketId }, use) => use(marketOf(marketId)), boxed],
  app: [({ target, client, market }, use) => use(applicationOf({ target, client, market }, 'main')), boxed],
  otherApp: [
    ({ target, client, market }, use) => use(applicationOf({ target, client, market }, 'other')),
    boxed,
  ],
  twoLeggedApp: [
    ({ target, client, market }, use) => use(applicationOf({ target, client, market }, 'two-legged')),
    boxed,
  ],
  customer: [({ target }, use) => use(customerOf(target, 0)), boxed],
  card: [({ target, market }, use) => use(cardOf(cardsOf(target, market, 0), 0)), boxed],
  secondCard: [({ target, market }, use) => use(cardOf(cardsOf(target, market, 0), -1)), boxed],
  otherCard: [({ target, market }, use) => use(cardOf(cardsOf(target, market, 1), 0)), boxed],
  otp: [({ target }, use) => use(target.settings.otp), boxed],
  otherCustomer: [({ target }, use) => use(customerOf(target, 1)), boxed],
  scope: [({ market }, use) => use(customerScope(market.id)), boxed],
  caller: [
    ({ target, client, state, app }, use) =>
      use(new Caller({ client, state, app, username: target.customers[0]?.username })),
    boxed,
  ],
  otherCaller: [
    ({ target, client, state, app }, use) =>
      use(new Caller({ client, state, app, username: target.customers[1]?.username })),
    boxed,
  ],
  strangerTo: [
    ({ target, client, state, market, otherCaller }, use) =>
      use((operation) =>
        operation.grant === 'client_credentials' && !followsCustomer(operation)
          ? new Caller({
              client,
              state,
              app: applicationOf({ target, client, market }, 'other'),
              username: target.customers[0]?.username,
            })
          : otherCaller,
      ),
    boxed,
  ],
  providers: [({ state }, use) => use(state.providers), boxed],
  parking: [
    ({ target, app, caller }, use) =>
      use(new Parking(target, { app, caller, customer: () => customerOf(target, 0) })),
    boxed,
  ],
  provokedCap: [
    ({ target, client, recorder, app, caller, market }, use, testInfo) => {
      const otherApp = () => applicationOf({ target, client, market }, 'other')
      const customer = () => customerOf(target, 0)
      const known = { recorder, app, caller, market, otherApp, customer }
      const isAsked = target.settings.with429
      return use(new ProvokedCap({ recorder, testInfo, isAsked, parties: () => capParties(known) }))
    },
    boxed,
  ],
  each: [({ recorder, state }, use) => use(eachOperationOf(recorder, state)), boxed],
  answers: [({ target, recorder }, use) => use({ answerNext: noting(recorder, controlOf(target)) }), boxed],
  control: [
    async ({ target, state, recorder: _ }, use) => {
      await use(controlOf(target))
      await state.reset()
    },
    boxed,
  ],
  clock: [
    async ({ target, control }, use) => {
      if (target.control === undefined)
        notObserved('the time of the target cannot be moved: no control plane (CITI_CONTROL_URL)')
      await use({ advance: (span) => control.advance(span) })
    },
    boxed,
  ],
  page: ({}, _use) =>
    Promise.reject(new Error('a test that opens a browser imports its test from testing/browser.ts')),
})

/** The test of the suite: every exchange that it makes is judged by every check that applies. */
export const test: typeof suite = isProving() ? declaringNeeded(suite) : suite

/** Notes which answer is decided, so that nobody takes it for one that a call provoked. */
function noting(recorder: Recorder, control: Control): Control['answerNext'] {
  return async (operationId, status) => {
    recorder.decided = operationId
    await control.answerNext(operationId, status)
  }
}

/** A proof says nothing about the honest target, so it leaves no log. */
async function keepCoverage(
  { settings }: Target,
  use: (log: CoverageLog) => Promise<void>,
  worker: number,
): Promise<void> {
  const log = new CoverageLog()
  await use(log)
  if (settings.prove === undefined) log.write(reportPaths(readReportsFolder()).coverage, worker)
}

/** A proof wants its tests to fail: one that is expected to leaves the worker and its sandbox alive. */
function keepWorker(testInfo: TestInfo, hasFindings: boolean): void {
  if (hasFindings || testInfo.status === 'failed') testInfo.expectedStatus = 'failed'
}
