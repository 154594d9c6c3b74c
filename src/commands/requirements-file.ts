import path from 'node:path'
import { checks } from '../checks/index.ts'
import { defects } from '../mock/defects/index.ts'
import { type Proving, requirementsPage } from '../report/requirements-page.ts'
import { areaOf, type RequirementId } from '../requirements/index.ts'
import { root } from './project.ts'
import { testFilesOf } from './proving-tests.ts'

/** Where the page of all requirements lies. */
export const requirementsFile = path.join(root, 'docs', 'requirements.md')

/** Writes the page of all requirements anew, in memory. */
export function deriveRequirementsPage(): string {
  return requirementsPage(provingOf)
}

function provingOf(id: RequirementId): Proving {
  const isChecked = checks.some(({ requirement }) => requirement === id)
  return {
    files: [...(isChecked ? [checkFileOf(id)] : []), ...testFilesOf(id)],
    defects: defects.filter(({ breaks }) => breaks === id).length,
  }
}

function checkFileOf(id: RequirementId): string {
  const area = areaOf(id)
  return `src/checks/${area}/${id.slice(area.length + 1).replaceAll('.', '-')}.ts`
}
