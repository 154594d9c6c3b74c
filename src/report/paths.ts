import path from 'node:path'

/** What a run leaves behind, each below the folder of reports. */
export interface ReportPaths {
  /** The verdict, for machines. */
  readonly verdict: string
  /** What a run under a plan asks, and why the rest is left out. */
  readonly plan: string
  /** Figures that CI adds up. */
  readonly totals: string
  /** What each worker of a run saw of the documents. */
  readonly coverage: string
  /** The kill matrix of a proof. */
  readonly proof: string
  /** The decision, without the ending of its page, comment, JUnit and SARIF file. */
  readonly readiness: string
  /** The survey of a host's TLS. */
  readonly tls: string
  readonly allureResults: string
  /** The folder of the Allure report. */
  readonly allure: string
  /** The page of the Allure report. */
  readonly allurePage: string
  /** What Playwright keeps of failed tests. */
  readonly testResults: string
}

/** Names what a run leaves behind below a folder, which is relative to the project or absolute. */
export function reportPaths(folder: string): ReportPaths {
  const allure = path.join(folder, 'allure')
  return {
    verdict: path.join(folder, 'verdict.json'),
    plan: path.join(folder, 'plan.json'),
    totals: path.join(folder, 'totals'),
    coverage: path.join(folder, 'coverage'),
    proof: path.join(folder, 'proof.json'),
    readiness: path.join(folder, 'readiness'),
    tls: path.join(folder, 'tls.json'),
    allureResults: path.join(folder, 'allure-results'),
    allure,
    allurePage: path.join(allure, 'index.html'),
    testResults: path.join(folder, 'test-results'),
  }
}
