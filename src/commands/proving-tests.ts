import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import type { RequirementId } from '../requirements/index.ts'
import { root } from './project.ts'

/** The test files of the suite with their text, the self-tests apart. */
function readTests(): [file: string, text: string][] {
  const folder = path.join(root, 'tests')
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.spec.ts') && !file.startsWith('self'))
    .sort()
    .map((file) => [`tests/${file.replaceAll('\\', '/')}`, readFileSync(path.join(folder, file), 'utf8')])
}

let tests: [file: string, text: string][] | undefined

/** Lists the test files that name a requirement as what they prove. */
export function testFilesOf(id: RequirementId): string[] {
  tests ??= readTests()
  return tests.filter(([, text]) => text.includes(`'${id}'`)).map(([file]) => file)
}
