import { readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import { type Env, runNode } from './child.ts'
import type { ReportPaths } from '../report/paths.ts'
import { root } from './project.ts'

/** Makes the Allure report from the results of a run; returns what went wrong, or undefined. */
export async function makeAllureReport(reports: ReportPaths, env: Env): Promise<string | undefined> {
  const allure = createRequire(import.meta.url).resolve('allure')
  const args = [allure, 'generate', reports.allureResults, '--config', 'allurerc.mjs']
  const { code, output } = await runNode(args, { env, quiet: true })
  if (code !== 0) return output
  const page = path.resolve(root, reports.allurePage)
  writeFileSync(page, withoutRemoteScripts(readFileSync(page, 'utf8')))
  return undefined
}

/** Removes scripts that load from elsewhere: Allure's page counts its visitors at a third party, a bank's report must not. */
export function withoutRemoteScripts(html: string): string {
  return html.replaceAll(/<script[^>]*\ssrc="(https?:)?\/\/[^"]*"[^>]*><\/script>/g, '')
}
