import { readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import { type Env, runNode } from './child.ts'
import { reports, root } from './project.ts'

/** The page to open. */
export const allurePage = path.join(reports.allure, 'index.html')

/** Makes the Allure report from the results of a run; returns what went wrong, or undefined. */
export async function makeAllureReport(env: Env): Promise<string | undefined> {
  const allure = createRequire(import.meta.url).resolve('allure')
  const args = [allure, 'generate', reports.allureResults, '--config', 'allurerc.mjs']
  const { code, output } = await runNode(args, { env, quiet: true })
  if (code !== 0) return output
  const page = path.join(root, allurePage)
  writeFileSync(page, withoutRemoteScripts(readFileSync(page, 'utf8')))
  return undefined
}

/** Removes scripts that load from elsewhere: Allure's page counts its visitors at a third party, a bank's report must not. */
export function withoutRemoteScripts(html: string): string {
  return html.replaceAll(/<script[^>]*\ssrc="(https?:)?\/\/[^"]*"[^>]*><\/script>/g, '')
}
